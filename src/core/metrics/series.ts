/** Metrics as the console sees them. Times are ms since the epoch. */
export interface TimeRange {
  from: number
  /** Not included. */
  to: number
}

export interface Series {
  /** Metric and statistic: `CPUUtilization Average`. */
  label: string
  /** By time; absent where AWS has no data. `at` is the start of the period. */
  points: { at: number; value: number }[]
}

const minute = 60_000

/** Lengths of periods, ms, that CloudWatch keeps for a range that reaches as far back. */
const periods = [minute, 5 * minute, 15 * minute, 60 * minute, 6 * 60 * minute, 24 * 60 * minute]

/** More points than this do not show on a chart. */
const mostPoints = 360

/**
 * Length of a period, ms, that gives a readable number of points.
 * Minutes are kept for 15 days and 5 minutes for 63 days, longer than a range with that period reaches.
 */
export function periodFor({ from, to }: TimeRange): number {
  return periods.find((period) => (to - from) / period <= mostPoints) ?? (periods.at(-1) as number)
}

/** The range cut to whole periods, which CloudWatch answers faster and caches. */
export function alignRange({ from, to }: TimeRange, period: number): TimeRange {
  return { from: Math.floor(from / period) * period, to: Math.ceil(to / period) * period }
}
