/** A container as `addContainer` of the CDK takes it. */
import type { ContainerDefinition, HealthCheck, LogConfiguration, PortMapping } from '../../definition.ts'
import { Code, type Source, sourceOf } from './source.ts'

/** Members that `addContainer`, and the calls after it, have an option for; others need CfnTaskDefinition. */
const known = new Set(
  `name image command entryPoint cpu memory memoryReservation essential environment dockerLabels dnsServers
  dnsSearchDomains dockerSecurityOptions disableNetworking healthCheck hostname interactive pseudoTerminal
  logConfiguration portMappings privileged readonlyRootFilesystem startTimeout stopTimeout systemControls
  user workingDirectory mountPoints dependsOn volumesFrom links`
    .trim()
    .split(/\s+/),
)

/** What of a container has no option there. */
export function withoutOption(container: ContainerDefinition): string[] {
  return [
    ...Object.keys(container).filter((member) => !known.has(member)),
    ...Object.entries(fits).flatMap(([member, fit]) => (fit(container) ? [] : [member])),
  ]
}

/** Members that have an option, but not for everything they can hold. */
const fits: Record<string, (container: ContainerDefinition) => boolean> = {
  image: ({ name, image }) => Boolean(name && image),
  environment: ({ environment = [] }) =>
    environment.every(isWhole) && new Set(environment.map(({ name }) => name)).size === environment.length,
  logConfiguration: ({ logConfiguration: log }) => !log || (Boolean(log.logDriver) && !log.secretOptions),
  healthCheck: ({ healthCheck }) => !healthCheck || Boolean(healthCheck.command?.length),
  portMappings: ({ portMappings = [] }) =>
    portMappings.every(({ containerPort }) => containerPort !== undefined),
  links: ({ links = [] }) => !links.some((link) => link.includes(':')),
}

function isWhole({ name, value }: { name?: string; value?: string }): boolean {
  return name !== undefined && value !== undefined
}

const sameName = [
  'command',
  'entryPoint',
  'cpu',
  'essential',
  'dockerLabels',
  'dnsServers',
  'dnsSearchDomains',
  'dockerSecurityOptions',
  'disableNetworking',
  'hostname',
  'interactive',
  'pseudoTerminal',
  'privileged',
  'readonlyRootFilesystem',
  'systemControls',
  'user',
  'workingDirectory',
] as const

/** The options of `addContainer`. */
export function containerOptions(container: ContainerDefinition): Source {
  const { memory, memoryReservation, environment, healthCheck, logConfiguration, portMappings } = container
  return {
    image: new Code(`ecs.ContainerImage.fromRegistry(${sourceOf(container.image)})`),
    ...Object.fromEntries(sameName.map((member) => [member, container[member] as Source])),
    memoryLimitMiB: memory,
    memoryReservationMiB: memoryReservation,
    environment:
      environment && Object.fromEntries(environment.map(({ name = '', value = '' }) => [name, value])),
    healthCheck: healthCheck && healthOptions(healthCheck),
    logging: logConfiguration && logOptions(logConfiguration),
    portMappings: portMappings?.map(portOptions),
    startTimeout: seconds(container.startTimeout),
    stopTimeout: seconds(container.stopTimeout),
  }
}

function healthOptions({ command, interval, timeout, retries, startPeriod }: HealthCheck): Source {
  return {
    command,
    interval: seconds(interval),
    timeout: seconds(timeout),
    retries,
    startPeriod: startPeriod === 0 ? undefined : seconds(startPeriod),
  }
}

function logOptions({ logDriver, options }: LogConfiguration): Code {
  // The driver for everything takes the options as they are.
  return new Code(`new ecs.GenericLogDriver(${sourceOf({ logDriver, options }, 1)})`)
}

function portOptions({ protocol, appProtocol, ...port }: PortMapping): Source {
  return {
    ...port,
    protocol: protocol === undefined ? undefined : new Code(`ecs.Protocol.${protocol.toUpperCase()}`),
    appProtocol: appProtocol === undefined ? undefined : new Code(`ecs.AppProtocol.${appProtocol}`),
  }
}

function seconds(amount: number | undefined): Code | undefined {
  return amount === undefined ? undefined : new Code(`Duration.seconds(${amount})`)
}
