/**
 * How a task goes down: DEACTIVATING (load balancer draining) → STOPPING (SIGTERM) → DEPROVISIONING (network interface) →
 * STOPPED, and is forgotten an hour later.
 */
import type { ServiceRecord, TaskRecord, TaskStopCode } from '../../world/ecs-tables.ts'
import { journal } from '../../world/journal.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { keepLogs } from '../logs/groups.ts'
import { recordCounts } from './counts.ts'
import { releaseIp, removeTask } from './ecs-index.ts'
import { eventWords } from './event-words.ts'
import { announceEndpoints } from './listening.ts'
import { capacityChanged, requestPass } from './passes.ts'
import { addEvent } from './service-events.ts'
import { deregisterTask } from './service-targets.ts'
import { nextStep, serviceOf, type StopStep, taskOf } from './steps.ts'

/** How long ECS keeps showing stopped tasks, in ms. */
const forgetAfterMs = 3_600_000

export interface StopCause {
  code: TaskStopCode
  /** As AWS writes it in stoppedReason. */
  reason: string
}

/** Begins to stop a task. Asking again changes nothing. */
export function stopTask(world: World, region: RegionTables, task: TaskRecord, cause: StopCause): void {
  if (task.desiredStatus === 'STOPPED') return
  task.desiredStatus = 'STOPPED'
  task.stopCode = cause.code
  task.stoppedReason = cause.reason
  task.stoppingAt = world.now
  task.version += 1
  const wasUp = task.lastStatus === 'RUNNING' || task.lastStatus === 'ACTIVATING'
  if (wasUp) {
    const drainMs = deregisterTask(world, region, task)
    task.lastStatus = 'DEACTIVATING'
    // A task whose main process is gone has no requests left to finish.
    const crashed = cause.code === 'EssentialContainerExited'
    nextStep(world, region, task, 'terminate', crashed ? 1500 : Math.max(1000, drainMs))
  } else {
    task.lastStatus = 'STOPPING'
    nextStep(world, region, task, 'exited', 1000)
  }
  const service = serviceOf(region, task)
  if (service) recordCounts(world, region, service)
}

/** Stops tasks of a service by decision of the scheduler, and says so in one event. */
export function stopByScheduler(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  tasks: TaskRecord[],
  reason: string,
): void {
  if (tasks.length === 0) return
  const running = tasks.filter((task) => task.lastStatus === 'RUNNING')
  for (const task of tasks) stopTask(world, region, task, { code: 'ServiceSchedulerInitiated', reason })
  if (service.loadBalancers.length > 0 && running.length > 0) {
    addEvent(world, service, eventWords.draining(service, running.length))
  }
  addEvent(world, service, eventWords.stopped(service, tasks))
}

function whenStopping(step: (world: World, region: RegionTables, task: TaskRecord) => void): EventHandler {
  return (world: World, event: ScheduledEvent): void => {
    const found = taskOf(world, event)
    if (found?.task.desiredStatus !== 'STOPPED') return
    found.task.version += 1
    step(world, found.region, found.task)
  }
}

export const stopHandlers: Record<`task-${StopStep}`, EventHandler> = {
  'task-terminate': whenStopping((world, region, task) => {
    if (task.lastStatus !== 'DEACTIVATING') return
    task.lastStatus = 'STOPPING'
    nextStep(world, region, task, 'exited', 800 + 1700 * nextRandom(world))
  }),
  'task-exited': whenStopping((world, region, task) => {
    if (task.lastStatus !== 'STOPPING') return
    endContainers(world, region, task)
    task.executionStoppedAt = world.now
    if (task.network) task.lastStatus = 'DEPROVISIONING'
    nextStep(world, region, task, 'deprovisioned', task.network ? 5000 + 6000 * nextRandom(world) : 200)
  }),
  'task-deprovisioned': whenStopping((world, region, task) => {
    if (task.lastStatus !== 'STOPPED') finish(world, region, task)
  }),
  'task-forget': whenStopping((world, region, task) => {
    keepLogs(world, region.name, task)
    removeTask(region.ecs, task)
  }),
}

function endContainers(world: World, region: RegionTables, task: TaskRecord): void {
  const listening = task.containers.filter((container) => container.lastStatus === 'RUNNING')
  for (const container of task.containers) {
    if (container.lastStatus === 'RUNNING') {
      container.exitCode = 0
      container.stoppedAt = world.now
    }
    container.lastStatus = 'STOPPED'
  }
  for (const container of listening) announceEndpoints(world, region, task, container.name)
}

/** The task is gone: what it held is free again, and whoever waited is told. */
function finish(world: World, region: RegionTables, task: TaskRecord): void {
  task.lastStatus = 'STOPPED'
  task.stoppedAt = world.now
  const instance = region.ecs.containerInstances[task.containerInstanceArn ?? '']
  if (instance) {
    instance.remaining.cpu += task.cpu
    instance.remaining.memory += task.memory
    instance.ports = instance.ports.filter((use) => use.taskArn !== task.taskArn)
    instance.version += 1
  }
  releaseIp(region.ecs, task)
  journal(world, {
    type: 'effect',
    name: 'task-stopped',
    region: region.name,
    subject: task.taskArn,
    detail: { stopCode: task.stopCode, reason: task.stoppedReason },
  })
  nextStep(world, region, task, 'forget', forgetAfterMs)
  const service = serviceOf(region, task)
  if (service) {
    recordCounts(world, region, service)
    requestPass(world, region, service)
  }
  if (instance) capacityChanged(world, region, task.clusterArn)
}
