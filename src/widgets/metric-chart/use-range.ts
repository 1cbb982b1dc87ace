/** A time range that moves along with the clock, without asking for other data every minute. */
import { useCallback } from 'react'
import { useServerClock } from '../../ui/time-context.ts'
import { useTick } from '../../ui/use-tick.ts'

/** ms since the epoch. */
export interface Range {
  from: number
  to: number
}

const minute = 60_000
/** The asked range starts anew this often, ms. */
const stride = 10 * minute

/**
 * The last `lengthMs` as they are drawn, and the range to ask for: it reaches into the future and stays the same for
 * ten minutes, so that one query is refreshed instead of a new one begun at each minute.
 */
export function rangesAt(now: number, lengthMs: number): { asked: Range; drawn: Range } {
  const to = Math.ceil(now / minute) * minute
  const from = Math.floor((to - lengthMs) / stride) * stride
  return { asked: { from, to: from + lengthMs + 2 * stride }, drawn: { from: to - lengthMs, to } }
}

/** `rangesAt` the server's present minute. */
export function useRanges(lengthMs: number): { asked: Range; drawn: Range } {
  const clock = useServerClock()
  const now = useTick(useCallback(() => Math.ceil(clock() / minute) * minute, [clock]))
  return rangesAt(now, lengthMs)
}
