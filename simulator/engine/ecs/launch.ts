/** Makes a task: its record, its containers, what it holds on its instance, and the first step of its life. */
import type { NetworkConfiguration } from '@aws-sdk/client-ecs'
import type {
  ContainerInstanceRecord,
  ContainerRecord,
  Tags,
  TaskDefinitionRecord,
  TaskRecord,
} from '../../world/ecs-tables.ts'
import { arn, hexId, uuid } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { idOf } from './arns.ts'
import { addTask, tasksInCluster, tasksOfService } from './ecs-index.ts'
import { attachInterface } from './network.ts'
import { networkModeOf, sizeOf, staticPortsOf } from './requirements.ts'
import { nextStep } from './steps.ts'

export interface LaunchRequest {
  clusterArn: string
  definition: TaskDefinitionRecord
  launchType: TaskRecord['launchType']
  group: string
  serviceArn?: string
  deploymentId?: string
  startedBy?: string
  capacityProviderName?: string
  platformVersion?: string
  networkConfiguration?: NetworkConfiguration
  /** Where it was placed, for EC2. */
  instance?: ContainerInstanceRecord
  enableExecuteCommand: boolean
  tags: Tags
}

/** Launches a task that has been given its place. Its life then goes on by itself as time advances. */
export function launch(world: World, region: RegionTables, request: LaunchRequest): TaskRecord {
  const { definition, instance } = request
  const id = hexId(world)
  const cluster = idOf(request.clusterArn)
  const task: TaskRecord = {
    taskArn: arn(world, 'ecs', region.name, `task/${cluster}/${id}`),
    clusterArn: request.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group: request.group,
    launchType: request.launchType,
    lastStatus: 'PENDING',
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    containers: containersOf(world, region.name, definition, `${cluster}/${id}`),
    ...sizeOf(definition.definition),
    enableExecuteCommand: request.enableExecuteCommand,
    version: 1,
    createdAt: world.now,
    tags: request.tags,
  }
  for (const key of [
    'serviceArn',
    'deploymentId',
    'startedBy',
    'capacityProviderName',
    'platformVersion',
  ] as const) {
    const value = request[key]
    if (value !== undefined) task[key] = value
  }
  if (instance) hold(task, instance, definition)
  if (networkModeOf(definition.definition) === 'awsvpc') attach(world, region, task, request)
  addTask(region.ecs, task)
  journal(world, {
    type: 'effect',
    name: 'task-started',
    region: region.name,
    subject: task.taskArn,
    detail: { group: task.group, taskDefinition: task.taskDefinitionArn },
  })
  scheduleFirstStep(world, region, task)
  return task
}

function containersOf(
  world: World,
  region: string,
  definition: TaskDefinitionRecord,
  path: string,
): ContainerRecord[] {
  return definition.definition.containerDefinitions.map((container) => {
    const made: ContainerRecord = {
      containerArn: arn(world, 'ecs', region, `container/${path}/${uuid(world)}`),
      name: container.name ?? '',
      image: container.image ?? '',
      lastStatus: 'PENDING',
      healthStatus: 'UNKNOWN',
      networkBindings: [],
      cpu: container.cpu ?? 0,
    }
    if (container.memory !== undefined) made.memory = container.memory
    if (container.memoryReservation !== undefined) made.memoryReservation = container.memoryReservation
    return made
  })
}

/** CPU, memory and static host ports are taken from the moment of placement, not of start. */
function hold(task: TaskRecord, instance: ContainerInstanceRecord, definition: TaskDefinitionRecord): void {
  task.containerInstanceArn = instance.containerInstanceArn
  if (instance.capacityProviderName) task.capacityProviderName ??= instance.capacityProviderName
  task.availabilityZone = instance.availabilityZone
  instance.remaining.cpu -= task.cpu
  instance.remaining.memory -= task.memory
  instance.version += 1
  for (const { hostPort, protocol } of staticPortsOf(definition.definition)) {
    instance.ports.push({ port: hostPort, protocol, taskArn: task.taskArn, dynamic: false })
  }
}

function attach(world: World, region: RegionTables, task: TaskRecord, request: LaunchRequest): void {
  const wanted = request.networkConfiguration?.awsvpcConfiguration
  const peers = task.serviceArn
    ? tasksOfService(region.ecs, task.serviceArn)
    : tasksInCluster(region.ecs, task.clusterArn)
  const { network, availabilityZone } = attachInterface(
    world,
    region,
    { subnets: wanted?.subnets ?? [], securityGroups: wanted?.securityGroups ?? [] },
    peers,
  )
  task.network = network
  task.availabilityZone ??= availabilityZone
  task.lastStatus = 'PROVISIONING'
}

function scheduleFirstStep(world: World, region: RegionTables, task: TaskRecord): void {
  const jitter = nextRandom(world)
  if (task.lastStatus === 'PENDING') nextStep(world, region, task, 'connect', 400 + 600 * jitter)
  // Fargate finds a machine and attaches the interface; on EC2 only the interface is attached.
  else if (task.launchType === 'FARGATE') nextStep(world, region, task, 'provisioned', 8000 + 6000 * jitter)
  else nextStep(world, region, task, 'provisioned', 3000 + 2000 * jitter)
}
