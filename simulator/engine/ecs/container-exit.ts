/** A container's main process ends by itself: it crashed, ran out of memory, or was done. */
import type { ScheduledEvent, World } from '../../world/world.ts'
import type { ContainerRecord } from '../../world/ecs-tables.ts'
import { noteFailure } from './circuit-breaker.ts'
import { announceEndpoints } from './listening.ts'
import { behaviourOf, definitionOf, isEssential, taskOf } from './steps.ts'
import { stopTask } from './task-stop.ts'

/** Exit code of a process killed by SIGKILL, as the kernel does when memory runs out. */
const killed = 137

/** Handler of `container-exit`. */
export function onContainerExit(world: World, event: ScheduledEvent): void {
  const found = taskOf(world, event)
  const container = found?.task.containers.find((one) => one.name === event.data?.container)
  if (!found || container?.lastStatus !== 'RUNNING') return
  const { region, task } = found
  endProcess(world, container)
  task.version += 1
  announceEndpoints(world, region, task, container.name)
  const essential = isEssential(definitionOf(region, task), container.name)
  const last = task.containers.every((one) => one.lastStatus === 'STOPPED')
  if (task.desiredStatus === 'STOPPED' || (!essential && !last)) return
  stopTask(world, region, task, {
    code: 'EssentialContainerExited',
    reason: 'Essential container in task exited',
  })
  noteFailure(world, region, task)
}

function endProcess(world: World, container: ContainerRecord): void {
  const { exit } = behaviourOf(world, container)
  container.lastStatus = 'STOPPED'
  container.stoppedAt = world.now
  container.exitCode = exit?.outOfMemory ? killed : (exit?.code ?? 0)
  const reason = exit?.outOfMemory ? 'OutOfMemoryError: Container killed due to memory usage' : exit?.reason
  if (reason !== undefined) container.reason = reason
}
