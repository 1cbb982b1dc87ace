/** What CloudWatch keeps per minute, and the statistics it answers over longer periods. */

/** One minute of one metric. */
export interface Datum {
  /** Start of the minute, ms since the epoch. */
  at: number
  sum: number
  min: number
  max: number
  /** Number of samples. */
  count: number
  /** True where the samples of a minute differ among themselves as response times do, so that percentiles mean something. */
  spread?: boolean
}

/** One sample in its minute. */
export function single(at: number, value: number): Datum {
  return { at, sum: value, min: value, max: value, count: 1 }
}

const PERCENTILE = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/

/** True for the statistics that are modelled. */
export function isStatistic(name: string): boolean {
  return ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'].includes(name) || PERCENTILE.test(name)
}

/** A statistic over the minutes of a period (at least one). */
export function statistic(name: string, data: Datum[]): number {
  const count = total(data, (datum) => datum.count)
  switch (name) {
    case 'SampleCount':
      return count
    case 'Sum':
      return total(data, (datum) => datum.sum)
    case 'Average':
      return total(data, (datum) => datum.sum) / count
    case 'Minimum':
      return Math.min(...data.map((datum) => datum.min))
    case 'Maximum':
      return Math.max(...data.map((datum) => datum.max))
    default:
      return percentile(Number(PERCENTILE.exec(name)?.[1]) / 100, data)
  }
}

function total(data: Datum[], of: (datum: Datum) => number): number {
  return data.reduce((sum, datum) => sum + of(datum), 0)
}

function percentile(share: number, data: Datum[]): number {
  const low = Math.min(...data.map((datum) => datum.min))
  const high = Math.max(...data.map((datum) => datum.max))
  if (data.some((datum) => datum.spread)) {
    const count = total(data, (datum) => datum.count)
    const mean = total(data, (datum) => datum.sum) / count
    return Math.min(high, Math.max(low, mean * spreadFactor(share)))
  }
  const values = data.map((datum) => datum.sum / datum.count).toSorted((a, b) => a - b)
  const place = share * (values.length - 1)
  const below = values[Math.floor(place)] ?? low
  const above = values[Math.ceil(place)] ?? high
  return below + (above - below) * (place % 1)
}

/** A long-tailed (log-logistic) spread: how the quantile `share` (0..1) compares with the mean. p50 0.84, p90 1.8, p99 4.2. */
export function spreadFactor(share: number): number {
  const inside = Math.min(0.99999, Math.max(0.00001, share))
  return 0.84 * Math.exp(0.35 * Math.log(inside / (1 - inside)))
}
