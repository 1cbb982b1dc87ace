/** Log groups, and what stays in them of containers whose task ECS has forgotten. */
import { regionOf } from '../../world/create.ts'
import type { ContainerRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import type { ContainerLife, LogGroupRecord } from '../../world/log-tables.ts'
import type { World } from '../../world/world.ts'

/** A log group; one that exists stays as it is. Retention in days, never expiring when left out. */
export function createLogGroup(
  world: World,
  region: string,
  name: string,
  retentionInDays?: number,
): LogGroupRecord {
  const made: LogGroupRecord = {
    name,
    arn: arn(world, 'logs', region, `log-group:${name}`),
    createdAt: world.now,
    streams: {},
  }
  if (retentionInDays !== undefined) made.retentionInDays = retentionInDays
  return (regionOf(world, region).logGroups[name] ??= made)
}

/**
 * Keeps what a stopped task's containers did beside their log streams. To be called just before the task's record is
 * removed: until then the lines are computed from the record itself, afterwards from what was kept.
 */
export function keepLogs(world: World, region: string, task: TaskRecord): void {
  const definition = world.regions[region]?.ecs.taskDefinitions[task.taskDefinitionArn]?.definition
  for (const { logConfiguration } of definition?.containerDefinitions ?? []) {
    const options = logConfiguration?.options ?? {}
    const tables = world.regions[options['awslogs-region'] ?? region]
    for (const stream of Object.values(tables?.logGroups[options['awslogs-group'] ?? '']?.streams ?? {})) {
      if (stream.taskArn !== task.taskArn) continue
      const container = task.containers.find(({ name }) => name === stream.containerName)
      const life = container && lifeOf(task, container)
      if (life) stream.life = life
    }
  }
}

/** The life of a container that has started, or undefined for one that never did (it wrote nothing). */
export function lifeOf(task: TaskRecord, container: ContainerRecord): ContainerLife | undefined {
  if (container.startedAt === undefined) return undefined
  const { startedAt, stoppedAt, exitCode, reason, image } = container
  const life: ContainerLife = { image, startedAt }
  if (task.serviceArn !== undefined) life.serviceArn = task.serviceArn
  if (task.stoppingAt !== undefined) life.stoppingAt = task.stoppingAt
  if (stoppedAt !== undefined) life.stoppedAt = stoppedAt
  if (exitCode !== undefined) life.exitCode = exitCode
  if (reason !== undefined) life.reason = reason
  return life
}
