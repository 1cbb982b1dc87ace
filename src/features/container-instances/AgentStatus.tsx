/** Whether the container agent of an instance is connected, and what it means if not. */
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { AGENT_CONCERN_MS, disconnectedMeaning } from '../../core/ecs/agent.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerClock } from '../../ui/time-context.ts'
import { durationMessage } from '../../ui/time-format.ts'
import { StatusBadge } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  connected: { en: 'Connected', ko: '연결됨' },
  away: { en: 'Disconnected', ko: '연결 끊김' },
  awayFor: { en: 'Disconnected for {time} or more', ko: '{time} 이상 연결 끊김' },
} satisfies Record<string, Text>

interface AgentStatusProps {
  instance: Pick<ContainerInstance, 'agentConnected' | 'agentVersion'>
  /** When it was first seen disconnected, ms. */
  since: number | undefined
  /** Says the agent's version as well. */
  withVersion?: boolean
}

/** ms since the agent was first seen away; undefined while it is connected or that is not known. */
export function useAwayFor(since: number | undefined): number | undefined {
  const clock = useServerClock()
  return since === undefined ? undefined : Math.max(0, clock() - since)
}

export function AgentStatus({ instance, since, withVersion = false }: AgentStatusProps) {
  const say = useText()
  const away = useAwayFor(since)
  const version = withVersion && instance.agentVersion ? ` (${instance.agentVersion})` : ''
  if (instance.agentConnected) {
    return (
      <StatusBadge tone="good">
        {say(words.connected)}
        {version}
      </StatusBadge>
    )
  }
  return (
    <span title={say(disconnectedMeaning(away))}>
      <StatusBadge wrap tone={away !== undefined && away >= AGENT_CONCERN_MS ? 'bad' : 'warning'}>
        {away === undefined || away < 60_000
          ? say(words.away)
          : say(words.awayFor, { time: say(durationMessage(away)) })}
        {version}
      </StatusBadge>
    </span>
  )
}
