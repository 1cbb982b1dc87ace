/** Log groups, and what stays in them of containers whose task ECS has forgotten. */
import { regionOf } from '../../world/create.ts'
import type { ContainerRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import type { ContainerLife, LogGroupRecord, LogStreamRecord } from '../../world/log-tables.ts'
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
  for (const stream of streamsOf(world, region, task)) {
    const container = task.containers.find(({ name }) => name === stream.containerName)
    const life = container && lifeOf(task, container)
    if (life) stream.life = life
  }
}

function streamsOf(world: World, region: string, task: TaskRecord): LogStreamRecord[] {
  const definition = world.regions[region]?.ecs.taskDefinitions[task.taskDefinitionArn]?.definition
  const groups = (definition?.containerDefinitions ?? []).flatMap(({ logConfiguration }) => {
    const options = logConfiguration?.options ?? {}
    const home = world.regions[options['awslogs-region'] ?? region]
    return home?.logGroups[options['awslogs-group'] ?? ''] ?? []
  })
  return groups.flatMap((group) =>
    Object.values(group.streams).filter((stream) => stream.taskArn === task.taskArn),
  )
}

/** The life of a container that has started, or undefined for one that never did (it wrote nothing). */
export function lifeOf(task: TaskRecord, container: ContainerRecord): ContainerLife | undefined {
  const { startedAt, stoppedAt, exitCode, reason, image } = container
  if (startedAt === undefined) return undefined
  return {
    image,
    startedAt,
    stoppedAt,
    exitCode,
    reason,
    serviceArn: task.serviceArn,
    stoppingAt: task.stoppingAt,
  }
}
