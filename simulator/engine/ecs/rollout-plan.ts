/**
 * What a rolling update does next, within minimumHealthyPercent (rounded up) and maximumPercent (rounded down).
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { tasksOfService } from './ecs-index.ts'

export interface RolloutPlan {
  stop: TaskRecord[]
  /** How many tasks of the primary deployment to start. */
  start: number
  /** For daemons: the instances that lack one. */
  instanceArns?: string[]
  /** All tasks are of the primary deployment, healthy, and as many as desired; nothing is still stopping. */
  settled: boolean
  /** The limits allow neither a stop nor a start, and nothing is on its way that could change it. */
  blocked: boolean
}

/** The limits of a service with `desired` tasks: `lower` must stay healthy, `upper` may be running or starting. */
export function limitsOf(service: ServiceRecord, desired: number): { lower: number; upper: number } {
  const { minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration
  return {
    lower: Math.ceil((desired * minimumHealthyPercent) / 100),
    upper: Math.floor((desired * maximumPercent) / 100),
  }
}

/** Plan for a REPLICA service. `live` are its tasks that are not being stopped. */
export function planReplicas(
  region: RegionTables,
  service: ServiceRecord,
  live: TaskRecord[],
  healthy: ReadonlySet<TaskRecord>,
): RolloutPlan {
  const desired = service.status === 'ACTIVE' ? service.desiredCount : 0
  const { lower, upper } = limitsOf(service, desired)
  const [primary] = service.deployments
  const outdated = live.filter((task) => task.deploymentId !== primary?.id || isLeaving(region, task))
  const current = live.filter((task) => !outdated.includes(task))
  const stop = [
    ...surplus(current, healthy, current.length - desired),
    ...replaceable(outdated, healthy, live, lower),
  ]
  const left = live.length - stop.length
  const missing = Math.max(0, desired - current.length)
  const start = Math.max(0, Math.min(missing, upper - left))
  const moving = live.some((task) => !healthy.has(task)) || stillStopping(region, service)
  return {
    stop,
    start,
    settled: outdated.length === 0 && current.length === desired && stop.length === 0 && !moving,
    blocked: outdated.length > 0 && stop.length === 0 && start === 0 && missing > 0 && !moving,
  }
}

/** True when the task's instance is being drained: it must be replaced elsewhere. */
export function isLeaving(region: RegionTables, task: TaskRecord): boolean {
  const instance = region.ecs.containerInstances[task.containerInstanceArn ?? '']
  return instance !== undefined && instance.status !== 'ACTIVE'
}

export function stillStopping(region: RegionTables, service: ServiceRecord): boolean {
  for (const task of tasksOfService(region.ecs, service.serviceArn)) {
    if (task.desiredStatus === 'STOPPED' && task.lastStatus !== 'STOPPED') return true
  }
  return false
}

/** Outdated tasks that may be stopped now: those that serve nobody, then healthy ones down to the lower limit. */
function replaceable(
  outdated: TaskRecord[],
  healthy: ReadonlySet<TaskRecord>,
  live: TaskRecord[],
  lower: number,
): TaskRecord[] {
  const idle = outdated.filter((task) => !healthy.has(task))
  const spare = Math.max(0, live.filter((task) => healthy.has(task)).length - lower)
  return [...idle, ...outdated.filter((task) => healthy.has(task)).slice(0, spare)]
}

/** Which tasks go when there are too many: those that serve nobody, then those whose zone has the most. */
function surplus(tasks: TaskRecord[], healthy: ReadonlySet<TaskRecord>, count: number): TaskRecord[] {
  const left = [...tasks]
  const chosen: TaskRecord[] = []
  const load = (task: TaskRecord): number =>
    left.filter((one) => one.availabilityZone === task.availabilityZone).length
  while (chosen.length < count) {
    const weights = left.map((task) => (healthy.has(task) ? 0 : 1e6) + load(task))
    const index = weights.lastIndexOf(Math.max(...weights))
    const [task] = left.splice(index, 1)
    if (!task) break
    chosen.push(task)
  }
  return chosen
}
