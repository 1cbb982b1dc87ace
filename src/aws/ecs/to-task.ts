/** The SDK's task and its containers as ours. */
import type { Container as SdkContainer, Task as SdkTask } from '@aws-sdk/client-ecs'
import type { Container, Task } from '../../core/ecs/task.ts'
import { present, tagMap, text, time } from '../answer.ts'

const servicePrefix = 'service:'

export function toTask(task: SdkTask): Task {
  const group = task.group ?? ''
  const arn = text(task.taskArn, 'taskArn')
  return present({
    arn,
    id: arn.split('/').at(-1) as string,
    clusterArn: text(task.clusterArn, 'clusterArn'),
    taskDefinitionArn: task.taskDefinitionArn ?? '',
    group,
    serviceName: group.startsWith(servicePrefix) ? group.slice(servicePrefix.length) : undefined,
    startedBy: task.startedBy,
    ...where(task),
    ...state(task),
    ...network(task),
    ...times(task),
    cpu: task.cpu,
    memory: task.memory,
    containers: (task.containers ?? []).map(toContainer),
    enableExecuteCommand: task.enableExecuteCommand ?? false,
    tags: tagMap(task.tags),
  })
}

function where(task: SdkTask) {
  return {
    launchType: task.launchType,
    capacityProviderName: task.capacityProviderName,
    platformVersion: task.platformVersion,
    availabilityZone: task.availabilityZone,
    containerInstanceArn: task.containerInstanceArn,
  }
}

function state(task: SdkTask) {
  return {
    lastStatus: task.lastStatus ?? 'UNKNOWN',
    desiredStatus: task.desiredStatus ?? 'UNKNOWN',
    healthStatus: task.healthStatus,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
  }
}

/** The elastic network interface of an awsvpc task is an attachment with a list of details. */
function network(task: SdkTask) {
  const attachment = (task.attachments ?? []).find(({ type }) => type === 'ElasticNetworkInterface')
  const detail = (wanted: string): string | undefined =>
    (attachment?.details ?? []).find(({ name }) => name === wanted)?.value
  return {
    privateIp: detail('privateIPv4Address'),
    eniId: detail('networkInterfaceId'),
    subnetId: detail('subnetId'),
    macAddress: detail('macAddress'),
  }
}

function times(task: SdkTask) {
  return {
    createdAt: time(task.createdAt),
    connectivityAt: time(task.connectivityAt),
    pullStartedAt: time(task.pullStartedAt),
    pullStoppedAt: time(task.pullStoppedAt),
    startedAt: time(task.startedAt),
    stoppingAt: time(task.stoppingAt),
    executionStoppedAt: time(task.executionStoppedAt),
    stoppedAt: time(task.stoppedAt),
  }
}

function toContainer(container: SdkContainer): Container {
  return present({
    arn: container.containerArn ?? '',
    name: text(container.name, 'name of a container'),
    image: container.image,
    imageDigest: container.imageDigest,
    runtimeId: container.runtimeId,
    lastStatus: container.lastStatus ?? 'UNKNOWN',
    exitCode: container.exitCode,
    reason: container.reason,
    healthStatus: container.healthStatus,
    networkBindings: (container.networkBindings ?? []).map(({ containerPort, hostPort, protocol, bindIP }) =>
      present({ containerPort, hostPort, protocol, bindIP }),
    ),
    privateIps: (container.networkInterfaces ?? []).flatMap(
      ({ privateIpv4Address }) => privateIpv4Address ?? [],
    ),
    cpu: container.cpu,
    memory: container.memory,
    memoryReservation: container.memoryReservation,
  })
}
