/** Columns of a service's deployment history. */
import type { ServiceDeployment, ServiceRevision } from '../../core/ecs/service-deployment.ts'
import { familyRevision } from '../../core/ecs/names.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Column } from '../../ui/column.ts'
import { Time } from '../../ui/Time.tsx'
import { durationMessage } from '../../ui/time-format.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  deployment: { en: 'Deployment', ko: '배포' },
  status: { en: 'Status', ko: '상태' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  revision: { en: 'Service revision', ko: '서비스 개정' },
  created: { en: 'Created', ko: '생성' },
  duration: { en: 'Took', ko: '소요 시간' },
  reason: { en: 'Reason', ko: '사유' },
  breaker: { en: 'Circuit breaker', ko: '회로 차단기' },
  failures: { en: '{status}, {n} of {limit} failures', ko: '{status}, 실패 {n}/{limit}' },
  rollback: { en: 'Rolled back: {reason}', ko: '롤백됨: {reason}' },
} satisfies Record<string, Text>

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
const tones: Record<string, Tone> = {
  PENDING: 'waiting',
  IN_PROGRESS: 'moving',
  SUCCESSFUL: 'good',
  STOPPED: 'off',
  STOP_REQUESTED: 'moving',
  ROLLBACK_REQUESTED: 'warning',
  ROLLBACK_IN_PROGRESS: 'warning',
  ROLLBACK_SUCCESSFUL: 'warning',
  ROLLBACK_FAILED: 'bad',
}

/** `revisions` name the task definition of each deployment. */
export function deploymentColumns(revisions: readonly ServiceRevision[]): Column<ServiceDeployment>[] {
  const byArn = new Map(revisions.map((revision) => [revision.arn, revision]))
  const definition = ({ targetRevisionArn }: ServiceDeployment): string => {
    const revision = byArn.get(targetRevisionArn ?? '')
    return revision ? familyRevision(revision.taskDefinitionArn) : ''
  }
  return [...identity(definition), ...course()]
}

function identity(definition: (deployment: ServiceDeployment) => string): Column<ServiceDeployment>[] {
  return [
    {
      id: 'created',
      header: words.created,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <Time at={createdAt} />,
      filter: 'none',
      required: true,
      minWidth: 200,
    },
    {
      id: 'status',
      header: words.status,
      value: ({ status }) => status,
      cell: ({ status }) => <StatusBadge tone={tones[status] ?? 'off'}>{status}</StatusBadge>,
      filter: 'enum',
      minWidth: 190,
    },
    {
      id: 'definition',
      header: words.definition,
      value: definition,
      cell: (deployment) => definition(deployment) || '–',
      minWidth: 150,
    },
    {
      id: 'revision',
      header: words.revision,
      value: ({ targetRevisionArn }) => last(targetRevisionArn),
      cell: ({ targetRevisionArn }) => last(targetRevisionArn) || '–',
      sortable: false,
      hidden: true,
    },
    {
      id: 'deployment',
      header: words.deployment,
      value: ({ arn }) => last(arn),
      cell: ({ arn }) => last(arn),
      sortable: false,
      hidden: true,
    },
  ]
}

function course(): Column<ServiceDeployment>[] {
  return [
    {
      id: 'reason',
      header: words.reason,
      value: ({ rollback, statusReason }) => [rollback?.reason, statusReason].filter(Boolean).join(' '),
      cell: (deployment) => <Reason deployment={deployment} />,
      sortable: false,
      minWidth: 240,
    },
    {
      id: 'duration',
      header: words.duration,
      value: durationOf,
      cell: (deployment) => <Duration ms={durationOf(deployment)} />,
      filter: 'none',
      minWidth: 110,
    },
    {
      id: 'breaker',
      header: words.breaker,
      value: ({ circuitBreaker }) => circuitBreaker?.status ?? '',
      cell: (deployment) => <Breaker deployment={deployment} />,
      filter: 'enum',
      minWidth: 170,
    },
  ]
}

/** ms from start to end; undefined while it runs. */
function durationOf({ startedAt, createdAt, finishedAt }: ServiceDeployment): number | undefined {
  return finishedAt === undefined ? undefined : finishedAt - (startedAt ?? createdAt)
}

function Duration({ ms }: { ms: number | undefined }) {
  const say = useText()
  return <>{ms === undefined ? '–' : say(durationMessage(ms))}</>
}

function Breaker({ deployment: { circuitBreaker } }: { deployment: ServiceDeployment }) {
  const say = useText()
  if (!circuitBreaker?.status) return <>–</>
  const { status, failureCount, threshold } = circuitBreaker
  if (status === 'DISABLED') return <>{status}</>
  return <>{say(words.failures, { status, n: failureCount, limit: threshold })}</>
}

function Reason({ deployment: { rollback, statusReason } }: { deployment: ServiceDeployment }) {
  const say = useText()
  const reason = rollback?.reason ?? statusReason
  if (reason === undefined) return <>–</>
  return (
    <span style={{ whiteSpace: 'normal' }}>
      {rollback?.reason === undefined ? reason : say(words.rollback, { reason })}
    </span>
  )
}

function last(arn: string | undefined): string {
  return arn?.split('/').at(-1) ?? ''
}
