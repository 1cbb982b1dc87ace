/** The deployments that have tasks right now: how far the new one is, and how many old tasks are left. */
import Box from '@cloudscape-design/components/box'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Deployment } from '../../core/ecs/service.ts'
import { isRollback } from '../../core/ecs/service-status.ts'
import { familyRevision } from '../../core/ecs/names.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Ago } from '../../ui/Age.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { RolloutState } from './ServiceHealth.tsx'

const words = {
  current: { en: 'Current', ko: '현재' },
  PRIMARY: { en: 'New', ko: '신규' },
  ACTIVE: { en: 'Being replaced', ko: '교체되는 중' },
  restored: { en: 'Being restored', ko: '복원되는 중' },
  failedOne: { en: 'Failed', ko: '실패' },
  INACTIVE: { en: 'Replaced', ko: '교체됨' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  rollout: { en: 'Rollout', ko: '롤아웃' },
  tasks: { en: 'Tasks', ko: '태스크' },
  counts: {
    en: '{running} running, {pending} pending, {desired} wanted',
    ko: '실행 중 {running}, 대기 중 {pending}, 원하는 수 {desired}',
  },
  failed: { en: 'Failed tasks', ko: '실패한 태스크' },
  progress: { en: 'Tasks of this deployment', ko: '이 배포의 태스크' },
  of: { en: '{running} of {desired} running', ko: '{desired}개 중 {running}개 실행 중' },
} satisfies Record<string, Text>

export function RolloutList({ deployments }: { deployments: readonly Deployment[] }) {
  return (
    <SpaceBetween size="l">
      {deployments.map((deployment) => (
        <Rollout key={deployment.id} deployment={deployment} alone={deployments.length === 1} />
      ))}
    </SpaceBetween>
  )
}

/** What part a deployment plays: a rollback makes an old one the primary again, which is not new. */
function nameOf(deployment: Deployment, alone: boolean): Text {
  if (alone && deployment.rolloutState !== 'IN_PROGRESS') return words.current
  if (isRollback(deployment)) return words.restored
  return deployment.rolloutState === 'FAILED' ? words.failedOne : words[deployment.status]
}

function Rollout({ deployment, alone }: { deployment: Deployment; alone: boolean }) {
  const say = useText()
  const { runningCount: running, pendingCount: pending, desiredCount: desired } = deployment
  const name = say(nameOf(deployment, alone))
  return (
    <section aria-label={`${name} ${deployment.id}`}>
      <SpaceBetween size="s">
        <Box variant="h3">
          {name}{' '}
          <Box variant="span" color="text-body-secondary" fontSize="body-s">
            {deployment.id} · <Ago at={deployment.createdAt} />
          </Box>
        </Box>
        {deployment.rolloutState === 'IN_PROGRESS' && (
          <ProgressBar
            value={desired === 0 ? 100 : Math.min(100, (100 * running) / desired)}
            label={say(words.progress)}
            additionalInfo={say(words.of, { running, desired })}
          />
        )}
        <KeyValues
          columns={4}
          items={[
            { label: words.definition, value: familyRevision(deployment.taskDefinitionArn) },
            { label: words.rollout, value: <RolloutState deployment={deployment} wrap /> },
            { label: words.tasks, value: say(words.counts, { running, pending, desired }) },
            { label: words.failed, value: deployment.failedTasks },
          ]}
        />
        {deployment.rolloutStateReason !== undefined && (
          <Box color="text-body-secondary">{deployment.rolloutStateReason}</Box>
        )}
      </SpaceBetween>
    </section>
  )
}
