/** How both sides of a cutover fared over a longer time, for charts: one call for all of it. */
import type { Series, TimeRange } from '../../core/metrics/series.ts'
import { type Metric, getMetricData } from '../cloudwatch/metric-data.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { balancerDimensions, requestsOf, type WatchedBalancer } from './guard-metrics.ts'

type Points = Series['points']

export interface TrafficHistory {
  /** Requests in each period that reached targets of the new side. */
  ours: Points
  /** The same of the legacy; undefined where CloudWatch does not see all of it. */
  legacy: Points | undefined
  /** Of the new side. */
  target5xx: Points
  /** The load balancer's own; those of a shared one may be about another service. */
  elb5xx: Points
  target4xx: Points
  /** Seconds. */
  p95: Points
  healthy: Points
  unhealthy: Points
}

const rows = [
  ['ours', 'RequestCount', 'Sum', 'group'],
  ['target5xx', 'HTTPCode_Target_5XX_Count', 'Sum', 'group'],
  ['elb5xx', 'HTTPCode_ELB_5XX_Count', 'Sum', 'balancer'],
  ['target4xx', 'HTTPCode_Target_4XX_Count', 'Sum', 'group'],
  ['p95', 'TargetResponseTime', 'p95', 'group'],
  ['healthy', 'HealthyHostCount', 'Maximum', 'group'],
  ['unhealthy', 'UnHealthyHostCount', 'Maximum', 'group'],
] as const

/** `period`: ms. @throws AwsProblem */
export async function readTrafficHistory(
  aws: Aws,
  { loadBalancerArn, targetGroupArn, legacy }: WatchedBalancer,
  range: TimeRange,
  period: number,
  options?: CallOptions,
): Promise<TrafficHistory> {
  const ours = rows.map(([, name, stat, scope]): Metric => ({
    namespace: 'AWS/ApplicationELB',
    name,
    dimensions: balancerDimensions(loadBalancerArn, scope === 'group' ? targetGroupArn : undefined),
    stat,
    label: name,
  }))
  const theirs = legacy.flatMap((target) => requestsOf(target) ?? [])
  const series = await getMetricData(aws, [...ours, ...theirs], range, period, options)
  const pointsOf = (wanted: (typeof rows)[number][0]): Points =>
    series[rows.findIndex(([name]) => name === wanted)]?.points ?? []
  const isMeasured = legacy.length > 0 && theirs.length === legacy.length
  return {
    ours: pointsOf('ours'),
    legacy: isMeasured ? sum(series.slice(ours.length)) : undefined,
    target5xx: pointsOf('target5xx'),
    elb5xx: pointsOf('elb5xx'),
    target4xx: pointsOf('target4xx'),
    p95: pointsOf('p95'),
    healthy: pointsOf('healthy'),
    unhealthy: pointsOf('unhealthy'),
  }
}

function sum(series: readonly Series[]): Points {
  const byTime = new Map<number, number>()
  for (const { points } of series)
    for (const { at, value } of points) byTime.set(at, (byTime.get(at) ?? 0) + value)
  return [...byTime].map(([at, value]) => ({ at, value })).toSorted((a, b) => a.at - b.at)
}
