/** Host ports of a container instance: which are taken, by whom, and which ECS reserves. */
import type { ContainerInstance } from './container-instance.ts'
import type { Task } from './task.ts'

export type PortProtocol = 'tcp' | 'udp'

export interface PortHolder {
  taskId: string
  taskArn: string
  /** The task's service, when it belongs to one. */
  serviceName?: string
  container: string
  containerPort?: number
}

export interface PortUse {
  port: number
  protocol: PortProtocol
  /** Why ECS keeps it on every instance; undefined for ports that tasks hold. */
  reserved?: 'ssh' | 'docker' | 'agent'
  /** Empty while the tasks are not known, or when something outside ECS holds it. */
  holders: PortHolder[]
}

/**
 * Ports that ECS counts as used on every instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
const reservedTcp = new Map<number, NonNullable<PortUse['reserved']>>([
  [22, 'ssh'],
  [2375, 'docker'],
  [2376, 'docker'],
  [51678, 'agent'],
  [51679, 'agent'],
  [51680, 'agent'],
])

/** Why a TCP host port is reserved on every instance, or undefined. */
export function reservedPort(port: number, protocol: PortProtocol = 'tcp'): PortUse['reserved'] {
  return protocol === 'tcp' ? reservedTcp.get(port) : undefined
}

/** How many host ports tasks hold; the reserved ones are on every instance and say nothing. */
export function heldPortCount(instance: Pick<ContainerInstance, 'tcpPortsInUse' | 'udpPortsInUse'>): number {
  return (
    instance.tcpPortsInUse.filter((port) => !reservedTcp.has(port)).length + instance.udpPortsInUse.length
  )
}

function holdersByPort(instanceArn: string, tasks: readonly Task[]): Map<string, PortHolder[]> {
  const byPort = new Map<string, PortHolder[]>()
  for (const task of tasks) {
    if (task.containerInstanceArn !== instanceArn || task.lastStatus === 'STOPPED') continue
    for (const container of task.containers) {
      for (const binding of container.networkBindings) {
        if (binding.hostPort === undefined) continue
        const key = `${binding.protocol ?? 'tcp'}:${String(binding.hostPort)}`
        const holders = byPort.get(key) ?? []
        // Docker reports one binding for IPv4 and one for IPv6: the same container holds both.
        if (holders.some((one) => one.taskArn === task.arn && one.container === container.name)) continue
        holders.push({
          taskId: task.id,
          taskArn: task.arn,
          container: container.name,
          serviceName: task.serviceName,
          containerPort: binding.containerPort,
        })
        byPort.set(key, holders)
      }
    }
  }
  return byPort
}

/** Every host port in use on `instance`, held ones first, each with who holds it among `tasks`. */
export function portsInUse(
  instance: Pick<ContainerInstance, 'arn' | 'tcpPortsInUse' | 'udpPortsInUse'>,
  tasks: readonly Task[],
): PortUse[] {
  const holders = holdersByPort(instance.arn, tasks)
  const toUse =
    (protocol: PortProtocol) =>
    (port: number): PortUse => {
      return {
        port,
        protocol,
        holders: holders.get(`${protocol}:${String(port)}`) ?? [],
        reserved: reservedPort(port, protocol),
      }
    }
  return [...instance.tcpPortsInUse.map(toUse('tcp')), ...instance.udpPortsInUse.map(toUse('udp'))].toSorted(
    (a, b) =>
      Number(a.reserved !== undefined) - Number(b.reserved !== undefined) ||
      a.port - b.port ||
      a.protocol.localeCompare(b.protocol),
  )
}
