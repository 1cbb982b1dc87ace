/** The SDK's service, in which everything is optional, as ours. */
import type {
  Deployment as SdkDeployment,
  LoadBalancer as SdkLoadBalancer,
  Service as SdkService,
  ServiceEvent as SdkEvent,
} from '@aws-sdk/client-ecs'
import type {
  Deployment,
  RolloutState,
  Service,
  ServiceEvent,
  ServiceLoadBalancer,
} from '../../core/ecs/service.ts'
import { present, required, tagMap, text, time } from '../answer.ts'
import { toStrategy } from './clusters.ts'

/** AWS keeps this many events of a service. */
const mostEvents = 100

const rolloutStates: readonly RolloutState[] = ['COMPLETED', 'IN_PROGRESS', 'FAILED']

export function toService(service: SdkService): Service {
  return present({
    ...identity(service),
    ...placement(service),
    ...rollout(service),
    loadBalancers: (service.loadBalancers ?? []).map(toLoadBalancer),
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    enableExecuteCommand: service.enableExecuteCommand ?? false,
    role: roleOf(service),
    ...ofDeployment(service),
    tags: tagMap(service.tags),
  })
}

/** What only the deployments say, as the newest of them has it. */
function ofDeployment({ deployments = [] }: SdkService) {
  const primary = deployments.find(({ status }) => status === 'PRIMARY')
  if (!primary) return {}
  const { serviceConnectConfiguration: connect, volumeConfigurations, vpcLatticeConfigurations } = primary
  const ports = connect?.enabled ? (connect.services ?? []) : []
  return {
    serviceConnectPorts: ports.flatMap(({ portName }) => portName ?? []),
    volumeConfigurations: (volumeConfigurations ?? []).flatMap(({ name }) => name ?? []),
    hasLatticeTargets: (vpcLatticeConfigurations ?? []).length > 0,
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html */
function roleOf({ roleArn }: SdkService): string | undefined {
  return roleArn?.includes('/aws-service-role/') ? undefined : roleArn
}

function toLoadBalancer(given: SdkLoadBalancer): ServiceLoadBalancer {
  const { targetGroupArn, loadBalancerName, containerName, containerPort, advancedConfiguration } = given
  const { productionListenerRule, testListenerRule } = advancedConfiguration ?? {}
  const rules = [productionListenerRule ?? [], testListenerRule ?? []].flat()
  return present({
    targetGroupArn,
    loadBalancerName,
    containerName,
    containerPort,
    managedRuleArns: rules.length > 0 ? rules : undefined,
  })
}

function identity(service: SdkService) {
  return {
    arn: text(service.serviceArn, 'serviceArn'),
    name: text(service.serviceName, 'serviceName'),
    clusterArn: text(service.clusterArn, 'clusterArn'),
    status: service.status ?? 'UNKNOWN',
    createdAt: time(service.createdAt),
    createdBy: service.createdBy,
  }
}

function placement(service: SdkService) {
  const vpc = service.networkConfiguration?.awsvpcConfiguration
  return {
    schedulingStrategy: service.schedulingStrategy === 'DAEMON' ? ('DAEMON' as const) : ('REPLICA' as const),
    launchType: service.launchType,
    capacityProviderStrategy: toStrategy(service.capacityProviderStrategy),
    platformVersion: service.platformVersion,
    subnets: vpc?.subnets ?? [],
    securityGroups: vpc?.securityGroups ?? [],
    assignPublicIp: vpc?.assignPublicIp,
    placementConstraints: (service.placementConstraints ?? []).map(({ type, expression }) =>
      present({ type: text(type, 'a constraint type'), expression }),
    ),
    placementStrategy: (service.placementStrategy ?? []).map(({ type, field }) =>
      present({ type: text(type, 'a strategy type'), field }),
    ),
  }
}

function rollout(service: SdkService) {
  const events = (service.events ?? []).map(toEvent).toSorted((a, b) => b.createdAt - a.createdAt)
  return {
    ...configuration(service.deploymentConfiguration),
    taskDefinitionArn: service.taskDefinition ?? '',
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    deployments: (service.deployments ?? []).map(toDeployment),
    events: events.slice(0, mostEvents),
  }
}

function configuration(given: SdkService['deploymentConfiguration']) {
  const breaker = given?.deploymentCircuitBreaker
  const alarms = given?.alarms
  return {
    minimumHealthyPercent: given?.minimumHealthyPercent,
    maximumPercent: given?.maximumPercent,
    circuitBreaker: breaker && { enable: breaker.enable ?? false, rollback: breaker.rollback ?? false },
    deploymentAlarms: alarms && {
      enable: alarms.enable ?? false,
      rollback: alarms.rollback ?? false,
      names: alarms.alarmNames ?? [],
    },
  }
}

function toDeployment(deployment: SdkDeployment): Deployment {
  const createdAt = required(time(deployment.createdAt), 'createdAt of a deployment')
  const { status } = deployment
  return present({
    id: text(deployment.id, 'id of a deployment'),
    status: status === 'PRIMARY' || status === 'ACTIVE' ? status : ('INACTIVE' as const),
    taskDefinitionArn: deployment.taskDefinition ?? '',
    desiredCount: deployment.desiredCount ?? 0,
    runningCount: deployment.runningCount ?? 0,
    pendingCount: deployment.pendingCount ?? 0,
    failedTasks: deployment.failedTasks ?? 0,
    rolloutState: rolloutStates.find((state) => state === deployment.rolloutState),
    rolloutStateReason: deployment.rolloutStateReason,
    createdAt,
    updatedAt: time(deployment.updatedAt) ?? createdAt,
  })
}

function toEvent({ id, createdAt, message }: SdkEvent): ServiceEvent {
  return {
    id: text(id, 'id of an event'),
    createdAt: required(time(createdAt), 'createdAt of an event'),
    message: message ?? '',
  }
}
