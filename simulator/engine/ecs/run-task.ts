/** Tasks outside services, as RunTask starts them. */
import type { NetworkConfiguration, PlacementConstraint, PlacementStrategy } from '@aws-sdk/client-ecs'
import type {
  ContainerInstanceRecord,
  Tags,
  TaskDefinitionRecord,
  TaskRecord,
} from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { launch, type LaunchRequest } from './launch.ts'
import { choosePlace, type Placement, type Refusal } from './placement.ts'

export interface RunRequest {
  clusterArn: string
  definition: TaskDefinitionRecord
  count: number
  launchType: 'EC2' | 'FARGATE'
  capacityProviderName?: string
  group?: string
  startedBy?: string
  networkConfiguration?: NetworkConfiguration
  constraints?: PlacementConstraint[]
  strategy?: PlacementStrategy[]
  enableExecuteCommand?: boolean
  tags?: Tags
}

/** Reasons of RunTask's failures. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
const failureReasons: Record<Refusal, string> = {
  'no-instances': 'No Container Instances were found in your cluster.',
  agent: 'AGENT',
  attribute: 'ATTRIBUTE',
  constraint: 'MemberOf placement constraint unsatisfied.',
  memory: 'RESOURCE:MEMORY',
  cpu: 'RESOURCE:CPU',
  port: 'RESOURCE:PORTS',
}

/** Starts up to `count` tasks; those that find no place come back as failures. */
export function runTasks(
  world: World,
  region: RegionTables,
  request: RunRequest,
): { tasks: TaskRecord[]; failures: { arn?: string; reason: string }[] } {
  const tasks: TaskRecord[] = []
  const failures: { arn?: string; reason: string }[] = []
  for (let index = 0; index < request.count; index += 1) {
    const placement = request.launchType === 'FARGATE' ? undefined : placeFor(world, region, request)
    if (placement && 'refusal' in placement) {
      const reason = failureReasons[placement.refusal]
      const closest = placement.closest?.containerInstanceArn
      failures.push(closest === undefined ? { reason } : { arn: closest, reason })
    } else {
      tasks.push(launch(world, region, launchRequest(request, placement?.instance)))
    }
  }
  return { tasks, failures }
}

function groupOf(request: RunRequest): string {
  return request.group ?? `family:${request.definition.family}`
}

function placeFor(world: World, region: RegionTables, request: RunRequest): Placement {
  return choosePlace(world, region, {
    clusterArn: request.clusterArn,
    definition: request.definition.definition,
    constraints: request.constraints ?? [],
    strategy: request.strategy ?? [],
    group: groupOf(request),
    ...(request.capacityProviderName ? { capacityProviders: [request.capacityProviderName] } : {}),
  })
}

function launchRequest(request: RunRequest, instance: ContainerInstanceRecord | undefined): LaunchRequest {
  const { startedBy, capacityProviderName, networkConfiguration } = request
  return {
    clusterArn: request.clusterArn,
    definition: request.definition,
    launchType: request.launchType,
    group: groupOf(request),
    enableExecuteCommand: request.enableExecuteCommand ?? false,
    tags: request.tags ?? {},
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(capacityProviderName === undefined ? {} : { capacityProviderName }),
    ...(request.launchType === 'FARGATE' ? { platformVersion: '1.4.0' } : {}),
    ...(networkConfiguration ? { networkConfiguration } : {}),
    ...(instance ? { instance } : {}),
  }
}
