/** The one reader of the clock. Knows how far this computer's clock is from AWS's, from the `Date` of every answer. */
import { Store } from './store.ts'

/** An answer that took longer than this, ms, says too little about the time it was written. */
const slowestUseful = 5_000

/** `Date` is cut to the second: a difference smaller than this, ms, is no difference. */
const resolution = 1_000

const offset = new Store(0)

/** How fast AWS's time passes: a simulated AWS may be quicker than this computer's clock. `since`: this computer's time. */
let pace = { times: 1, since: 0 }

/** ms that AWS's time has gained since the pace was set. */
function gained(time: number): number {
  return (time - pace.since) * (pace.times - 1)
}

/** From now on AWS's time passes `times` as fast as this computer's. For practice alone. */
export function setPace(times: number): void {
  const since = now()
  const gain = gained(since)
  pace = { times, since }
  if (gain !== 0) offset.set(offset.get() + gain)
}

/** How much of AWS's time passes in a unit of this computer's; at least 1. */
export function haste(): number {
  return Math.max(1, pace.times)
}

/** This computer's time, ms since the epoch. */
export function now(): number {
  return Date.now()
}

/** AWS's time, ms since the epoch, as far as its answers tell; this computer's time before the first one. */
export function serverNow(): number {
  return Date.now() + serverOffset()
}

/** Milliseconds to add to this computer's clock to get AWS's. Signatures begin to fail at five minutes (300,000). */
export function serverOffset(): number {
  return offset.get() + (pace.times === 1 ? 0 : gained(Date.now()))
}

/** Called when the offset changes by a second or more. Returns the function that stops it. */
export const onOffsetChange = offset.subscribe

/**
 * Takes note of the `Date` header of an answer. All times in ms since the epoch.
 * @param date what the server wrote
 * @param sentAt this computer's time when the request left
 * @param receivedAt this computer's time when the answer came
 */
export function heardServerDate(date: number, sentAt: number, receivedAt: number): void {
  if (Number.isNaN(date) || receivedAt - sentAt > slowestUseful) return
  // On average half a second was cut off, and half of the way was the way back.
  const middle = (sentAt + receivedAt) / 2
  const measured = Math.round(date + resolution / 2 - middle - gained(middle))
  if (Math.abs(measured - offset.get()) <= resolution + (Math.max(1, pace.times) * (receivedAt - sentAt)) / 2)
    return
  offset.set(Math.abs(measured) <= resolution ? 0 : measured)
}
