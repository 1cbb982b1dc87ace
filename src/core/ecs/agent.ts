/** What the container agent's state means for its instance. */
import type { Message, Text } from '../../i18n/text.ts'
import type { ContainerInstance } from './container-instance.ts'

/**
 * ms after which a missing agent is a concern; shorter ones happen in normal operation.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html
 */
export const AGENT_CONCERN_MS = 5 * 60_000

const words = {
  brief: {
    en: 'The instance takes no new tasks while its agent is away; running tasks keep running but their state is not reported. Short interruptions are normal, for example during an update.',
    ko: '에이전트 연결이 끊긴 동안 인스턴스는 새 태스크를 받지 않습니다. 실행 중인 태스크는 계속 실행되지만 상태가 보고되지 않습니다. 업데이트 중처럼 짧은 끊김은 정상입니다.',
  },
  long: {
    en: 'For five minutes or more, so this is no short interruption. The instance takes no new tasks, and the state of its tasks may be out of date. Check that the instance runs and reaches the ECS endpoints, then the agent’s log (/var/log/ecs/ecs-agent.log).',
    ko: '5분 이상 지속되어 일시적인 끊김이 아닙니다. 인스턴스는 새 태스크를 받지 않으며 태스크 상태가 오래되었을 수 있습니다. 인스턴스가 실행 중이고 ECS 엔드포인트에 연결되는지 확인한 뒤 에이전트 로그(/var/log/ecs/ecs-agent.log)를 보세요.',
  },
} satisfies Record<string, Text>

/** What a missing agent means. `forMs`: at least how long it has been away, where that is known. */
export function disconnectedMeaning(forMs: number | undefined): Message {
  return { text: forMs !== undefined && forMs >= AGENT_CONCERN_MS ? words.long : words.brief }
}

/** Since when each missing agent is away (ms), by the instance's ARN: as ECS says, else since it was first seen so. */
export type SeenDisconnected = ReadonlyMap<string, number>

/**
 * ECS does not always say since when an agent is away, so the time it was first seen away is kept.
 * Returns `previous` itself when nothing changed. `at`: when `instances` were read, ms.
 */
export function seenDisconnected(
  previous: SeenDisconnected,
  instances: readonly Pick<ContainerInstance, 'arn' | 'agentConnected' | 'agentChangedAt'>[],
  at: number,
): SeenDisconnected {
  const away = instances.filter((one) => !one.agentConnected)
  const next = new Map(
    away.map(({ arn, agentChangedAt }) => [arn, agentChangedAt ?? previous.get(arn) ?? at]),
  )
  const same = next.size === previous.size && [...next].every(([arn, since]) => previous.get(arn) === since)
  return same ? previous : next
}
