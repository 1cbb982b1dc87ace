/** The role in use, and stronger ones to take for 15 minutes. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useEffect, useState } from 'react'
import { useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { serverNow } from '../lib/clock.ts'
import { notify } from './notices.ts'

const words = {
  role: { en: 'Role', ko: '역할' },
  base: { en: 'The role of sign-in', ko: '로그인 시 역할' },
  arm: { en: 'Take for 15 minutes', ko: '15분 동안 사용' },
  drop: { en: 'Back to {role} now', ko: '지금 {role} 역할로 돌아가기' },
  refused: {
    en: 'The role {role} was not given: {reason}',
    ko: '{role} 역할을 사용할 수 없습니다: {reason}',
  },
} satisfies Record<string, Text>

export function RoleMenu() {
  const say = useText()
  const session = useSession()
  const { role, roles, armedUntil, heldFor } = session
  const [asking, setAsking] = useState(false)
  const left = useCountdown(heldFor === undefined ? armedUntil : undefined)
  const base = roles[0]?.name ?? role
  const take = async (name: string): Promise<void> => {
    setAsking(true)
    try {
      await session.arm(name)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notify('error', { text: words.refused, values: { role: name, reason } })
    } finally {
      setAsking(false)
    }
  }
  return (
    <ButtonDropdown
      ariaLabel={`${say(words.role)}: ${role}`}
      loading={asking}
      items={roles.map(({ name }) => ({
        id: name,
        text: name === base && armedUntil !== undefined ? say(words.drop, { role: base }) : name,
        secondaryText: say(name === base ? words.base : words.arm),
        itemType: 'checkbox',
        checked: name === role,
      }))}
      onItemClick={({ detail }) => {
        if (detail.id === base) session.disarm()
        else void take(detail.id)
      }}
    >
      {left === undefined ? role : `${role} · ${left}`}
    </ButtonDropdown>
  )
}

/** Time until `until` (ms since the epoch, AWS's clock) as `14:59`, each second. */
function useCountdown(until: number | undefined): string | undefined {
  const [, tick] = useState(0)
  useEffect(() => {
    if (until === undefined) return undefined
    const timer = setInterval(() => tick((count) => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [until])
  if (until === undefined) return undefined
  const seconds = Math.max(0, Math.ceil((until - serverNow()) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
