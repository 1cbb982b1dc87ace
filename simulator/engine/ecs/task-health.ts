/** When the service scheduler counts a task as healthy. */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { targetRecordsOf } from './service-targets.ts'
import { definitionOf } from './steps.ts'

/**
 * RUNNING, its container health checks passed, and healthy in every target group of its service. A group without a
 * listener checks nothing, so its targets (`unused`) count as healthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function isHealthy(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  task: TaskRecord,
): boolean {
  if (task.lastStatus !== 'RUNNING' || task.desiredStatus !== 'RUNNING') return false
  if (hasHealthCheck(region, task) && task.healthStatus !== 'HEALTHY') return false
  const records = targetRecordsOf(world, region, service, task)
  return records.every(
    (record) => record?.state === 'healthy' || record?.state === 'unused' || record?.state === 'unavailable',
  )
}

function hasHealthCheck(region: RegionTables, task: TaskRecord): boolean {
  return definitionOf(region, task).definition.containerDefinitions.some(
    (container) => container.healthCheck && container.essential !== false,
  )
}
