/** Signed out, without a role that may cut over, or offline: the only things that can delay a way back, and what to do about them. */
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { backBlock, wayBack } from '../../../core/cutover/permits.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'

const words = {
  offline: { en: 'This browser is offline', ko: '브라우저가 오프라인입니다' },
  offlineKnown: {
    en: 'AWS cannot be reached from here. What is shown was read before.',
    ko: '여기서 AWS에 연결할 수 없습니다. 표시된 내용은 이전에 읽은 것입니다.',
  },
  offlineNext: {
    en: 'See to the network: everything goes on by itself once it is back. If it must go back now, run the script of the rollback file on a computer that is online.',
    ko: '네트워크를 확인하세요. 연결되면 자동으로 계속합니다. 지금 되돌려야 한다면 온라인인 컴퓨터에서 롤백 파일의 스크립트를 실행하세요.',
  },
  signedOut: { en: 'There are no keys for this cutover', ko: '이 전환에 쓸 자격 증명이 없습니다' },
  signedOutKnown: {
    en: 'The sign-in has ended, or its keys can no longer be renewed.',
    ko: '로그인이 만료되었거나 자격 증명을 더 이상 갱신할 수 없습니다.',
  },
  roleKnown: {
    en: 'The role in use, {role}, may not cut over. The stronger role drops by itself after a while, unless it is held for the cutover.',
    ko: '사용 중인 역할 {role}에는 전환 권한이 없습니다. 강한 역할은 전환을 위해 유지하지 않으면 시간이 지나 자동으로 돌아갑니다.',
  },
  signedOutNext: {
    en: 'Sign in again at the top of the page: everything goes on from a fresh reading. Whoever has keys of their own can run the script of the rollback file.',
    ko: '페이지 위에서 다시 로그인하세요. 새로 읽은 상태에서 계속합니다. 자격 증명이 있는 사람은 롤백 파일의 스크립트를 실행할 수 있습니다.',
  },
  roleNext: {
    en: 'Take the role {role} again: everything goes on from a fresh reading.',
    ko: '{role} 역할을 다시 사용하세요. 새로 읽은 상태에서 계속합니다.',
  },
  safe: {
    en: 'Nothing is written, and DNS goes on answering. The guards are off meanwhile: nothing takes traffic back by itself.',
    ko: '아무것도 쓰지 않으며 DNS는 계속 응답합니다. 그동안 보호 장치가 꺼져 있어 트래픽이 자동으로 되돌아가지 않습니다.',
  },
  asked: {
    en: 'The way back that was asked for is sent first, as soon as that is possible.',
    ko: '요청한 되돌리기는 가능해지는 즉시 가장 먼저 보냅니다.',
  },
  take: { en: 'Take the role {role}', ko: '{role} 역할 사용' },
} satisfies Record<string, Text>

export function OverlayState({ view: { run } }: { view: CutoverView }) {
  const say = useText()
  const session = useSession()
  const { role, roles } = session
  const [taking, setTaking] = useState(false)
  const block = backBlock(run)
  if (!block) return null
  const able = roles.find(({ capabilities }) => capabilities.includes('cutover'))
  const isWeak = able !== undefined && able.name !== role
  const take = async (name: string): Promise<void> => {
    setTaking(true)
    // Why it was refused is said by the menu of roles.
    await session.arm(name).catch(() => undefined)
    setTaking(false)
  }
  return (
    <Situation
      title={say(block === 'offline' ? words.offline : words.signedOut)}
      known={say(knownOf(block, isWeak), { role })}
      safe={
        <>
          {say(words.safe)} {run.wanted && say(words.asked)}
        </>
      }
      next={say(nextOf(block, isWeak), { role: able?.name ?? '' })}
      actions={
        <>
          {block === 'signed-out' && isWeak && (
            <Button variant="primary" loading={taking} onClick={() => void take(able.name)}>
              {say(words.take, { role: able.name })}
            </Button>
          )}
          {wayBack(run).offer !== 'none' && <RollbackFileButton run={run} />}
        </>
      }
    />
  )
}

type Block = NonNullable<ReturnType<typeof backBlock>>

function knownOf(block: Block, isWeak: boolean): Text {
  if (block === 'offline') return words.offlineKnown
  return isWeak ? words.roleKnown : words.signedOutKnown
}

function nextOf(block: Block, isWeak: boolean): Text {
  if (block === 'offline') return words.offlineNext
  return isWeak ? words.roleNext : words.signedOutNext
}
