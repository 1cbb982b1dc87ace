/** What the service scheduler does when the health of a load balancer target changes. */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { targetHealth } from '../targets.ts'
import { noteFailure } from './circuit-breaker.ts'
import { instanceByEc2Id } from './ecs-index.ts'
import { eventWords } from './event-words.ts'
import { requestPass } from './passes.ts'
import { addEvent } from './service-events.ts'
import { taskBehind } from './service-targets.ts'
import { serviceOf } from './steps.ts'
import { stopByScheduler } from './task-stop.ts'

/** Handler of `target-health-changed`: the ELB engine says that a target is in another state. */
export function onTargetHealthChanged(world: World, event: ScheduledEvent): void {
  const found = subjectOf(world, event)
  if (!found) return
  const { region, service, task } = found
  if (event.data?.state === 'unhealthy') considerReplacing(world, region, service, task, event)
  else requestPass(world, region, service)
}

/** Handler of `grace-over`: a target was unhealthy within its task's grace period; is it still? */
export function onGraceOver(world: World, event: ScheduledEvent): void {
  const found = subjectOf(world, event)
  if (found) considerReplacing(world, found.region, found.service, found.task, event)
}

function subjectOf(
  world: World,
  event: ScheduledEvent,
): { region: RegionTables; service: ServiceRecord; task: TaskRecord } | undefined {
  const region = world.regions[event.region]
  const task = region && taskBehind(region, String(event.data?.id), Number(event.data?.port))
  const service = region && task && serviceOf(region, task)
  return region && task && service ? { region, service, task } : undefined
}

function considerReplacing(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  task: TaskRecord,
  event: ScheduledEvent,
): void {
  const id = String(event.data?.id)
  const port = Number(event.data?.port)
  const target = targetHealth(world, region.name, event.subject, { id, port })
  if (target?.state !== 'unhealthy' || task.desiredStatus === 'STOPPED') return
  const graceEndsAt = (task.startedAt ?? world.now) + service.healthCheckGracePeriodSeconds * 1000
  if (world.now < graceEndsAt) {
    schedule(world, graceEndsAt - world.now, { ...event, kind: 'grace-over' })
    return
  }
  const instanceId = instanceByEc2Id(region.ecs, id)?.ec2InstanceId
  const reason = target.description ?? 'Health checks failed'
  addEvent(
    world,
    service,
    eventWords.unhealthyTarget(
      service,
      instanceId === undefined ? { task, port } : { instanceId, task, port },
      event.subject,
      reason,
    ),
  )
  const cause = `Task failed ELB health checks in (target-group ${event.subject})`
  stopByScheduler(world, region, service, [task], cause)
  noteFailure(world, region, task)
}
