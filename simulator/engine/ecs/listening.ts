/** Tells load balancers and traffic that something started or stopped listening at an address. */
import type { TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { portsOf } from './requirements.ts'
import { definitionOf } from './steps.ts'

/** Where a container's port is reached from outside: the instance and its host port, or the task's own address. */
export interface Address {
  id: string
  port: number
  availabilityZone?: string
}

/** The address of `containerPort` of a container, once the container runs (dynamic ports are not known before). */
export function addressOf(
  region: RegionTables,
  task: TaskRecord,
  containerName: string,
  containerPort: number,
): Address | undefined {
  const zone = task.availabilityZone === undefined ? {} : { availabilityZone: task.availabilityZone }
  if (task.network) return { id: task.network.privateIp, port: containerPort, ...zone }
  const instance = region.ecs.containerInstances[task.containerInstanceArn ?? '']
  const binding = task.containers
    .find((container) => container.name === containerName)
    ?.networkBindings.find((one) => one.containerPort === containerPort)
  return instance && binding ? { id: instance.ec2InstanceId, port: binding.hostPort, ...zone } : undefined
}

/** Makes `endpoint-changed` due for every TCP port of a task (of one container, if named). */
export function announceEndpoints(
  world: World,
  region: RegionTables,
  task: TaskRecord,
  containerName?: string,
): void {
  for (const need of portsOf(definitionOf(region, task).definition)) {
    if (need.protocol !== 'tcp' || (containerName !== undefined && need.container !== containerName)) continue
    const address = addressOf(region, task, need.container, need.containerPort)
    if (!address) continue
    schedule(world, 0, {
      kind: 'endpoint-changed',
      region: region.name,
      subject: address.id,
      data: { port: address.port },
    })
  }
}
