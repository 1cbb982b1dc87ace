/** The steps of a task's life as due events; engine/ecs/task-start.ts and task-stop.ts say what each does. */
import type {
  ContainerRecord,
  ServiceRecord,
  TaskDefinitionRecord,
  TaskRecord,
} from '../../world/ecs-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'

export type StartStep = 'provisioned' | 'connect' | 'pull' | 'pulled' | 'pull-failed' | 'start' | 'activated'
export type StopStep = 'terminate' | 'exited' | 'deprovisioned' | 'forget'

/** Makes a step of a task due in `delayMs`. Whoever runs it must check that the task is still where the step expects it. */
export function nextStep(
  world: World,
  region: RegionTables,
  task: TaskRecord,
  step: StartStep | StopStep,
  delayMs: number,
): void {
  schedule(world, Math.round(delayMs), {
    kind: `task-${step}`,
    region: region.name,
    subject: task.taskArn,
  })
}

/** The task an event is about, while it still exists. */
export function taskOf(
  world: World,
  event: ScheduledEvent,
): { region: RegionTables; task: TaskRecord } | undefined {
  const region = world.regions[event.region]
  const task = region?.ecs.tasks[event.subject]
  return region && task ? { region, task } : undefined
}

export function definitionOf(region: RegionTables, task: TaskRecord): TaskDefinitionRecord {
  const definition = region.ecs.taskDefinitions[task.taskDefinitionArn]
  if (!definition) throw new Error(`Task ${task.taskArn} has no task definition`)
  return definition
}

export function serviceOf(region: RegionTables, task: TaskRecord): ServiceRecord | undefined {
  return task.serviceArn === undefined ? undefined : region.ecs.services[task.serviceArn]
}

export function behaviourOf(world: World, container: ContainerRecord): ImageBehaviour {
  return world.images[container.image] ?? {}
}

/** True unless the task definition says that the task can live without this container. */
export function isEssential(definition: TaskDefinitionRecord, name: string): boolean {
  const found = definition.definition.containerDefinitions.find((one) => one.name === name)
  return found?.essential !== false
}
