/**
 * Chooses a container instance for a task, or says why none will do and which came closest.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html
 */
import type { PlacementConstraint, PlacementStrategy } from '@aws-sdk/client-ecs'
import type { ContainerInstanceRecord, TaskDefinitionRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { instancesInCluster, tasksInCluster, tasksOfService } from './ecs-index.ts'
import { matchesExpression, subjectValue } from './placement-constraints.ts'
import { isPortFree } from './ports.ts'
import { requiredAttributesOf, sizeOf, staticPortsOf } from './requirements.ts'

export interface PlacementRequest {
  clusterArn: string
  definition: TaskDefinitionRecord['definition']
  constraints: PlacementConstraint[]
  strategy: PlacementStrategy[]
  /** Tasks of the same group (or service) count for spreading and distinctInstance. */
  group: string
  serviceArn?: string
  /** Only instances of these capacity providers, when given. */
  capacityProviders?: string[]
}

export type Refusal = 'agent' | 'attribute' | 'constraint' | 'memory' | 'cpu' | 'port' | 'no-instances'

export type Placement =
  | { instance: ContainerInstanceRecord }
  /** `closest` is absent when there is no instance at all. */
  | { refusal: Refusal; closest?: ContainerInstanceRecord }

/** Where ECS would put one more task now. */
export function choosePlace(world: World, region: RegionTables, request: PlacementRequest): Placement {
  const peers = peersOf(region, request)
  const fitting: ContainerInstanceRecord[] = []
  let closest: { refusal: Refusal; at: number; instance: ContainerInstanceRecord } | undefined
  for (const instance of instancesInCluster(region.ecs, request.clusterArn)) {
    if (instance.status !== 'ACTIVE' || !isOffered(instance, request)) continue
    const at = order.findIndex((check) => !checks[check](instance, request, peers))
    if (at === -1) fitting.push(instance)
    else if (!closest || at > closest.at) closest = { refusal: order[at] ?? 'cpu', at, instance }
  }
  const instance = prefer(world, fitting, request, peers)
  if (instance) return { instance }
  return closest ? { refusal: closest.refusal, closest: closest.instance } : { refusal: 'no-instances' }
}

/** The first check that one given instance fails, or undefined when the task would fit there. */
export function refusalOf(
  region: RegionTables,
  instance: ContainerInstanceRecord,
  request: PlacementRequest,
): Refusal | undefined {
  const peers = peersOf(region, request)
  return order.find((check) => !checks[check](instance, request, peers))
}

function peersOf(region: RegionTables, request: PlacementRequest): TaskRecord[] {
  const { serviceArn, group, clusterArn } = request
  const tasks =
    serviceArn === undefined
      ? [...tasksInCluster(region.ecs, clusterArn)].filter((task) => task.group === group)
      : [...tasksOfService(region.ecs, serviceArn)]
  return tasks.filter((task) => task.desiredStatus !== 'STOPPED')
}

function isOffered(instance: ContainerInstanceRecord, request: PlacementRequest): boolean {
  const providers = request.capacityProviders
  return !providers || providers.includes(instance.capacityProviderName ?? '')
}

type Check = (instance: ContainerInstanceRecord, request: PlacementRequest, peers: TaskRecord[]) => boolean

/** In the order in which instances are compared: one that fails a later check came closer. */
const checks = {
  agent: (instance) => instance.agentConnected,
  attribute: (instance, { definition }) =>
    requiredAttributesOf(definition).every((name) => name in instance.attributes),
  constraint: (instance, { constraints, definition }, peers) =>
    [...constraints, ...(definition.placementConstraints ?? [])].every((constraint) =>
      constraint.type === 'distinctInstance'
        ? !peers.some((task) => task.containerInstanceArn === instance.containerInstanceArn)
        : matchesExpression(instance, constraint.expression ?? ''),
    ),
  memory: (instance, { definition }) => instance.remaining.memory >= sizeOf(definition).memory,
  cpu: (instance, { definition }) => instance.remaining.cpu >= sizeOf(definition).cpu,
  port: (instance, { definition }) =>
    staticPortsOf(definition).every((need) => isPortFree(instance, need.hostPort, need.protocol)),
} satisfies Record<Exclude<Refusal, 'no-instances'>, Check>

const order = ['agent', 'attribute', 'constraint', 'memory', 'cpu', 'port'] as const

/** Spread over Availability Zones, then over instances: what ECS does for services without a strategy. */
const defaultStrategy: PlacementStrategy[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
]

/** Orders by each strategy in turn and takes the first; ties go to the instance registered first. */
function prefer(
  world: World,
  instances: ContainerInstanceRecord[],
  request: PlacementRequest,
  peers: TaskRecord[],
): ContainerInstanceRecord | undefined {
  if (instances.length <= 1) return instances[0]
  const strategy = request.strategy.length > 0 ? request.strategy : defaultStrategy
  const keys = new Map(
    instances.map((instance) => [
      instance,
      strategy.map((one) => strategyKey(world, one, instance, instances, peers)),
    ]),
  )
  return instances.reduce((best, instance) =>
    isBefore(keys.get(instance) ?? [], keys.get(best) ?? []) ? instance : best,
  )
}

function isBefore(one: number[], other: number[]): boolean {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0
    if (value !== against) return value < against
  }
  return false
}

/** Lower is better. */
function strategyKey(
  world: World,
  strategy: PlacementStrategy,
  instance: ContainerInstanceRecord,
  instances: ContainerInstanceRecord[],
  peers: TaskRecord[],
): number {
  if (strategy.type === 'random') return nextRandom(world)
  if (strategy.type === 'binpack') {
    return strategy.field === 'cpu' ? instance.remaining.cpu : instance.remaining.memory
  }
  const field = strategy.field ?? 'instanceId'
  const value = subjectValue(instance, field)
  const alike = new Set(
    instances.filter((one) => subjectValue(one, field) === value).map((one) => one.containerInstanceArn),
  )
  return peers.filter((task) => alike.has(task.containerInstanceArn ?? '')).length
}
