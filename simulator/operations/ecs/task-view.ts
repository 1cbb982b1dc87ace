/** A task as DescribeTasks gives it. */
import type { Attachment, Container, Task } from '@aws-sdk/client-ecs'
import type { ContainerRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { toDate, toTags } from './described.ts'

export function taskView(record: TaskRecord, withTags: boolean): Task {
  const fargate = record.launchType === 'FARGATE'
  return {
    taskArn: record.taskArn,
    clusterArn: record.clusterArn,
    taskDefinitionArn: record.taskDefinitionArn,
    containerInstanceArn: record.containerInstanceArn,
    group: record.group,
    startedBy: record.startedBy,
    launchType: record.launchType,
    capacityProviderName: record.capacityProviderName,
    platformVersion: record.platformVersion,
    platformFamily: fargate ? 'Linux' : undefined,
    availabilityZone: record.availabilityZone,
    lastStatus: record.lastStatus,
    desiredStatus: record.desiredStatus,
    healthStatus: record.healthStatus,
    stopCode: record.stopCode,
    stoppedReason: record.stoppedReason,
    cpu: String(record.cpu),
    memory: String(record.memory),
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    attachments: record.network ? [attachment(record, record.network)] : [],
    containers: record.containers.map((container) => containerView(record, container)),
    overrides: {
      containerOverrides: record.containers.map((container) => ({ name: container.name })),
      inferenceAcceleratorOverrides: [],
    },
    inferenceAccelerators: [],
    enableExecuteCommand: record.enableExecuteCommand,
    version: record.version,
    connectivity: record.connectedAt === undefined ? undefined : 'CONNECTED',
    ...times(record),
    ...(fargate ? { ephemeralStorage: { sizeInGiB: 20 } } : {}),
    tags: withTags ? toTags(record.tags) : [],
  }
}

function times(record: TaskRecord): Partial<Task> {
  return {
    createdAt: toDate(record.createdAt),
    connectivityAt: toDate(record.connectedAt),
    pullStartedAt: toDate(record.pullStartedAt),
    pullStoppedAt: toDate(record.pullStoppedAt),
    startedAt: toDate(record.startedAt),
    stoppingAt: toDate(record.stoppingAt),
    executionStoppedAt: toDate(record.executionStoppedAt),
    stoppedAt: toDate(record.stoppedAt),
  }
}

function attachment(record: TaskRecord, network: NonNullable<TaskRecord['network']>): Attachment {
  const gone = record.lastStatus === 'STOPPED' || record.lastStatus === 'DEPROVISIONING'
  const region = record.taskArn.split(':')[3] ?? ''
  return {
    id: network.attachmentId,
    type: 'ElasticNetworkInterface',
    status: gone ? 'DELETED' : record.lastStatus === 'PROVISIONING' ? 'ATTACHING' : 'ATTACHED',
    details: [
      { name: 'subnetId', value: network.subnetId },
      { name: 'networkInterfaceId', value: network.eniId },
      { name: 'macAddress', value: network.macAddress },
      {
        name: 'privateDnsName',
        value: `ip-${network.privateIp.replaceAll('.', '-')}.${region}.compute.internal`,
      },
      { name: 'privateIPv4Address', value: network.privateIp },
    ],
  }
}

function containerView(task: TaskRecord, record: ContainerRecord): Container {
  return {
    containerArn: record.containerArn,
    taskArn: task.taskArn,
    name: record.name,
    image: record.image,
    imageDigest: record.imageDigest,
    runtimeId: record.runtimeId,
    lastStatus: record.lastStatus,
    exitCode: record.exitCode,
    reason: record.reason,
    healthStatus: record.healthStatus,
    networkBindings: record.networkBindings,
    networkInterfaces: task.network
      ? [{ attachmentId: task.network.attachmentId, privateIpv4Address: task.network.privateIp }]
      : [],
    cpu: String(record.cpu),
    memory: record.memory === undefined ? undefined : String(record.memory),
    memoryReservation: record.memoryReservation === undefined ? undefined : String(record.memoryReservation),
  }
}
