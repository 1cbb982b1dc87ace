/** From minutes to the periods a caller asks for. */
import { type MetricId, readMetric } from '../../engine/metrics/read.ts'
import { MINUTE_MS } from '../../engine/metrics/segments.ts'
import { type Datum, statistic } from '../../engine/metrics/statistics.ts'
import type { Window } from '../../engine/metrics/window.ts'

/** The minutes of each period that has data: `[start of the period (ms), minutes]`, oldest first. */
export function periodsOf(window: Window, metric: MetricId, periodSeconds: number): [number, Datum[]][] {
  const periodMs = Math.max(periodSeconds * 1000, MINUTE_MS)
  const periods = new Map<number, Datum[]>()
  // Periods begin at multiples of their length; the first one is whole even if the caller began inside it.
  const from = Math.floor(window.from / periodMs) * periodMs
  for (const datum of readMetric({ ...window, from }, metric)) {
    const start = Math.floor(datum.at / periodMs) * periodMs
    const known = periods.get(start)
    if (known) known.push(datum)
    else periods.set(start, [datum])
  }
  return [...periods]
}

/** One statistic by period, oldest first: `[start of the period (ms), value]`. */
export function statisticByPeriod(
  window: Window,
  metric: MetricId,
  periodSeconds: number,
  name: string,
): [number, number][] {
  return periodsOf(window, metric, periodSeconds).map(([start, data]) => [start, statistic(name, data)])
}

/** Dimensions as CloudWatch writes them, by name. */
export function toDimensions(list: { Name?: string; Value?: string }[] | undefined): Record<string, string> {
  return Object.fromEntries((list ?? []).map(({ Name = '', Value = '' }) => [Name, Value]))
}

/** Periods: a minute or a multiple of it; shorter ones (of high-resolution metrics) give minutes here. Seconds. */
export function isPeriod(seconds: number): boolean {
  return [1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0)
}
