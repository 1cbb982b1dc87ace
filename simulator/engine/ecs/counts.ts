/** How many tasks run and wait, by service, deployment and instance; and the history that metrics are computed from. */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { record } from '../../world/history.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { tasksOfService } from './ecs-index.ts'

export interface Counts {
  running: number
  pending: number
}

/** Counts as AWS does: RUNNING is running; what is on its way there is pending. */
export function countTasks(tasks: Iterable<TaskRecord>): Counts {
  const counts: Counts = { running: 0, pending: 0 }
  for (const task of tasks) {
    if (task.lastStatus === 'RUNNING') counts.running += 1
    else if (isPending(task)) counts.pending += 1
  }
  return counts
}

export function isPending(task: TaskRecord): boolean {
  const onItsWay = ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(task.lastStatus)
  return onItsWay && task.desiredStatus !== 'STOPPED'
}

/** Notes the service's present counts (tasks) under `running/`, `pending/` and `desired/`. */
export function recordCounts(world: World, region: RegionTables, service: ServiceRecord): void {
  const { running, pending } = countTasks(tasksOfService(region.ecs, service.serviceArn))
  const arn = service.serviceArn
  record(region.history, `running/${arn}`, world.now, running)
  record(region.history, `pending/${arn}`, world.now, pending)
  record(region.history, `desired/${arn}`, world.now, service.desiredCount)
}
