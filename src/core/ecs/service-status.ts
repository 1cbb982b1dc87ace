/** What a service's numbers, deployments and events add up to: is it as wanted, on its way, or stuck, and why. */
import type { Text } from '../../i18n/text.ts'
import { openProblems, type EventReading } from './service-event.ts'
import type { Deployment, Service, ServiceEvent } from './service.ts'

export type ServiceHealth =
  | 'STEADY'
  | 'SCALED_TO_ZERO'
  | 'DEPLOYING'
  | 'ROLLING_BACK'
  | 'SCALING'
  | 'STUCK'
  | 'UNSTABLE'
  | 'FAILED'
  | 'DRAINING'
  | 'INACTIVE'

export interface ServiceSummary {
  /** `UNHEALTHY` where the targets are known too: see target-trouble.ts. */
  health: ServiceHealth | 'UNHEALTHY'
  /** Whether someone should look. */
  tone: 'good' | 'moving' | 'warning' | 'bad' | 'off'
  label: Text
  /** One sentence more than the label. */
  means: Text
  /** What stands in the way, newest first; only while it does. */
  reasons: readonly { event: ServiceEvent; reading: EventReading; times: number }[]
  /** The deployment that should become the only one. */
  primary: Deployment | undefined
  /** Tasks of deployments that are on their way out. */
  oldTasks: number
}

interface Look {
  tone: ServiceSummary['tone']
  label: Text
  means: Text
}

const looks: Record<ServiceHealth, Look> = {
  STEADY: {
    tone: 'good',
    label: { en: 'Steady', ko: '안정' },
    means: { en: 'Every wanted task runs.', ko: '원하는 태스크가 모두 실행 중입니다.' },
  },
  SCALED_TO_ZERO: {
    tone: 'off',
    label: { en: 'Scaled to zero', ko: '0으로 축소됨' },
    means: {
      en: 'No task is wanted and none runs.',
      ko: '원하는 태스크가 없고 실행 중인 태스크도 없습니다.',
    },
  },
  DEPLOYING: {
    tone: 'moving',
    label: { en: 'Deploying', ko: '배포 중' },
    means: { en: 'New tasks replace the old ones.', ko: '새 태스크가 이전 태스크를 교체하고 있습니다.' },
  },
  ROLLING_BACK: {
    tone: 'warning',
    label: { en: 'Rolling back', ko: '롤백 중' },
    means: {
      en: 'The last deployment failed; the one before it is being restored.',
      ko: '마지막 배포가 실패하여 이전 배포로 되돌리고 있습니다.',
    },
  },
  SCALING: {
    tone: 'moving',
    label: { en: 'Scaling', ko: '규모 조정 중' },
    means: {
      en: 'Tasks are being started or stopped to reach the wanted number.',
      ko: '원하는 개수에 맞추어 태스크를 시작하거나 중지하고 있습니다.',
    },
  },
  STUCK: {
    tone: 'bad',
    label: { en: 'Stuck', ko: '멈춤' },
    means: {
      en: 'Something keeps ECS from running the tasks that are wanted.',
      ko: 'ECS가 원하는 태스크를 실행하지 못하게 막는 것이 있습니다.',
    },
  },
  UNSTABLE: {
    tone: 'warning',
    label: { en: 'Unstable', ko: '불안정' },
    means: {
      en: 'As many tasks run as are wanted, but some fail and are replaced.',
      ko: '원하는 수의 태스크가 실행 중이지만 일부가 실패하여 교체되고 있습니다.',
    },
  },
  FAILED: {
    tone: 'bad',
    label: { en: 'Deployment failed', ko: '배포 실패' },
    means: {
      en: 'The last deployment failed and was not rolled back.',
      ko: '마지막 배포가 실패했고 롤백되지 않았습니다.',
    },
  },
  DRAINING: {
    tone: 'off',
    label: { en: 'Draining', ko: '드레이닝 중' },
    means: {
      en: 'The service was deleted; its last tasks are stopping.',
      ko: '서비스가 삭제되었고 마지막 태스크가 중지되고 있습니다.',
    },
  },
  INACTIVE: {
    tone: 'off',
    label: { en: 'Inactive', ko: '비활성' },
    means: { en: 'The service was deleted.', ko: '서비스가 삭제되었습니다.' },
  },
}

/** What each health is called. */
export const healthLabels: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(looks).map(([health, { label }]) => [health, label]),
)

const known = new WeakMap<Service, ServiceSummary>()

/** The summary of one answer about a service; remembered, because filters and sorting ask thousands of times. */
export function serviceSummary(service: Service): ServiceSummary {
  const before = known.get(service)
  if (before) return before
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')
  const reasons = service.status === 'ACTIVE' ? openProblems(service.events) : []
  const health = healthOf(
    service,
    primary,
    reasons.some(({ reading }) => reading.tone === 'bad'),
  )
  const summary = {
    health,
    ...looks[health],
    reasons: health === 'STEADY' || health === 'SCALED_TO_ZERO' ? [] : reasons,
    primary,
    oldTasks: service.deployments
      .filter((deployment) => deployment !== primary)
      .reduce((sum, { runningCount }) => sum + runningCount, 0),
  }
  known.set(service, summary)
  return summary
}

function healthOf(service: Service, primary: Deployment | undefined, trouble: boolean): ServiceHealth {
  if (service.status !== 'ACTIVE') return service.status === 'DRAINING' ? 'DRAINING' : 'INACTIVE'
  if (primary?.rolloutState === 'FAILED') return 'FAILED'
  if (trouble && (isShort(service) || isShort(primary))) return 'STUCK'
  if (isRollback(primary)) return 'ROLLING_BACK'
  return trouble ? 'UNSTABLE' : calmHealthOf(service, primary)
}

/** Nothing stands in the way. */
function calmHealthOf(service: Service, primary: Deployment | undefined): ServiceHealth {
  if (primary?.rolloutState === 'IN_PROGRESS' || service.deployments.length > 1) return 'DEPLOYING'
  if (service.runningCount !== service.desiredCount || service.pendingCount > 0) return 'SCALING'
  return service.desiredCount === 0 ? 'SCALED_TO_ZERO' : 'STEADY'
}

/** AWS marks the deployment that the circuit breaker goes back to only in its reason. */
export function isRollback(primary: Deployment | undefined): boolean {
  return primary?.rolloutState === 'IN_PROGRESS' && /rolling back/i.test(primary.rolloutStateReason ?? '')
}

function isShort(counts: { runningCount: number; desiredCount: number } | undefined): boolean {
  return counts !== undefined && counts.runningCount < counts.desiredCount
}

/** True while a reader should be told why the service is not as wanted. */
export function isNotSteady(summary: ServiceSummary): boolean {
  return !['STEADY', 'SCALED_TO_ZERO', 'INACTIVE'].includes(summary.health)
}
