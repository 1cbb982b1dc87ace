/** What is wrong with an instance or different about it, said first: missing agent, draining, impaired. */
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { disconnectedMeaning } from '../../core/ecs/agent.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAwayFor } from './AgentStatus.tsx'

const words = {
  warning: { en: 'Warning', ko: '경고' },
  agent: { en: 'The container agent is disconnected', ko: '컨테이너 에이전트 연결이 끊겼습니다' },
  draining: { en: 'This instance is draining', ko: '이 인스턴스는 드레이닝 중입니다' },
  drainingWhy: {
    en: 'It takes no new tasks. Services move theirs to other instances within their minimum and maximum percent; tasks that belong to no service stay until they end or are stopped.',
    ko: '새 태스크를 받지 않습니다. 서비스는 최소·최대 비율 안에서 태스크를 다른 인스턴스로 옮기며, 서비스에 속하지 않은 태스크는 끝나거나 중지될 때까지 남습니다.',
  },
  impaired: {
    en: 'AWS reports this instance as impaired',
    ko: 'AWS가 이 인스턴스에 이상이 있다고 보고합니다',
  },
  impairedWhy: {
    en: 'The container runtime does not answer as it should. Look at Docker and the agent on the instance, or drain and replace it.',
    ko: '컨테이너 런타임이 정상적으로 응답하지 않습니다. 인스턴스의 Docker와 에이전트를 확인하거나 드레이닝 후 교체하세요.',
  },
} satisfies Record<string, Text>

interface InstanceNoticesProps {
  instance: ContainerInstance
  /** When its agent was first seen disconnected, ms. */
  since: number | undefined
}

export function InstanceNotices({ instance, since }: InstanceNoticesProps) {
  const say = useText()
  const away = useAwayFor(since)
  const notices = [
    !instance.agentConnected && { header: words.agent, text: say(disconnectedMeaning(away)) },
    instance.status === 'DRAINING' && {
      header: words.draining,
      text: [say(words.drainingWhy), instance.statusReason].filter(Boolean).join(' '),
    },
    // A missing agent makes AWS call the instance impaired as well; said once is enough.
    instance.healthStatus === 'IMPAIRED' &&
      instance.agentConnected && { header: words.impaired, text: say(words.impairedWhy) },
  ].filter((one) => one !== false)
  if (notices.length === 0) return null
  return (
    <SpaceBetween size="s">
      {notices.map(({ header, text }) => (
        <Alert key={header.en} type="warning" statusIconAriaLabel={say(words.warning)} header={say(header)}>
          {text}
        </Alert>
      ))}
    </SpaceBetween>
  )
}
