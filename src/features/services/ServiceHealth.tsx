/** A service's health in a few words: badge, rollout, and the first reason why it is not steady. */
import Box from '@cloudscape-design/components/box'
import type { Deployment, Service } from '../../core/ecs/service.ts'
import { serviceSummary, type ServiceSummary } from '../../core/ecs/service-status.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  progress: { en: '{running} of {desired}', ko: '{desired}개 중 {running}개' },
  failed: { en: '{n, plural, one {# failed task} other {# failed tasks}}', ko: '실패한 태스크 {n}개' },
} satisfies Record<string, Text>

const rolloutTones = { IN_PROGRESS: 'moving', FAILED: 'bad' } as const satisfies Record<string, Tone>

export function HealthBadge({ summary }: { summary: ServiceSummary }) {
  const say = useText()
  const { tone, label, means } = summary
  return (
    <span title={say(means)}>
      <StatusBadge tone={tone}>{say(label)}</StatusBadge>
    </span>
  )
}

export function RolloutText({ service, wrap = false }: { service: Service; wrap?: boolean }) {
  const { primary } = serviceSummary(service)
  return primary ? <RolloutState deployment={primary} wrap={wrap} /> : <>–</>
}

/** `IN_PROGRESS · 3 of 5, 1 failed task`. */
export function RolloutState({ deployment, wrap = false }: { deployment: Deployment; wrap?: boolean }) {
  const say = useText()
  const { rolloutState, runningCount, desiredCount, failedTasks } = deployment
  if (!rolloutState) return <>–</>
  // The usual state is said quietly: colour is for what moves or fails.
  if (rolloutState === 'COMPLETED') {
    return (
      <Box variant="span" color="text-body-secondary">
        {rolloutState}
      </Box>
    )
  }
  const moving = rolloutState === 'IN_PROGRESS'
  return (
    <span title={deployment.rolloutStateReason}>
      <StatusBadge tone={rolloutTones[rolloutState]} wrap={wrap}>
        {rolloutState}
        {moving && ` · ${say(words.progress, { running: runningCount, desired: desiredCount })}`}
        {failedTasks > 0 && `, ${say(words.failed, { n: failedTasks })}`}
      </StatusBadge>
    </span>
  )
}

export function WhyText({ service }: { service: Service }) {
  const { reasons } = serviceSummary(service)
  return reasons[0] ? <Reason reason={reasons[0]} /> : <>–</>
}

function Reason({ reason }: { reason: ServiceSummary['reasons'][number] }) {
  const say = useText()
  const { event, reading } = reason
  const { short, means } = reading
  return (
    <span title={means ? `${say(means)}\n${event.message}` : event.message}>
      {short ? say(short) : event.message}
    </span>
  )
}
