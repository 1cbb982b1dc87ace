/** A container instance as DescribeContainerInstances gives it. */
import type { ContainerInstance, Resource } from '@aws-sdk/client-ecs'
import { countTasks } from '../../engine/ecs/counts.ts'
import { tasksOnInstance } from '../../engine/ecs/ecs-index.ts'
import { reservedTcpPorts } from '../../engine/ecs/ports.ts'
import type { ContainerInstanceRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toDate, toTags } from './described.ts'

export function instanceView(
  region: RegionTables,
  record: ContainerInstanceRecord,
  now: number,
  include: readonly string[],
): ContainerInstance {
  const counts = countTasks(tasksOnInstance(region.ecs, record.containerInstanceArn))
  return {
    containerInstanceArn: record.containerInstanceArn,
    ec2InstanceId: record.ec2InstanceId,
    capacityProviderName: record.capacityProviderName,
    version: record.version,
    versionInfo: {
      agentVersion: record.agentVersion,
      agentHash: '7d3f9c1b',
      dockerVersion: record.dockerVersion,
    },
    status: record.status,
    agentConnected: record.agentConnected,
    agentUpdateStatus: record.agentUpdateStatus as ContainerInstance['agentUpdateStatus'],
    runningTasksCount: counts.running,
    pendingTasksCount: counts.pending,
    registeredResources: resources(record.registered, [...reservedTcpPorts], []),
    remainingResources: resources(record.remaining, usedPorts(record, 'tcp'), usedPorts(record, 'udp')),
    attributes: Object.entries(record.attributes).map(([name, value]) =>
      value === '' ? { name } : { name, value },
    ),
    registeredAt: toDate(record.registeredAt),
    attachments: [],
    tags: include.includes('TAGS') ? toTags(record.tags) : [],
    healthStatus: include.includes('CONTAINER_INSTANCE_HEALTH') ? health(record, now) : undefined,
  }
}

/** Under PORTS ECS lists what is taken, not what is left; ports that Docker chose are not among them. */
function usedPorts(record: ContainerInstanceRecord, protocol: 'tcp' | 'udp'): number[] {
  const used = record.ports.filter((use) => use.protocol === protocol && !use.dynamic)
  const reserved = protocol === 'tcp' ? reservedTcpPorts : []
  return [...new Set([...reserved, ...used.map((use) => use.port)])]
}

function resources(size: { cpu: number; memory: number }, tcp: number[], udp: number[]): Resource[] {
  return [
    amount('CPU', size.cpu),
    amount('MEMORY', size.memory),
    portSet('PORTS', tcp),
    portSet('PORTS_UDP', udp),
  ]
}

function amount(name: string, integerValue: number): Resource {
  return { name, type: 'INTEGER', doubleValue: 0, longValue: 0, integerValue }
}

function portSet(name: string, ports: number[]): Resource {
  return { ...amount(name, 0), type: 'STRINGSET', stringSetValue: ports.map(String) }
}

function health(record: ContainerInstanceRecord, now: number): ContainerInstance['healthStatus'] {
  const { agentConnected, registeredAt, agentChangedAt = registeredAt } = record
  const status = agentConnected ? 'OK' : 'IMPAIRED'
  // An agent that is away reports nothing: what it said last is what ECS shows.
  const lastUpdated = toDate(agentConnected ? now : agentChangedAt)
  return {
    overallStatus: status,
    details: [
      { type: 'CONTAINER_RUNTIME', status: 'OK', lastUpdated, lastStatusChange: toDate(registeredAt) },
      { type: 'AGENT_CONNECTIVITY', status, lastUpdated, lastStatusChange: toDate(agentChangedAt) },
    ],
  }
}
