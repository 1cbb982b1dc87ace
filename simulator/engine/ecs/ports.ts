/** Host ports of a container instance: which are never given out, which are taken, which Docker would choose. */
import type { ContainerInstanceRecord } from '../../world/ecs-tables.ts'
import { nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'

/** SSH, Docker and the ECS agent. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
export const reservedTcpPorts: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680]

/** Linux's local port range on the ECS-optimised image, from which Docker chooses dynamic host ports. */
const dynamicFrom = 32768
const dynamicTo = 60999

export function isPortFree(
  instance: ContainerInstanceRecord,
  port: number,
  protocol: 'tcp' | 'udp',
): boolean {
  if (protocol === 'tcp' && reservedTcpPorts.includes(port)) return false
  return !instance.ports.some((use) => use.port === port && use.protocol === protocol)
}

/** A free port of the dynamic range: the next free one after a random start, as Docker's allocator walks it. */
export function chooseDynamicPort(
  world: World,
  instance: ContainerInstanceRecord,
  protocol: 'tcp' | 'udp',
): number {
  const size = dynamicTo - dynamicFrom + 1
  const start = Math.floor(nextRandom(world) * size)
  for (let step = 0; step < size; step += 1) {
    const port = dynamicFrom + ((start + step) % size)
    if (isPortFree(instance, port, protocol)) return port
  }
  throw new Error(`No dynamic port is left on ${instance.ec2InstanceId}`)
}
