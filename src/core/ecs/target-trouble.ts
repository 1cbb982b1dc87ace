/** Unhealthy targets of a service, which its counts and events keep silent about: a task that runs and gets no traffic. */
import type { Text } from '../../i18n/text.ts'
import type { Target, TargetGroup } from '../elb/target-group.ts'
import { targetKey, targetOwners } from '../elb/target-owner.ts'
import { explainTarget, targetTone, type TargetExplanation } from '../elb/target-reason.ts'
import type { ContainerInstance } from './container-instance.ts'
import type { ServiceSummary } from './service-status.ts'
import type { Task } from './task.ts'

/** Unhealthy targets of one target group that have one reason in common. */
export interface TargetTrouble {
  group: TargetGroup
  reason: string | undefined
  description: string | undefined
  explained: TargetExplanation | undefined
  targets: readonly UnhealthyTarget[]
}

export interface UnhealthyTarget {
  target: Target
  /** The task behind the target, where one is known. */
  task: Task | undefined
  /** The task belongs to the deployment that should become the only one. */
  isNew: boolean
}

const label: Text = { en: 'Unhealthy targets', ko: '비정상 대상' }
const waits: Text = {
  en: 'The new task runs, but the load balancer finds it unhealthy: the deployment waits for it and the old tasks stay.',
  ko: '새 태스크가 실행 중이지만 로드 밸런서가 비정상으로 판단합니다. 배포는 이 태스크를 기다리고 이전 태스크는 유지됩니다.',
}
const unserved: Text = {
  en: 'A task runs, but the load balancer finds it unhealthy and sends it no traffic while others are healthy.',
  ko: '태스크가 실행 중이지만 로드 밸런서가 비정상으로 판단하여, 정상인 대상이 있는 동안 트래픽을 보내지 않습니다.',
}

/** States of a service that look fine as long as only tasks are counted. */
const looksFine: readonly ServiceSummary['health'][] = ['STEADY', 'DEPLOYING', 'SCALING']

/** `instances` join targets that are EC2 instances; `primaryId` is the id of the new deployment, which its tasks name. */
export function targetTroubles(
  attached: readonly { group: TargetGroup; targets: readonly Target[] }[],
  tasks: readonly Task[],
  instances: readonly Pick<ContainerInstance, 'arn' | 'ec2InstanceId'>[],
  primaryId: string | undefined,
): TargetTrouble[] {
  return attached.flatMap(({ group, targets }) => {
    const bad = targets.filter(({ state }) => targetTone(state) === 'bad')
    const owners = targetOwners(bad, tasks, instances)
    const troubles = new Map<string, TargetTrouble & { targets: UnhealthyTarget[] }>()
    for (const target of bad) {
      const { reason, description } = target
      const key = `${reason} ${description}`
      const explained = explainTarget(target, group)
      const trouble = troubles.get(key) ?? { group, reason, description, explained, targets: [] }
      const task = owners.get(targetKey(target))?.task
      const isNew = task?.startedBy !== undefined && task.startedBy === primaryId
      trouble.targets.push({ target, task, isNew })
      troubles.set(key, trouble)
    }
    return [...troubles.values()]
  })
}

/** The summary with its targets taken into account. What the events say stands in the way is said first. */
export function withTargetTroubles(
  summary: ServiceSummary,
  troubles: readonly TargetTrouble[],
): ServiceSummary {
  if (troubles.length === 0 || !looksFine.includes(summary.health)) return summary
  const isWaiting =
    summary.health === 'DEPLOYING' && troubles.some(({ targets }) => targets.some(({ isNew }) => isNew))
  return { ...summary, health: 'UNHEALTHY', tone: 'bad', label, means: isWaiting ? waits : unserved }
}
