/** Says which role it takes, and takes it; or that nobody here may, and what is possible then. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useCutoverRole } from './use-cutover-role.ts'

const words = {
  title: { en: 'This takes the role {role}', ko: '{role} 역할이 필요합니다' },
  takes: {
    en: 'Moving hostnames takes the role {role}, for 15 minutes at a time. Nothing is written before the last step; what your role may read, you can check and plan without it.',
    ko: '호스트 이름을 옮기려면 {role} 역할이 필요하며, 한 번에 15분 동안 사용합니다. 마지막 단계 전에는 아무것도 쓰지 않으므로 현재 역할로 읽을 수 있는 범위에서 점검과 계획은 이 역할 없이도 할 수 있습니다.',
  },
  take: { en: 'Take the role {role} for 15 minutes', ko: '{role} 역할을 15분 동안 사용' },
  refused: { en: 'The role was not given: {reason}', ko: '역할을 사용할 수 없습니다: {reason}' },
  nobody: { en: 'None of your roles may move hostnames', ko: '호스트 이름을 옮길 수 있는 역할이 없습니다' },
  nobodyAbout: {
    en: 'As far as your role may read, the wizard still makes the plan. The last step prints the commands, to be handed to somebody who may run them, and checks by reading whether they took effect.',
    ko: '역할이 읽을 수 있는 범위에서 계획을 만듭니다. 마지막 단계에서 실행 권한이 있는 사람에게 전달할 명령을 출력하고, 적용되었는지 읽어서 확인합니다.',
  },
} satisfies Record<string, Text>

export function RoleNotice() {
  const say = useText()
  const { can, other: role, arm } = useCutoverRole()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<string>()
  if (can) return null
  if (role === undefined)
    return (
      <Alert type="warning" header={say(words.nobody)}>
        {say(words.nobodyAbout)}
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
      header={say(words.title, { role })}
      action={
        <Button loading={asking} onClick={() => void take()}>
          {say(words.take, { role })}
        </Button>
      }
    >
      {reason === undefined ? say(words.takes, { role }) : say(words.refused, { reason })}
    </Alert>
  )
}
