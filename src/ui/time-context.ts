/** The clock and the time zone that every part of the page speaks in; the shell may provide others. */
import { createContext, use } from 'react'
import { serverNow } from '../lib/clock.ts'

export type TimeZone = 'local' | 'utc'

/** ms since the epoch by the server's clock, so that ages are right where the computer's clock is not. */
export const ServerClockContext = createContext<() => number>(serverNow)
export const TimeZoneContext = createContext<TimeZone>('local')

export function useServerClock(): () => number {
  return use(ServerClockContext)
}

export function useTimeZone(): TimeZone {
  return use(TimeZoneContext)
}
