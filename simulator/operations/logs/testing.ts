/** Calls the log operations on a world with the service `web`, for the tests of this folder. */
import type {
  FilterLogEventsCommandInput,
  FilterLogEventsCommandOutput,
  GetLogEventsCommandInput,
  GetLogEventsCommandOutput,
  LogStream,
} from '@aws-sdk/client-cloudwatch-logs'
import { advanceTo } from '../../engine/advance.ts'
import { webService } from '../../engine/elb/testing-service.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import type { Operation } from '../../operation.ts'
import { regionOf } from '../../world/create.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { DescribeLogStreams } from './DescribeLogStreams.ts'
import { FilterLogEvents } from './FilterLogEvents.ts'
import { GetLogEvents } from './GetLogEvents.ts'

export const HOUR = 3_600_000
export const GROUP = '/ecs/web'

export function run(world: World, operation: Operation, input: object): unknown {
  return operation.run(input as never, { world, region: regionOf(world, REGION), requestId: 'r' })
}

/** The world after so many hours of the service. */
export function made(behaviour: ImageBehaviour, hours: number, desiredCount = 2): World {
  const world = testingWorld()
  webService(world, behaviour, desiredCount)
  advanceTo(world, START + hours * HOUR)
  return world
}

export function streams(world: World): LogStream[] {
  const answer = run(world, DescribeLogStreams, { logGroupName: GROUP })
  return (answer as { logStreams: LogStream[] }).logStreams
}

export function get(world: World, input: Partial<GetLogEventsCommandInput>): GetLogEventsCommandOutput {
  return run(world, GetLogEvents, { logGroupName: GROUP, ...input }) as GetLogEventsCommandOutput
}

export function filter(
  world: World,
  input: Partial<FilterLogEventsCommandInput>,
): FilterLogEventsCommandOutput {
  return run(world, FilterLogEvents, { logGroupName: GROUP, ...input }) as FilterLogEventsCommandOutput
}
