/**
 * What a DAEMON service does next: one task on every ACTIVE instance that meets its constraints. With the default maximum of
 * 100 percent an instance's old task is stopped before its new one starts.
 */
import type { ContainerInstanceRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { instancesInCluster } from './ecs-index.ts'
import { matchesExpression } from './placement-constraints.ts'
import { isLeaving, limitsOf, type RolloutPlan, stillStopping } from './rollout-plan.ts'

/** Plan for a DAEMON service; also sets its desired count, which AWS computes. */
export function planDaemon(
  region: RegionTables,
  service: ServiceRecord,
  live: TaskRecord[],
  healthy: ReadonlySet<TaskRecord>,
): RolloutPlan {
  const [primary] = service.deployments
  const eligible = service.status === 'ACTIVE' ? eligibleInstances(region, service) : []
  service.desiredCount = eligible.length
  if (primary) primary.desiredCount = eligible.length
  const homes = new Set(eligible.map((instance) => instance.containerInstanceArn))
  const stray = live.filter((task) => isLeaving(region, task) || !homes.has(task.containerInstanceArn ?? ''))
  const old = live.filter((task) => task.deploymentId !== primary?.id && !stray.includes(task))
  const { lower } = limitsOf(service, eligible.length)
  const idle = old.filter((task) => !healthy.has(task))
  const spare = Math.max(0, live.filter((task) => healthy.has(task)).length - lower)
  const stop = [...stray, ...idle, ...old.filter((task) => healthy.has(task)).slice(0, spare)]
  const served = new Set(live.map((task) => task.containerInstanceArn))
  const lacking = eligible.filter(
    (instance) => instance.agentConnected && !served.has(instance.containerInstanceArn),
  )
  const moving = live.some((task) => !healthy.has(task)) || stillStopping(region, service)
  return {
    stop,
    start: lacking.length,
    instanceArns: lacking.map((instance) => instance.containerInstanceArn),
    settled: stop.length === 0 && old.length === 0 && lacking.length === 0 && !moving,
    blocked: false,
  }
}

function eligibleInstances(region: RegionTables, service: ServiceRecord): ContainerInstanceRecord[] {
  const definition = region.ecs.taskDefinitions[service.taskDefinitionArn]?.definition
  const constraints = [...service.placementConstraints, ...(definition?.placementConstraints ?? [])]
  return [...instancesInCluster(region.ecs, service.clusterArn)].filter(
    (instance) =>
      instance.status === 'ACTIVE' &&
      constraints.every(
        (one) => one.type === 'distinctInstance' || matchesExpression(instance, one.expression ?? ''),
      ),
  )
}
