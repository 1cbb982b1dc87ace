/** A service as DescribeServices gives it. */
import type { Deployment, Service, ServiceEvent } from '@aws-sdk/client-ecs'
import { countTasks } from '../../engine/ecs/counts.ts'
import { tasksOfService } from '../../engine/ecs/ecs-index.ts'
import { eventsOf } from '../../engine/ecs/service-events.ts'
import type { DeploymentRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toDate, toTags } from './described.ts'

export function serviceView(
  region: RegionTables,
  record: ServiceRecord,
  now: number,
  withTags: boolean,
): Service {
  const tasks = [...tasksOfService(region.ecs, record.serviceArn)]
  const counts = countTasks(tasks)
  const [primary] = record.deployments
  return {
    serviceArn: record.serviceArn,
    serviceName: record.serviceName,
    clusterArn: record.clusterArn,
    status: record.status,
    schedulingStrategy: record.schedulingStrategy,
    launchType: record.launchType,
    capacityProviderStrategy: record.capacityProviderStrategy,
    platformVersion: record.platformVersion,
    platformFamily: record.platformVersion === undefined ? undefined : 'Linux',
    desiredCount: record.desiredCount,
    runningCount: counts.running,
    pendingCount: counts.pending,
    taskDefinition: record.taskDefinitionArn,
    deploymentConfiguration: { strategy: 'ROLLING', bakeTimeInMinutes: 0, ...record.deploymentConfiguration },
    deploymentController: { type: 'ECS' },
    deployments: record.deployments.map((one) => deploymentView(record, one, tasks)),
    // Also when it is done: the deployment that made the service what it is.
    currentServiceDeployment: primary?.serviceDeploymentArn,
    currentServiceRevisions: record.deployments.map((one) => {
      const own = countTasks(tasks.filter((task) => task.deploymentId === one.id))
      return {
        arn: one.serviceRevisionArn,
        requestedTaskCount: one.desiredCount,
        runningTaskCount: own.running,
        pendingTaskCount: own.pending,
      }
    }),
    events: eventsOf(record, now).map((event): ServiceEvent => ({
      id: event.id,
      createdAt: toDate(event.createdAt),
      message: event.message,
    })),
    loadBalancers: record.loadBalancers,
    serviceRegistries: [],
    networkConfiguration: record.networkConfiguration,
    placementConstraints: record.placementConstraints,
    placementStrategy: record.placementStrategy,
    healthCheckGracePeriodSeconds:
      record.loadBalancers.length > 0 ? record.healthCheckGracePeriodSeconds : undefined,
    availabilityZoneRebalancing: record.availabilityZoneRebalancing ?? 'DISABLED',
    enableECSManagedTags: record.enableECSManagedTags,
    enableExecuteCommand: record.enableExecuteCommand,
    propagateTags: record.propagateTags,
    roleArn: record.loadBalancers.length > 0 || record.networkConfiguration ? serviceRole(record) : undefined,
    createdAt: toDate(record.createdAt),
    createdBy: record.createdBy,
    tags: withTags ? toTags(record.tags) : undefined,
  }
}

function deploymentView(service: ServiceRecord, record: DeploymentRecord, tasks: TaskRecord[]): Deployment {
  const own = tasks.filter((task) => task.deploymentId === record.id)
  const counts = countTasks(own)
  const wanted = own.filter((task) => task.desiredStatus === 'RUNNING').length
  return {
    id: record.id,
    status: record.status,
    taskDefinition: record.taskDefinitionArn,
    // Of a deployment that is being replaced, what is left is what is wanted.
    desiredCount: record.status === 'PRIMARY' ? service.desiredCount : wanted,
    runningCount: counts.running,
    pendingCount: counts.pending,
    failedTasks: record.failedTasks,
    rolloutState: record.rolloutState,
    rolloutStateReason: record.rolloutStateReason,
    launchType: service.launchType,
    capacityProviderStrategy: service.capacityProviderStrategy,
    platformVersion: service.platformVersion === undefined ? undefined : '1.4.0',
    platformFamily: service.platformVersion === undefined ? undefined : 'Linux',
    networkConfiguration: service.networkConfiguration,
    serviceConnectConfiguration: service.serviceConnectConfiguration,
    volumeConfigurations: service.volumeConfigurations,
    createdAt: toDate(record.createdAt),
    updatedAt: toDate(record.updatedAt),
  }
}

function serviceRole(service: ServiceRecord): string {
  const account = service.serviceArn.split(':')[4] ?? ''
  return `arn:aws:iam::${account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
}
