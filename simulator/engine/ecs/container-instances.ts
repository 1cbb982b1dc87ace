/** Container instances: registering, draining, losing their agent, going away. */
import type { ContainerInstanceRecord, Tags } from '../../world/ecs-tables.ts'
import { arn, hexId } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { idOf } from './arns.ts'
import { addInstance, removeInstance, servicesInCluster, tasksOnInstance } from './ecs-index.ts'
import { capacityChanged, requestPass } from './passes.ts'
import { standardAttributes } from './requirements.ts'
import { serviceOf } from './steps.ts'
import { stopTask } from './task-stop.ts'

/** What ECS can place on an instance type: CPU units, and MiB after the system's share. */
const capacities: Record<string, { cpu: number; memory: number }> = {
  't3.medium': { cpu: 2048, memory: 3832 },
  't3.large': { cpu: 2048, memory: 7764 },
  'm5.large': { cpu: 2048, memory: 7688 },
  'm5.xlarge': { cpu: 4096, memory: 15480 },
  'm5.2xlarge': { cpu: 8192, memory: 31120 },
  'c5.large': { cpu: 2048, memory: 3696 },
  'r5.large': { cpu: 2048, memory: 15672 },
}

export interface NewInstance {
  clusterArn: string
  ec2InstanceId: string
  privateIp: string
  availabilityZone: string
  instanceType: string
  capacityProviderName?: string
  agentVersion?: string
  /** Custom attributes beside those of the ECS-optimised image. */
  attributes?: Record<string, string>
  tags?: Tags
}

/** Registers an EC2 instance with a cluster: tasks can be placed on it from now on. */
export function registerInstance(
  world: World,
  region: RegionTables,
  wanted: NewInstance,
): ContainerInstanceRecord {
  const size = capacities[wanted.instanceType] ?? { cpu: 2048, memory: 7688 }
  const path = `${idOf(wanted.clusterArn)}/${hexId(world)}`
  const instance: ContainerInstanceRecord = {
    containerInstanceArn: arn(world, 'ecs', region.name, `container-instance/${path}`),
    clusterArn: wanted.clusterArn,
    ec2InstanceId: wanted.ec2InstanceId,
    privateIp: wanted.privateIp,
    availabilityZone: wanted.availabilityZone,
    instanceType: wanted.instanceType,
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: wanted.agentVersion ?? '1.98.0',
    dockerVersion: 'DockerVersion: 25.0.8',
    registered: { ...size },
    remaining: { ...size },
    ports: [],
    attributes: {
      ...Object.fromEntries(standardAttributes.map((name) => [name, ''])),
      'ecs.availability-zone': wanted.availabilityZone,
      'ecs.instance-type': wanted.instanceType,
      'ecs.os-type': 'linux',
      'ecs.os-family': 'LINUX',
      'ecs.cpu-architecture': 'x86_64',
      'ecs.ami-id': 'ami-0c9f7a8d6e5b43210',
      ...wanted.attributes,
    },
    registeredAt: world.now,
    version: 1,
    tags: wanted.tags ?? {},
  }
  if (wanted.capacityProviderName) instance.capacityProviderName = wanted.capacityProviderName
  addInstance(region.ecs, instance)
  journal(world, {
    type: 'effect',
    name: 'instance-registered',
    region: region.name,
    subject: instance.containerInstanceArn,
  })
  capacityChanged(world, region, instance.clusterArn)
  return instance
}

/** ACTIVE takes tasks; DRAINING takes none, and tasks of services are replaced elsewhere. Other tasks stay where they are. */
export function setInstanceStatus(
  world: World,
  region: RegionTables,
  instance: ContainerInstanceRecord,
  status: 'ACTIVE' | 'DRAINING',
): void {
  if (instance.status === status) return
  instance.status = status
  instance.version += 1
  // Tasks that have not come up yet are stopped at once and started elsewhere.
  for (const task of tasksOnInstance(region.ecs, instance.containerInstanceArn)) {
    const service = serviceOf(region, task)
    if (!service) continue
    if (status === 'DRAINING' && task.lastStatus === 'PENDING') {
      stopTask(world, region, task, {
        code: 'ServiceSchedulerInitiated',
        reason: `Scaling activity initiated by (deployment ${task.deploymentId ?? ''})`,
      })
    }
    requestPass(world, region, service)
  }
  capacityChanged(world, region, instance.clusterArn)
}

/** An instance whose agent is away keeps its tasks running, but gets no new ones. */
export function setAgentConnected(
  world: World,
  region: RegionTables,
  instance: ContainerInstanceRecord,
  connected: boolean,
): void {
  if (instance.agentConnected === connected) return
  instance.agentConnected = connected
  instance.agentChangedAt = world.now
  instance.version += 1
  if (connected) capacityChanged(world, region, instance.clusterArn)
}

/** The EC2 instance is gone, with everything that ran on it. */
export function terminateInstance(
  world: World,
  region: RegionTables,
  instance: ContainerInstanceRecord,
): void {
  for (const task of tasksOnInstance(region.ecs, instance.containerInstanceArn)) {
    stopTask(world, region, task, {
      code: 'TerminationNotice',
      reason: `Host EC2 (instance ${instance.ec2InstanceId}) terminated.`,
    })
  }
  removeInstance(region.ecs, instance)
  for (const service of servicesInCluster(region.ecs, instance.clusterArn)) {
    if (service.schedulingStrategy === 'DAEMON') requestPass(world, region, service)
  }
}
