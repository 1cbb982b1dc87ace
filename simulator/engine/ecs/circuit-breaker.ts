/**
 * Counts the failed tasks of a deployment, and gives the deployment up when they are too many.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import type { DeploymentRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { journal } from '../../world/journal.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { eventWords } from './event-words.ts'
import { requestPass } from './passes.ts'
import { slowDown } from './restart-throttle.ts'
import { addEvent, endStanding } from './service-events.ts'
import { serviceOf } from './steps.ts'

/** How many failed tasks end a deployment: half of the desired count, at least 3, at most 200, unless configured otherwise. */
export function failureThreshold(service: ServiceRecord): number {
  const wanted = service.deploymentConfiguration.deploymentCircuitBreaker?.thresholdConfiguration
  const value = wanted?.value ?? 50
  if (wanted?.type === 'COUNT') return value
  const share = Math.ceil((service.desiredCount * value) / 100)
  return wanted?.type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share))
}

/** A task of a service ended by itself or failed a health check: counts it, slows restarts, and may give the deployment up. */
export function noteFailure(world: World, region: RegionTables, task: TaskRecord): void {
  const service = serviceOf(region, task)
  if (!service) return
  slowDown(world, service, task)
  const deployment = service.deployments.find((one) => one.id === task.deploymentId)
  if (!deployment || deployment.rolloutState !== 'IN_PROGRESS' || task.provedHealthy) return
  deployment.failedTasks += 1
  deployment.updatedAt = world.now
  updateCircuitBreaker(region, service, deployment)
  const { enable } = service.deploymentConfiguration.deploymentCircuitBreaker ?? {}
  const exceeded = deployment.failedTasks >= failureThreshold(service)
  if (enable && exceeded && deployment.status === 'PRIMARY' && !deployment.isRollback) {
    giveUp(world, region, service, deployment)
  }
}

/** A task passed all its checks: failures are counted anew, unless the service wants them summed up. */
export function noteHealthy(
  region: RegionTables,
  service: ServiceRecord,
  deployment: DeploymentRecord,
): void {
  const reset = service.deploymentConfiguration.deploymentCircuitBreaker?.resetOnHealthyTask
  if (deployment.failedTasks === 0 || reset === false || deployment.rolloutState !== 'IN_PROGRESS') return
  deployment.failedTasks = 0
  updateCircuitBreaker(region, service, deployment)
}

function updateCircuitBreaker(
  region: RegionTables,
  service: ServiceRecord,
  deployment: DeploymentRecord,
): void {
  const record = region.ecs.serviceDeployments[deployment.serviceDeploymentArn]
  if (record?.circuitBreaker.status !== 'MONITORING') return
  record.circuitBreaker.failureCount = deployment.failedTasks
  record.circuitBreaker.threshold = failureThreshold(service)
}

function giveUp(world: World, region: RegionTables, service: ServiceRecord, failed: DeploymentRecord): void {
  failed.rolloutState = 'FAILED'
  failed.rolloutStateReason = 'ECS deployment circuit breaker: tasks failed to start.'
  failed.updatedAt = world.now
  endStanding(world, service)
  addEvent(world, service, eventWords.failed(service, failed.id))
  journal(world, {
    type: 'effect',
    name: 'deployment-failed',
    region: region.name,
    subject: service.serviceArn,
    detail: { deployment: failed.id, failedTasks: failed.failedTasks },
  })
  const record = region.ecs.serviceDeployments[failed.serviceDeploymentArn]
  if (record) {
    record.circuitBreaker.status = 'TRIGGERED'
    record.updatedAt = world.now
  }
  const previous = service.deployments.find((one) => one !== failed && one.rolloutState === 'COMPLETED')
  if (previous && service.deploymentConfiguration.deploymentCircuitBreaker?.rollback) {
    rollBack(world, region, service, failed, previous)
  } else {
    failed.stalled = true
    if (record) {
      record.status = 'STOPPED'
      record.statusReason = 'Service deployment stopped because the circuit breaker threshold was exceeded.'
      record.finishedAt = world.now
    }
  }
  requestPass(world, region, service)
}

/** The last deployment that completed becomes the primary again, under its own id. */
function rollBack(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  failed: DeploymentRecord,
  previous: DeploymentRecord,
): void {
  failed.status = 'ACTIVE'
  previous.status = 'PRIMARY'
  previous.isRollback = true
  previous.desiredCount = service.desiredCount
  previous.failedTasks = 0
  previous.rolloutState = 'IN_PROGRESS'
  previous.rolloutStateReason = `ECS deployment circuit breaker: rolling back to deploymentId ${previous.id}.`
  previous.updatedAt = world.now
  previous.serviceDeploymentArn = failed.serviceDeploymentArn
  service.deployments = [previous, ...service.deployments.filter((one) => one !== previous)]
  service.taskDefinitionArn = previous.taskDefinitionArn
  delete service.restarts
  const record = region.ecs.serviceDeployments[failed.serviceDeploymentArn]
  if (record) {
    record.status = 'ROLLBACK_IN_PROGRESS'
    record.statusReason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
    record.rollback = {
      reason: record.statusReason,
      startedAt: world.now,
      serviceRevisionArn: previous.serviceRevisionArn,
    }
  }
  addEvent(world, service, eventWords.rollingBack(service, previous.id))
}
