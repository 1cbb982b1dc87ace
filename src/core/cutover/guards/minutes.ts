/** CloudWatch's series laid out minute by minute, up to the newest minute that is whole. */
import type { Series, TimeRange } from '../../metrics/series.ts'
import type { MetricMinute, MinuteMetric } from './readings.ts'

/** ms. */
export const watchPeriod = 60_000

/** Periods that are read. */
const window = 10

/** Periods, as many as metrics of load balancers come late. */
const mostLate = 3

/** What to ask CloudWatch for. */
export function watchRange(now: number): TimeRange {
  const to = Math.floor(now / watchPeriod) * watchPeriod
  return { from: to - window * watchPeriod, to }
}

/**
 * Every period of the window, oldest first. The youngest one with any value is left out, because the others of its values may be
 * on their way; periods without a value stay, unless they are so young that no metric has come.
 */
export function minutesOf(
  series: Readonly<Partial<Record<MinuteMetric, Series['points']>>>,
  now: number,
): MetricMinute[] {
  const { from, to } = watchRange(now)
  const byTime = new Map<number, MetricMinute>()
  for (const [name, points] of Object.entries(series))
    for (const { at, value } of points) byTime.set(at, { ...(byTime.get(at) ?? { at }), [name]: value })
  const youngest = Math.min(to, Math.max(to - (mostLate + 1) * watchPeriod, ...byTime.keys()))
  const count = (youngest - from) / watchPeriod
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * watchPeriod
    return byTime.get(at) ?? { at }
  })
}
