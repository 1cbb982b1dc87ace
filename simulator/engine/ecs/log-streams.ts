/** Log groups and streams that the awslogs driver opens when a container starts. Their lines are computed on reading. */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { TaskRecord } from '../../world/ecs-tables.ts'
import { regionOf } from '../../world/create.ts'
import { arn } from '../../world/ids.ts'
import type { World } from '../../world/world.ts'
import { idOf } from './arns.ts'

/** Opens the stream `<prefix>/<container>/<task id>` of a container that logs to CloudWatch Logs. */
export function openLogStream(
  world: World,
  regionName: string,
  task: TaskRecord,
  definition: ContainerDefinition,
  runtimeId: string,
): void {
  const options = definition.logConfiguration?.options
  const name = options?.['awslogs-group']
  if (definition.logConfiguration?.logDriver !== 'awslogs' || !options || !name) return
  const region = regionOf(world, options['awslogs-region'] ?? regionName)
  const group = (region.logGroups[name] ??= {
    name,
    arn: arn(world, 'logs', region.name, `log-group:${name}`),
    createdAt: world.now,
    streams: {},
  })
  const prefix = options['awslogs-stream-prefix']
  const container = definition.name ?? ''
  // Without a prefix Docker names the stream after its own id of the container.
  const stream = prefix === undefined ? runtimeId : `${prefix}/${container}/${idOf(task.taskArn)}`
  group.streams[stream] ??= {
    name: stream,
    createdAt: world.now,
    taskArn: task.taskArn,
    containerName: container,
    lines: [],
  }
}
