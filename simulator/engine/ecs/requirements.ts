/** What a task definition asks of the place it runs on: CPU, memory, host ports, attributes. */
import type { TaskDefinitionRecord } from '../../world/ecs-tables.ts'

type Definition = TaskDefinitionRecord['definition']

export interface PortNeed {
  container: string
  containerPort: number
  /** 0 when Docker chooses one. */
  hostPort: number
  protocol: 'tcp' | 'udp'
}

/** `networkMode`, with the default of Linux. */
export function networkModeOf(definition: Definition): string {
  return definition.networkMode ?? 'bridge'
}

/** CPU units and MiB a task holds: the task's own size, else the sum over its containers (a soft limit counts before a hard one). */
export function sizeOf(definition: Definition): { cpu: number; memory: number } {
  const containers = definition.containerDefinitions
  return {
    cpu: definition.cpu === undefined ? sum(containers.map((one) => one.cpu ?? 0)) : Number(definition.cpu),
    memory:
      definition.memory === undefined
        ? sum(containers.map((one) => one.memoryReservation ?? one.memory ?? 0))
        : Number(definition.memory),
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The ports its containers open. In host and awsvpc mode host and container port are the same. */
export function portsOf(definition: Definition): PortNeed[] {
  const mode = networkModeOf(definition)
  return definition.containerDefinitions.flatMap((container) =>
    (container.portMappings ?? []).map((mapping) => ({
      container: container.name ?? '',
      containerPort: mapping.containerPort ?? 0,
      hostPort: mode === 'bridge' ? (mapping.hostPort ?? 0) : (mapping.containerPort ?? 0),
      protocol: mapping.protocol === 'udp' ? 'udp' : 'tcp',
    })),
  )
}

/** The host ports it needs free on an instance: none in awsvpc mode, where each task has its own address. */
export function staticPortsOf(definition: Definition): PortNeed[] {
  const mode = networkModeOf(definition)
  return mode === 'bridge' || mode === 'host' ? portsOf(definition).filter((need) => need.hostPort > 0) : []
}

const capability = 'com.amazonaws.ecs.capability'

/** Names of the instance attributes without which ECS does not place it, as DescribeTaskDefinition lists them. */
export function requiredAttributesOf(definition: Definition): string[] {
  const containers = definition.containerDefinitions
  const drivers = containers.flatMap((one) => one.logConfiguration?.logDriver ?? [])
  const mode = networkModeOf(definition)
  const needed = [`${capability}.docker-remote-api.1.19`]
  if (drivers.length > 0) needed.push(...drivers.map((driver) => `${capability}.logging-driver.${driver}`))
  if (definition.taskRoleArn) {
    needed.push(`${capability}.task-iam-role${mode === 'host' ? '-network-host' : ''}`)
  }
  if (definition.executionRoleArn && drivers.includes('awslogs')) {
    needed.push('ecs.capability.execution-role-awslogs')
  }
  if (containers.some((one) => one.image?.includes('.dkr.ecr.'))) needed.push(`${capability}.ecr-auth`)
  if (containers.some((one) => one.healthCheck)) needed.push('ecs.capability.container-health-check')
  if (containers.some((one) => one.secrets)) needed.push('ecs.capability.secrets.asm.environment-variables')
  if (mode === 'awsvpc') needed.push('ecs.capability.task-eni')
  if (definition.volumes?.some((volume) => volume.efsVolumeConfiguration)) needed.push('ecs.capability.efs')
  return [...new Set(needed)].toSorted()
}

/** What a current ECS-optimised Amazon Linux 2023 instance offers. */
export const standardAttributes: readonly string[] = [
  `${capability}.docker-remote-api.1.19`,
  `${capability}.docker-remote-api.1.44`,
  `${capability}.logging-driver.awslogs`,
  `${capability}.logging-driver.json-file`,
  `${capability}.logging-driver.fluentd`,
  `${capability}.logging-driver.awsfirelens`,
  `${capability}.task-iam-role`,
  `${capability}.task-iam-role-network-host`,
  `${capability}.ecr-auth`,
  `${capability}.privileged-container`,
  'ecs.capability.container-health-check',
  'ecs.capability.execution-role-awslogs',
  'ecs.capability.execution-role-ecr-pull',
  'ecs.capability.secrets.asm.environment-variables',
  'ecs.capability.secrets.ssm.environment-variables',
  'ecs.capability.task-eni',
  'ecs.capability.efs',
]
