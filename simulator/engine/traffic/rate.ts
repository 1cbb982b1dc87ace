/** The daily rhythm of clients: a pure function of time, so it needs no events. */

const DAY_MS = 24 * 60 * 60 * 1000

/** Hour of the day, UTC, in which clients of a Region are busiest: their afternoon. */
function peakHour(region: string): number {
  if (region.startsWith('ap-')) return 6
  if (region.startsWith('eu-')) return 14
  return 19
}

function angle(region: string, at: number): number {
  return ((at / DAY_MS) % 1) * 2 * Math.PI - (peakHour(region) / 24) * 2 * Math.PI
}

/** Requests per second at a moment (ms since the epoch) of clients with mean `rps` and daily `swing` (0..1). */
export function rateAt(region: string, rps: number, swing: number, at: number): number {
  return rps * (1 + swing * Math.cos(angle(region, at)))
}

/** Requests sent in [from, to), ms since the epoch: the integral of the rate. */
export function requestsBetween(
  region: string,
  rps: number,
  swing: number,
  from: number,
  to: number,
): number {
  const wave = Math.sin(angle(region, to)) - Math.sin(angle(region, from))
  return (rps * (to - from + ((swing * DAY_MS) / (2 * Math.PI)) * wave)) / 1000
}
