/** ECS services of a copy: those whose task definition was read, so that their tasks can be started. */
import type {
  DescribeServicesCommandInput,
  DescribeServicesCommandOutput,
  DescribeTaskDefinitionCommandInput,
  DescribeTaskDefinitionCommandOutput,
  DescribeTasksCommandInput,
  DescribeTasksCommandOutput,
  RegisterTaskDefinitionRequest,
  Service,
  Task,
  TaskDefinition,
} from '@aws-sdk/client-ecs'
import { createService } from '../../engine/ecs/services.ts'
import { registerTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { regionOf } from '../../world/create.ts'
import type { World } from '../../world/world.ts'
import { healthyFor } from './behaviour.ts'
import { answersOf, at, filled, type RecordedCall, tagMap } from './recorded.ts'

/** A service to be started, with its task definition. */
export interface Startable {
  region: string
  service: Service
  definition: TaskDefinition
  definitionTags: Record<string, string>
}

export function startableServices(recorded: readonly RecordedCall[]): Startable[] {
  const definitions = answersOf<DescribeTaskDefinitionCommandInput, DescribeTaskDefinitionCommandOutput>(
    recorded,
    'ecs',
    'DescribeTaskDefinition',
  )
  const byArn = new Map(definitions.map(({ output }) => [output.taskDefinition?.taskDefinitionArn, output]))
  const services = answersOf<DescribeServicesCommandInput, DescribeServicesCommandOutput>(
    recorded,
    'ecs',
    'DescribeServices',
  )
  const found = new Map<string, Startable>()
  for (const { region, output } of services) {
    for (const service of output.services ?? []) {
      const { taskDefinition: definition, tags } = byArn.get(service.taskDefinition) ?? {}
      if (!definition || service.status !== 'ACTIVE') continue
      // Read several times: the last one is the latest.
      found.set(service.serviceArn ?? '', { region, service, definition, definitionTags: tagMap(tags) })
    }
  }
  return [...found.values()]
}

/** Tasks of those services that ran when they were read. */
export function tasksOf(recorded: readonly RecordedCall[], startable: readonly Startable[]): Task[] {
  const groups = new Set(startable.map(({ service }) => `service:${service.serviceName}`))
  const answers = answersOf<DescribeTasksCommandInput, DescribeTasksCommandOutput>(
    recorded,
    'ecs',
    'DescribeTasks',
  )
  const tasks = new Map(
    answers.flatMap(({ output }) => (output.tasks ?? []).map((task) => [task.taskArn, task] as const)),
  )
  return [...tasks.values()].filter(
    ({ group, desiredStatus }) => desiredStatus === 'RUNNING' && groups.has(group ?? ''),
  )
}

/** ARNs of the target groups that the tasks of those services fill. */
export function groupsServed(startable: readonly Startable[]): Set<string> {
  return new Set(
    startable.flatMap(({ service }) =>
      (service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []),
    ),
  )
}

const serviceDefaults = {
  serviceName: '',
  clusterArn: '',
  taskDefinition: '',
  desiredCount: 0,
  schedulingStrategy: 'REPLICA',
  capacityProviderStrategy: [],
  deploymentConfiguration: {},
  loadBalancers: [],
  placementConstraints: [],
  placementStrategy: [],
  healthCheckGracePeriodSeconds: 0,
  propagateTags: 'NONE',
} satisfies Service

/** Registers its task definition and creates the service; tasks start as time passes. */
export function startService(world: World, startable: Startable): void {
  const tables = regionOf(world, startable.region)
  const given = filled<Service, typeof serviceDefaults>(startable.service, serviceDefaults)
  const { launchType, networkConfiguration } = given
  if (!tables.ecs.clusters[given.clusterArn]) return
  register(world, startable)
  behaveWell(world, startable)
  const made = createService(world, tables, {
    clusterArn: given.clusterArn,
    serviceName: given.serviceName,
    taskDefinitionArn: given.taskDefinition,
    desiredCount: given.desiredCount,
    schedulingStrategy: given.schedulingStrategy,
    ...((launchType === 'EC2' || launchType === 'FARGATE') && { launchType }),
    capacityProviderStrategy: given.capacityProviderStrategy,
    deploymentConfiguration: given.deploymentConfiguration,
    loadBalancers: given.loadBalancers,
    ...(networkConfiguration && { networkConfiguration }),
    placementConstraints: given.placementConstraints,
    placementStrategy: given.placementStrategy,
    healthCheckGracePeriodSeconds: given.healthCheckGracePeriodSeconds,
    propagateTags: given.propagateTags,
    tags: tagMap(given.tags),
  })
  made.createdAt = at(given.createdAt, world.now)
}

/** With the revision that it has. */
function register(world: World, { region, definition, definitionTags }: Startable): void {
  const tables = regionOf(world, region)
  const { family = '', revision = 1, taskDefinitionArn = '' } = definition
  if (tables.ecs.taskDefinitions[taskDefinitionArn]) return
  tables.ecs.nextRevision[family] = revision
  const made = registerTaskDefinition(world, tables, withoutLogOptions(definition), { tags: definitionTags })
  made.registeredAt = at(definition.registeredAt, world.now)
}

/** Recordings come without the options of log drivers, which may hold secrets: nothing could be logged with them. */
function withoutLogOptions(given: TaskDefinition): RegisterTaskDefinitionRequest {
  const {
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _registeredAt,
    deregisteredAt: _deregisteredAt,
    registeredBy: _registeredBy,
    ...definition
  } = given
  return {
    ...definition,
    family: definition.family,
    containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
      const { logConfiguration: log, ...rest } = container
      return log ? { ...rest, logConfiguration: { logDriver: log.logDriver } } : rest
    }),
  }
}

/** Whatever its containers are, they pass the health checks that they are asked for. */
function behaveWell(world: World, { region, service, definition }: Startable): void {
  const { targetGroups } = regionOf(world, region).elb
  for (const { name, image = '' } of definition.containerDefinitions ?? []) {
    const groups = (service.loadBalancers ?? []).flatMap(({ containerName, targetGroupArn = '' }) =>
      containerName === name ? (targetGroups[targetGroupArn] ?? []) : [],
    )
    const behaviour = healthyFor(groups)
    world.images[image] = { ...behaviour, http: { ...world.images[image]?.http, ...behaviour.http } }
  }
}
