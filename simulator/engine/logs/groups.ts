/** Log groups, and what stays in them of containers whose task ECS has forgotten. */
import { regionOf } from '../../world/create.ts'
import type { ContainerRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import type { ContainerLife, LogGroupRecord } from '../../world/log-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'

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
 * Keeps the log streams of a stopped task. To be called just before its record is removed: until then its streams are
 * computed from the record itself.
 */
export function keepLogs(world: World, region: string, task: TaskRecord): void {
  const tables = regionOf(world, region)
  for (const container of task.containers) {
    const place = logPlace(tables, task, container)
    const life = lifeOf(task, container)
    if (!place || !life) continue
    const group = createLogGroup(world, region, place.group)
    group.streams[place.stream] = { name: place.stream, createdAt: life.startedAt, life, lines: [] }
  }
}

/** Where a container's output goes with the `awslogs` driver: `prefix/container/task id`; undefined with other drivers. */
export function logPlace(
  region: RegionTables,
  task: TaskRecord,
  container: ContainerRecord,
): { group: string; stream: string } | undefined {
  const definition = region.ecs.taskDefinitions[task.taskDefinitionArn]?.definition
  const log = definition?.containerDefinitions.find(({ name }) => name === container.name)?.logConfiguration
  const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = log?.options ?? {}
  if (log?.logDriver !== 'awslogs' || group === undefined) return undefined
  const taskId = task.taskArn.slice(task.taskArn.lastIndexOf('/') + 1)
  if (prefix !== undefined) return { group, stream: `${prefix}/${container.name}/${taskId}` }
  // On EC2 a prefix is optional; the stream is then named by the container's runtime id.
  return { group, stream: container.runtimeId ?? taskId }
}

/** The life of a container that has started, or undefined for one that never did (it wrote nothing). */
export function lifeOf(task: TaskRecord, container: ContainerRecord): ContainerLife | undefined {
  if (container.startedAt === undefined) return undefined
  const { startedAt, stoppedAt, exitCode, reason, image } = container
  const life: ContainerLife = { taskArn: task.taskArn, containerName: container.name, image, startedAt }
  if (task.serviceArn !== undefined) life.serviceArn = task.serviceArn
  if (task.stoppingAt !== undefined) life.stoppingAt = task.stoppingAt
  if (stoppedAt !== undefined) life.stoppedAt = stoppedAt
  if (exitCode !== undefined) life.exitCode = exitCode
  if (reason !== undefined) life.reason = reason
  return life
}
