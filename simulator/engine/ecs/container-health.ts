/** Container health checks (`healthCheck` of a container definition): their result, and what a bad one does. */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { ContainerRecord, TaskDefinitionRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { noteFailure } from './circuit-breaker.ts'
import { eventWords } from './event-words.ts'
import { requestPass } from './passes.ts'
import { addEvent } from './service-events.ts'
import { behaviourOf, definitionOf, serviceOf, taskOf } from './steps.ts'
import { stopByScheduler } from './task-stop.ts'

/** Makes the outcome of a container's health check due. The command's result does not change while a container lives. */
export function watchContainerHealth(
  world: World,
  region: RegionTables,
  task: TaskRecord,
  container: ContainerRecord,
  definition: ContainerDefinition,
): void {
  const check = definition.healthCheck
  if (!check) return
  const intervalMs = (check.interval ?? 30) * 1000
  const healthy = behaviourOf(world, container).healthCommand !== 'UNHEALTHY'
  // Failures within the start period do not count; one success is enough at any time.
  const delayMs = healthy ? intervalMs : (check.startPeriod ?? 0) * 1000 + (check.retries ?? 3) * intervalMs
  schedule(world, delayMs, {
    kind: 'container-health',
    region: region.name,
    subject: task.taskArn,
    data: { container: container.name, status: healthy ? 'HEALTHY' : 'UNHEALTHY' },
  })
}

/** Handler of `container-health`. */
export function onContainerHealth(world: World, event: ScheduledEvent): void {
  const found = taskOf(world, event)
  const container = found?.task.containers.find((one) => one.name === event.data?.container)
  if (!found || container?.lastStatus !== 'RUNNING') return
  const { region, task } = found
  container.healthStatus = event.data?.status === 'UNHEALTHY' ? 'UNHEALTHY' : 'HEALTHY'
  task.healthStatus = combine(task, definitionOf(region, task))
  task.version += 1
  const service = serviceOf(region, task)
  if (!service) return
  if (task.healthStatus !== 'UNHEALTHY') {
    requestPass(world, region, service)
    return
  }
  const graceEndsAt = (task.startedAt ?? world.now) + service.healthCheckGracePeriodSeconds * 1000
  if (world.now < graceEndsAt) {
    schedule(world, graceEndsAt - world.now, { ...event })
    return
  }
  if (task.desiredStatus === 'STOPPED') return
  addEvent(world, service, eventWords.failedContainerHealth(service, task))
  stopByScheduler(world, region, service, [task], 'Task failed container health checks')
  noteFailure(world, region, task)
}

/** The health of a task is that of its essential containers that have a check. */
function combine(task: TaskRecord, definition: TaskDefinitionRecord): TaskRecord['healthStatus'] {
  const checked = definition.definition.containerDefinitions
    .filter((one) => one.healthCheck && one.essential !== false)
    .map((one) => task.containers.find((container) => container.name === one.name)?.healthStatus)
  if (checked.includes('UNHEALTHY')) return 'UNHEALTHY'
  return checked.length > 0 && checked.every((status) => status === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN'
}
