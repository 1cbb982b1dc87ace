/** The lines of one log stream: what was written there, and what its container must have written in its life. */
import type { ContainerLife, LogStreamRecord } from '../../world/log-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { lifeOf } from './groups.ts'
import { servingLines } from './serving.ts'

export interface LogLine {
  /** ms since the epoch. */
  at: number
  /** Order among lines of the same millisecond; unique there. */
  ordinal: number
  message: string
}

/** A stream with all that its lines are computed from. */
export interface LogSource {
  world: World
  region: RegionTables
  stream: LogStreamRecord
  /** Absent for streams that no container wrote. */
  life?: ContainerLife
  behaviour: ImageBehaviour
}

/** Gathers what the lines of a stream are computed from. */
export function sourceOf(world: World, region: RegionTables, stream: LogStreamRecord): LogSource {
  const life = stream.life ?? presentLife(world, region, stream)
  return { world, region, stream, life, behaviour: world.images[life?.image ?? ''] ?? {} }
}

function presentLife(world: World, region: RegionTables, stream: LogStreamRecord): ContainerLife | undefined {
  const arn = stream.taskArn ?? ''
  // The task may run in another Region than the one its log options name.
  const regions = [region, ...Object.values(world.regions)]
  const task = regions.map(({ ecs }) => ecs.tasks[arn]).find((known) => known !== undefined)
  const container = task?.containers.find(({ name }) => name === stream.containerName)
  return task && container ? lifeOf(task, container) : undefined
}

/** Lines with `from <= at < to` (ms since the epoch) written so far, in order. */
export function linesBetween(source: LogSource, from: number, to: number): LogLine[] {
  const { world, stream, life } = source
  const end = Math.min(to, world.now + 1)
  const lines: LogLine[] = stream.lines.map(({ at, message }, ordinal) => ({ at, ordinal, message }))
  if (life) {
    const alive = startLines(source, life).filter((line) => line.at <= (life.stoppedAt ?? Infinity))
    lines.push(...alive, ...stopLines(source, life))
    lines.push(...servingLines(source, life, from, end))
  }
  return lines.filter(({ at }) => at >= from && at < end).toSorted(inOrder)
}

export function inOrder(a: LogLine, b: LogLine): number {
  return a.at - b.at || a.ordinal - b.ordinal
}

/** When the first line can have been written, and the last; ms since the epoch. */
export function extent({ world, stream, life }: LogSource): { first: number; last: number } {
  const written = stream.lines.map(({ at }) => at)
  const first = Math.min(life?.startedAt ?? Infinity, ...written)
  const last = Math.max(life ? (life.stoppedAt ?? world.now) : -Infinity, ...written)
  return { first, last: Math.min(last, world.now) }
}

/** ms between the lines a program writes while it starts. */
const START_STEP_MS = 35

function startLines({ behaviour, stream }: LogSource, life: ContainerLife): LogLine[] {
  const name = stream.containerName ?? 'process'
  const messages = behaviour.logs?.start ?? [`Starting ${name}`, 'Configuration loaded']
  return messages.map((message, index) => ({
    at: life.startedAt + 120 + index * START_STEP_MS,
    ordinal: 1_000 + index,
    message,
  }))
}

function stopLines({ behaviour }: LogSource, life: ContainerLife): LogLine[] {
  const { stoppedAt, stoppingAt, exitCode } = life
  // Killed for memory or after the stop timeout: no time to say anything.
  if (exitCode === 137 && stoppingAt === undefined) return []
  const crashed = exitCode !== undefined && ![0, 137, 143].includes(exitCode)
  if (stoppedAt !== undefined && crashed) {
    const messages = behaviour.logs?.error ?? [`Fatal: unrecoverable error, exiting with code ${exitCode}`]
    return messages.map((message, index) => ({ at: stoppedAt - 1, ordinal: 3_000 + index, message }))
  }
  if (stoppingAt === undefined || (stoppedAt !== undefined && stoppedAt <= stoppingAt)) return []
  return [{ at: stoppingAt + 15, ordinal: 3_000, message: 'Received SIGTERM, shutting down' }]
}
