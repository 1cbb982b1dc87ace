/** Task definitions: one revision by its ARN or `family:revision`. Values of environment variables are left out on purpose. */
import {
  type ContainerDefinition as SdkContainer,
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  type HealthCheck as SdkHealthCheck,
  type Volume as SdkVolume,
} from '@aws-sdk/client-ecs'
import type {
  ContainerDefinition,
  HealthCheck,
  PortMapping,
  TaskDefinition,
  Volume,
} from '../../core/ecs/task-definition.ts'
import { list, present, required, tagMap, text, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'

/** @throws AwsProblem; AWS answers a wrong name with ClientException, kind `invalid` */
export async function getTaskDefinition(
  aws: Aws,
  taskDefinition: string,
  options?: CallOptions,
): Promise<TaskDefinition> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })
  const { value } = await call(
    aws,
    { service: ecs, bucket: 'ecs:task-definition-read', command, take: toTaskDefinition },
    options,
  )
  return value
}

function toTaskDefinition({ taskDefinition, tags }: DescribeTaskDefinitionCommandOutput): TaskDefinition {
  const definition = required(taskDefinition, 'taskDefinition')
  return present({
    arn: text(definition.taskDefinitionArn, 'taskDefinitionArn'),
    family: text(definition.family, 'family'),
    revision: required(definition.revision, 'revision'),
    status: definition.status ?? 'UNKNOWN',
    networkMode: definition.networkMode ?? 'bridge',
    requiresCompatibilities: definition.requiresCompatibilities ?? [],
    compatibilities: definition.compatibilities ?? [],
    cpu: definition.cpu,
    memory: definition.memory,
    taskRoleArn: definition.taskRoleArn,
    executionRoleArn: definition.executionRoleArn,
    cpuArchitecture: definition.runtimePlatform?.cpuArchitecture,
    operatingSystemFamily: definition.runtimePlatform?.operatingSystemFamily,
    containers: list(definition.containerDefinitions, 'containerDefinitions').map(toContainer),
    volumes: (definition.volumes ?? []).map(toVolume),
    placementConstraints: (definition.placementConstraints ?? []).map(({ type = 'memberOf', expression }) =>
      present({ type, expression }),
    ),
    registeredAt: time(definition.registeredAt),
    registeredBy: definition.registeredBy,
    tags: tagMap(tags),
  })
}

function toContainer(container: SdkContainer): ContainerDefinition {
  const log = container.logConfiguration
  return present({
    name: text(container.name, 'name of a container'),
    image: container.image ?? '',
    essential: container.essential ?? true,
    cpu: container.cpu ?? 0,
    memory: container.memory,
    memoryReservation: container.memoryReservation,
    portMappings: (container.portMappings ?? []).map(({ protocol = 'tcp', ...port }): PortMapping =>
      present({
        name: port.name,
        containerPort: port.containerPort,
        hostPort: port.hostPort,
        protocol,
        appProtocol: port.appProtocol,
        containerPortRange: port.containerPortRange,
      }),
    ),
    healthCheck: container.healthCheck && toHealthCheck(container.healthCheck),
    command: container.command ?? [],
    entryPoint: container.entryPoint ?? [],
    logConfiguration: log && { logDriver: log.logDriver ?? 'json-file', options: log.options ?? {} },
    ...storageAndOrder(container),
  })
}

function storageAndOrder(container: SdkContainer) {
  return {
    mountPoints: (container.mountPoints ?? []).map(({ sourceVolume, containerPath, readOnly = false }) =>
      present({ sourceVolume, containerPath, readOnly }),
    ),
    dependsOn: (container.dependsOn ?? []).map(({ containerName = '', condition = 'START' }) => ({
      containerName,
      condition,
    })),
    startTimeoutSeconds: container.startTimeout,
    stopTimeoutSeconds: container.stopTimeout,
  }
}

/** Defaults as documented: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function toHealthCheck({ command, interval, timeout, retries, startPeriod }: SdkHealthCheck): HealthCheck {
  return present({
    command: command ?? [],
    intervalSeconds: interval ?? 30,
    timeoutSeconds: timeout ?? 5,
    retries: retries ?? 3,
    startPeriodSeconds: startPeriod,
  })
}

function toVolume({ name, host, efsVolumeConfiguration, dockerVolumeConfiguration }: SdkVolume): Volume {
  return present({
    name: name ?? '',
    hostPath: host?.sourcePath,
    fileSystemId: efsVolumeConfiguration?.fileSystemId,
    driver: dockerVolumeConfiguration?.driver,
  })
}
