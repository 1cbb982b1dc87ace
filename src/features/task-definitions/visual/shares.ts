/** What each container takes of the task's CPU or memory, to scale. */
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'

export interface Share {
  /** CPU units, or MiB. */
  size: number
  /** Of the bar's length, 0 to 1. */
  length: number
  /** Of what the task has, or of the sum where it has no limit: a whole number, undefined where nothing is taken. */
  percent: number | undefined
}

export interface Shares {
  shares: Share[]
  /** Sum of all sizes. */
  used: number
  /** What is left of the task's own limit; undefined without one, negative when more is taken than there is. */
  free: number | undefined
  /** Where the limit stands on the bar, 0 to 1; undefined where the bar ends there or there is none. */
  limit: number | undefined
}

/** `all`: the task's own limit; undefined where it has none. */
export function sharesOf(sizes: readonly number[], all: number | undefined): Shares {
  const used = sizes.reduce((sum, size) => sum + size, 0)
  const whole = Math.max(all ?? used, used, 1)
  return {
    shares: sizes.map((size) => ({
      size,
      length: size / whole,
      percent: size === 0 ? undefined : Math.round((size / (all || used)) * 100),
    })),
    used,
    free: all === undefined ? undefined : all - used,
    limit: all !== undefined && used > all ? all / whole : undefined,
  }
}

/** What a container takes of the memory: its limit, else what is reserved for it. */
export function memoryOf({ memory, memoryReservation }: ContainerDefinition): number {
  return memory ?? memoryReservation ?? 0
}
