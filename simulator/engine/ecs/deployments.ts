/** The start and the end of a deployment, with its service deployment and service revision. */
import type { DeploymentRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import { arn, decimalId, hexId } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { idOf } from './arns.ts'
import { failureThreshold } from './circuit-breaker.ts'
import { tasksOfService } from './ecs-index.ts'
import { eventWords } from './event-words.ts'
import { addEvent, endStanding } from './service-events.ts'

/** Makes a new primary deployment from the service's present settings; what was primary becomes one to be replaced. */
export function beginDeployment(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
): DeploymentRecord {
  const path = `${idOf(service.clusterArn)}/${service.serviceName}`
  const serviceRevisionArn = arn(world, 'ecs', region.name, `service-revision/${path}/${decimalId(world)}`)
  const serviceDeploymentArn = arn(
    world,
    'ecs',
    region.name,
    `service-deployment/${path}/${hexId(world, 21)}`,
  )
  forgetEmptyDeployments(region, service)
  const sources = service.deployments.map((one) => one.serviceRevisionArn)
  for (const old of service.deployments) supersede(world, region, old)
  const deployment: DeploymentRecord = {
    id: `ecs-svc/${decimalId(world)}`,
    status: 'PRIMARY',
    taskDefinitionArn: service.taskDefinitionArn,
    desiredCount: service.desiredCount,
    failedTasks: 0,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: '',
    createdAt: world.now,
    updatedAt: world.now,
    serviceDeploymentArn,
    serviceRevisionArn,
    isRollback: false,
  }
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} in progress.`
  service.deployments.unshift(deployment)
  delete service.restarts
  endStanding(world, service)
  const { serviceArn, clusterArn, taskDefinitionArn } = service
  region.ecs.serviceRevisions[serviceRevisionArn] = {
    serviceRevisionArn,
    serviceArn,
    clusterArn,
    taskDefinitionArn,
    createdAt: world.now,
  }
  region.ecs.serviceDeployments[serviceDeploymentArn] = {
    serviceDeploymentArn,
    serviceArn,
    clusterArn,
    status: 'PENDING',
    createdAt: world.now,
    updatedAt: world.now,
    sourceServiceRevisionArns: sources,
    targetServiceRevisionArn: serviceRevisionArn,
    circuitBreaker: {
      status: service.deploymentConfiguration.deploymentCircuitBreaker?.enable ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: failureThreshold(service),
    },
  }
  journal(world, {
    type: 'effect',
    name: 'deployment-started',
    region: region.name,
    subject: serviceArn,
    detail: { deployment: deployment.id, taskDefinition: taskDefinitionArn },
  })
  return deployment
}

/** Deployments that never completed and have no tasks left are not listed any more; a completed one may be rolled back to. */
function forgetEmptyDeployments(region: RegionTables, service: ServiceRecord): void {
  const inUse = new Set<string | undefined>()
  for (const task of tasksOfService(region.ecs, service.serviceArn)) {
    if (task.lastStatus !== 'STOPPED') inUse.add(task.deploymentId)
  }
  service.deployments = service.deployments.filter(
    (one) => one.rolloutState === 'COMPLETED' || one.status === 'PRIMARY' || inUse.has(one.id),
  )
}

/** A newer deployment takes the place of one that may still be on its way. */
function supersede(world: World, region: RegionTables, old: DeploymentRecord): void {
  old.status = 'ACTIVE'
  old.updatedAt = world.now
  const record = region.ecs.serviceDeployments[old.serviceDeploymentArn]
  if (!record || record.finishedAt !== undefined) return
  record.status = record.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_FAILED' : 'STOPPED'
  record.statusReason = 'Deployment stopped because a new deployment was started.'
  record.finishedAt = world.now
  record.updatedAt = world.now
  if (record.circuitBreaker.status === 'MONITORING') record.circuitBreaker.status = 'MONITORING_COMPLETE'
}

/** The scheduler took up the deployment. */
export function markStarted(world: World, region: RegionTables, deployment: DeploymentRecord): void {
  const record = region.ecs.serviceDeployments[deployment.serviceDeploymentArn]
  if (record?.status !== 'PENDING') return
  record.status = 'IN_PROGRESS'
  record.startedAt = world.now
  record.updatedAt = world.now
}

/** All tasks are of the primary deployment and healthy: it is complete, and those before it are forgotten. */
export function completeDeployment(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  deployment: DeploymentRecord,
): void {
  deployment.rolloutState = 'COMPLETED'
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`
  deployment.updatedAt = world.now
  deployment.failedTasks = 0
  service.deployments = [deployment]
  const record = region.ecs.serviceDeployments[deployment.serviceDeploymentArn]
  if (record && record.finishedAt === undefined) {
    record.status = record.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL'
    record.finishedAt = world.now
    record.updatedAt = world.now
    if (record.circuitBreaker.status === 'MONITORING') record.circuitBreaker.status = 'MONITORING_COMPLETE'
  }
  addEvent(world, service, eventWords.completed(service, deployment.id))
  journal(world, {
    type: 'effect',
    name: 'deployment-completed',
    region: region.name,
    subject: service.serviceArn,
    detail: { deployment: deployment.id },
  })
}
