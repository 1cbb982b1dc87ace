/**
 * Arithmetic of the guards. A count of errors that is absent beside requests is 0, because CloudWatch has no value where nothing
 * happened; absent requests are no traffic, which says nothing. Adding errors never lowers a ratio.
 */
import type { GuardState } from './guard.ts'
import type { MetricMinute } from './readings.ts'

/**
 * All requests of a minute. RequestCount has only those for which a target could be chosen: where nobody else uses the load
 * balancer, what it answered by itself is added, or an outage of nothing but 503s would look like no traffic.
 */
export function requestsOf(minute: MetricMinute, dedicated: boolean): number | undefined {
  const { requests, elb4xx, elb5xx } = minute
  const parts = dedicated ? [requests, elb4xx, elb5xx] : [requests]
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, part) => sum + part, 0)
}

/** Share of 5XX answers, 0–1; undefined in a minute of fewer than `atLeast` requests. */
export function errorRatio(minute: MetricMinute, dedicated: boolean, atLeast: number): number | undefined {
  const { target5xx = 0, elb5xx = 0 } = minute
  return ratio(minute, dedicated, atLeast, target5xx, elb5xx)
}

/** Share of 4XX answers, 0–1; undefined in a minute of fewer than `atLeast` requests. */
export function clientErrorRatio(
  minute: MetricMinute,
  dedicated: boolean,
  atLeast: number,
): number | undefined {
  const { target4xx = 0, elb4xx = 0 } = minute
  return ratio(minute, dedicated, atLeast, target4xx, elb4xx)
}

/** The load balancer's errors of the other class are left out below the line: more errors must not make the ratio smaller. */
function ratio(
  minute: MetricMinute,
  dedicated: boolean,
  atLeast: number,
  byTargets: number,
  byBalancer: number,
): number | undefined {
  const all = requestsOf(minute, dedicated)
  if (all === undefined || all < atLeast) return undefined
  const own = dedicated ? byBalancer : 0
  const of = (minute.requests ?? 0) + own
  return of === 0 ? 0 : Math.min(1, (byTargets + own) / of)
}

/** One number for each of the last `of` minutes, oldest first, undefined where there is none. */
export function lastMinutes(
  minutes: readonly MetricMinute[],
  of: number,
  measure: (minute: MetricMinute) => number | undefined,
): (number | undefined)[] {
  const last = minutes.slice(-of).map(measure)
  return [...Array.from({ length: of - last.length }, () => undefined), ...last]
}

/**
 * Whether at least `trips` of the values are over. `value`: the smallest of the `trips` largest, the one that decides.
 * What is missing counts neither way: ok only if it could not have changed the outcome.
 */
export function outOf(
  values: readonly (number | undefined)[],
  trips: number,
  isOver: (value: number) => boolean,
): { state: GuardState; value?: number | undefined } {
  const known = values.filter((value) => value !== undefined).toSorted((a, b) => b - a)
  const over = known.filter(isOver).length
  const value = known[trips - 1] ?? known[0]
  if (over >= trips) return { state: 'tripped', value }
  return { state: over + values.length - known.length < trips ? 'ok' : 'inconclusive', value }
}
