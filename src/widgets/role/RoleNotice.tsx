/** Says that an action takes another role, and takes it; or that nobody here may. Nothing where the role in use may. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAbleRole } from './use-able-role.ts'

const words = {
  title: { en: 'This takes the role {role}', ko: '{role} 역할이 필요합니다' },
  take: { en: 'Take the role {role} for 15 minutes', ko: '{role} 역할을 15분 동안 사용' },
  refused: { en: 'The role was not given: {reason}', ko: '역할을 사용할 수 없습니다: {reason}' },
  nobody: { en: 'None of your roles may do this', ko: '이 작업을 할 수 있는 역할이 없습니다' },
  info: { en: 'Information', ko: '정보' },
} satisfies Record<string, Text>

interface RoleNoticeProps {
  capability: string
  /** What {role} is needed for, and what is possible without it. */
  about: Text
  /** What is said where no role of this person may do it. */
  nobody?: { title: Text; about: Text }
}

export function RoleNotice({ capability, about, nobody = { title: words.nobody, about } }: RoleNoticeProps) {
  const say = useText()
  const { can, other: role, arm } = useAbleRole(capability)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState<string>()
  if (can) return null
  if (role === undefined)
    return (
      <Alert type="warning" statusIconAriaLabel={say(words.info)} header={say(nobody.title)}>
        {say(nobody.about)}
      </Alert>
    )
  const take = async (): Promise<void> => {
    setAsking(true)
    setReason(undefined)
    try {
      await arm(role)
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <Alert
      type={reason === undefined ? 'info' : 'error'}
      statusIconAriaLabel={say(words.info)}
      header={say(words.title, { role })}
      action={
        <Button loading={isAsking} onClick={() => void take()}>
          {say(words.take, { role })}
        </Button>
      }
    >
      {reason === undefined ? say(about, { role }) : say(words.refused, { reason })}
    </Alert>
  )
}
