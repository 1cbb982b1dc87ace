/** What service events say, word for word as AWS does. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
import type { ContainerInstanceRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { idOf } from './arns.ts'
import type { Refusal } from './placement.ts'

const troubleshooting =
  'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'

const closestWords: Record<Exclude<Refusal, 'no-instances'>, string> = {
  agent: 'encountered error "AGENT"',
  attribute: 'is missing an attribute required by your task',
  constraint: 'does not satisfy a placement constraint of your task',
  memory: 'has insufficient memory available',
  cpu: 'has insufficient CPU units available',
  port: 'is already using a port required by your task',
}

export const eventWords = {
  steady: (service: ServiceRecord): string => `${prefix(service)} has reached a steady state.`,
  started: (service: ServiceRecord, tasks: TaskRecord[]): string =>
    `${prefix(service)} has started ${tasks.length} tasks: ${list(tasks)}.`,
  stopped: (service: ServiceRecord, tasks: TaskRecord[]): string =>
    `${prefix(service)} has stopped ${tasks.length} running tasks: ${list(tasks)}.`,
  registered: (service: ServiceRecord, count: number, targetGroupArn: string): string =>
    `${prefix(service)} registered ${count} targets in (target-group ${targetGroupArn})`,
  deregistered: (service: ServiceRecord, count: number, targetGroupArn: string): string =>
    `${prefix(service)} deregistered ${count} targets in (target-group ${targetGroupArn})`,
  draining: (service: ServiceRecord, count: number): string =>
    `${prefix(service)} has begun draining connections on ${count} tasks.`,
  unhealthyTarget: (
    service: ServiceRecord,
    target: { instanceId?: string; task: TaskRecord; port: number },
    targetGroupArn: string,
    reason: string,
  ): string => {
    const where = target.instanceId ? ` (instance ${target.instanceId})` : ''
    return `${prefix(service)} (task ${idOf(target.task.taskArn)})${where} (port ${target.port}) is unhealthy in (target-group ${targetGroupArn}) due to (reason ${reason})`
  },
  failedContainerHealth: (service: ServiceRecord, task: TaskRecord): string =>
    `${prefix(service)} (task ${idOf(task.taskArn)}) failed container health checks.`,
  completed: (service: ServiceRecord, deploymentId: string): string =>
    `${prefix(service)} (deployment ${deploymentId}) deployment completed.`,
  failed: (service: ServiceRecord, deploymentId: string): string =>
    `${prefix(service)} (deployment ${deploymentId}) deployment failed: tasks failed to start.`,
  rollingBack: (service: ServiceRecord, deploymentId: string): string =>
    `${prefix(service)} rolling back to deployment ${deploymentId}.`,
  blocked: (service: ServiceRecord): string =>
    `${prefix(service)} was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
  impaired: (service: ServiceRecord): string =>
    `${prefix(service)} is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.`,
  unplaced: (
    service: ServiceRecord,
    refusal: Refusal,
    closest: ContainerInstanceRecord | undefined,
    fromProvider: boolean,
  ): string => {
    const unable = `${prefix(service)} was unable to place a task because no container instance met all of its requirements.`
    if (refusal === 'no-instances' || !closest) {
      return `${unable} Reason: No Container Instances were found in your ${fromProvider ? 'capacity provider' : 'cluster'}. ${troubleshooting}`
    }
    return `${unable} The closest matching (container-instance ${idOf(closest.containerInstanceArn)}) ${closestWords[refusal]}. ${troubleshooting}`
  },
}

function prefix(service: ServiceRecord): string {
  return `(service ${service.serviceName})`
}

function list(tasks: TaskRecord[]): string {
  return tasks.map((task) => `(task ${idOf(task.taskArn)})`).join(' ')
}
