/** Reads several step functions side by side: the stretches of time in which none of them changes. */
import type { History } from '../../world/history.ts'

export interface Segment {
  from: number
  to: number
  /** One per key, in the order asked for; 0 before a quantity was first recorded. */
  values: number[]
}

export const MINUTE_MS = 60_000

/** The stretches of [from, to) in which all `keys` are constant, in order, cut at every full minute as well. */
export function segments(history: History, keys: string[], from: number, to: number): Segment[] {
  const cuts = new Set<number>()
  for (let at = Math.ceil(from / MINUTE_MS) * MINUTE_MS; at < to; at += MINUTE_MS) cuts.add(at)
  for (const key of keys) {
    for (const [at] of history[key] ?? []) if (at > from && at < to) cuts.add(at)
  }
  cuts.delete(from)
  const starts = [from, ...[...cuts].toSorted((a, b) => a - b)]
  const cursors = keys.map(() => 0)
  return starts.map((start, index) => ({
    from: start,
    to: starts[index + 1] ?? to,
    values: keys.map((key, column) => {
      const steps = history[key] ?? []
      let next = cursors[column] ?? 0
      while ((steps[next]?.[0] ?? Infinity) <= start) next += 1
      cursors[column] = next
      return steps[next - 1]?.[1] ?? 0
    }),
  }))
}

/** Start of the minute that `at` lies in; both are ms since the epoch. */
export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS
}
