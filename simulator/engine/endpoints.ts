/** What answers at an address and port inside the world: the bridge from ECS tasks and instances to load balancers and traffic. */
import type { ContainerRecord, EcsTables, TaskRecord } from '../world/ecs-tables.ts'
import type { ImageBehaviour } from '../world/traffic-tables.ts'
import type { World } from '../world/world.ts'
import { regionOf } from '../world/create.ts'
import { instanceByEc2Id, taskAtIp } from './ecs/ecs-index.ts'
import { portsOf } from './ecs/requirements.ts'

/** Software that has a port open: a container's, or an instance's own. */
export interface Endpoint {
  /** Absent where no container is behind it. */
  container?: ContainerRecord
  behaviour: ImageBehaviour
  /** World time (ms since the epoch) from which it accepts connections; before that they are refused. */
  readyAt: number
}

/** ms from a container's start until it listens, where its image does not say otherwise. */
const defaultReadyAfterMs = 2000

/** What listens (or soon will) at an instance id or private IP and a port; undefined when nothing does. */
export function endpointAt(world: World, region: string, id: string, port: number): Endpoint | undefined {
  return (
    containerAt(world, region, id, port) ??
    instanceSoftwareAt(world, region, id, port) ??
    serverSoftwareAt(world, id, port)
  )
}

/** The software of a server outside EC2: target groups may hold its address. */
function serverSoftwareAt(world: World, ip: string, port: number): Endpoint | undefined {
  const server = Object.values(world.internet.servers).find(({ addresses }) => addresses.includes(ip))
  const image = server?.listening.find((one) => one.port === port)?.image
  if (!server || server.stopped || image === undefined) return undefined
  return { behaviour: world.images[image] ?? {}, readyAt: 0 }
}

/** The software of an instance that ECS does not know. */
function instanceSoftwareAt(world: World, region: string, id: string, port: number): Endpoint | undefined {
  const { instances } = regionOf(world, region).ec2
  const instance = instances[id] ?? Object.values(instances).find(({ privateIp }) => privateIp === id)
  const image = instance?.listening.find((one) => one.port === port)?.image
  if (instance?.state !== 'running' || image === undefined) return undefined
  return { behaviour: world.images[image] ?? {}, readyAt: instance.launchedAt }
}

function containerAt(world: World, region: string, id: string, port: number): Endpoint | undefined {
  const { ecs } = regionOf(world, region)
  const instance = instanceByEc2Id(ecs, id)
  const arn = instance?.ports.find((use) => use.port === port && use.protocol === 'tcp')?.taskArn
  const task = instance ? (arn === undefined ? undefined : ecs.tasks[arn]) : taskAtIp(ecs, id)
  const container = task?.containers.find(
    (one) => one.lastStatus === 'RUNNING' && (instance ? isBound(one, port) : opens(ecs, task, one, port)),
  )
  if (!task || container?.startedAt === undefined) return undefined
  const behaviour = world.images[container.image] ?? {}
  return {
    container,
    behaviour,
    readyAt: container.startedAt + (behaviour.readyAfterMs ?? defaultReadyAfterMs),
  }
}

function isBound(container: ContainerRecord, hostPort: number): boolean {
  return container.networkBindings.some(
    (binding) => binding.hostPort === hostPort && binding.protocol === 'tcp',
  )
}

/** In awsvpc mode nothing is bound on a host: the task definition says which container has the port. */
function opens(ecs: EcsTables, task: TaskRecord, container: ContainerRecord, port: number): boolean {
  const definition = ecs.taskDefinitions[task.taskDefinitionArn]?.definition
  return (
    definition !== undefined &&
    portsOf(definition).some(
      (need) => need.container === container.name && need.containerPort === port && need.protocol === 'tcp',
    )
  )
}
