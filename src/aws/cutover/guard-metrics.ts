/** The metrics that guards look at, of the new side and of the legacy, minute by minute in one call. */
import { minutesOf, watchPeriod, watchRange } from '../../core/cutover/guards/minutes.ts'
import type { MetricMinute, MinuteMetric } from '../../core/cutover/guards/readings.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import type { Series } from '../../core/metrics/series.ts'
import { getMetricData, type Metric } from '../cloudwatch/metric-data.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'

type Points = Series['points']

export interface WatchedBalancer {
  loadBalancerArn: string
  targetGroupArn: string
  legacy: readonly LegacyTarget[]
}

export interface WatchMinutes {
  minutes: MetricMinute[]
  /** Requests that the legacy got in the same minutes; undefined where part of it cannot be measured. */
  legacyRequests: Points | undefined
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const watched: readonly (readonly [MinuteMetric, string, string, 'group' | 'balancer'])[] = [
  ['requests', 'RequestCount', 'Sum', 'group'],
  ['target5xx', 'HTTPCode_Target_5XX_Count', 'Sum', 'group'],
  ['target4xx', 'HTTPCode_Target_4XX_Count', 'Sum', 'group'],
  ['elb5xx', 'HTTPCode_ELB_5XX_Count', 'Sum', 'balancer'],
  ['elb4xx', 'HTTPCode_ELB_4XX_Count', 'Sum', 'balancer'],
  ['p95', 'TargetResponseTime', 'p95', 'group'],
  ['healthyHosts', 'HealthyHostCount', 'Maximum', 'group'],
  ['unhealthyHosts', 'UnHealthyHostCount', 'Maximum', 'group'],
  ['connectionErrors', 'TargetConnectionErrorCount', 'Sum', 'group'],
  ['tlsErrors', 'ClientTLSNegotiationErrorCount', 'Sum', 'balancer'],
]

/** @throws AwsProblem */
export async function readWatchMinutes(
  aws: Aws,
  { loadBalancerArn, targetGroupArn, legacy }: WatchedBalancer,
  now: number,
  options?: CallOptions,
): Promise<WatchMinutes> {
  const ours = watched.map(([, name, stat, scope]): Metric => ({
    namespace: 'AWS/ApplicationELB',
    name,
    dimensions: balancerDimensions(loadBalancerArn, scope === 'group' ? targetGroupArn : undefined),
    stat,
    label: name,
  }))
  const theirs = legacy.flatMap((target) => requestsOf(target) ?? [])
  const series = await getMetricData(aws, [...ours, ...theirs], watchRange(now), watchPeriod, options)
  const byName = watched.map(([name], index): [MinuteMetric, Points] => [name, series[index]?.points ?? []])
  const minutes = minutesOf(Object.fromEntries(byName), now)
  const isMeasured = legacy.length > 0 && theirs.length === legacy.length
  const legacyRequests = series.slice(ours.length).flatMap(({ points }) => points)
  return { minutes, legacyRequests: isMeasured ? legacyRequests : undefined }
}

/** Requests since `since`, ms since the epoch, of both sides in the same minutes. */
export function trafficSince(
  { minutes, legacyRequests }: WatchMinutes,
  since: number,
): { ours?: number; legacy?: number } {
  const end = (minutes.at(-1)?.at ?? 0) + watchPeriod
  const counted = minutes.filter(({ at }) => at >= since).flatMap(({ requests }) => requests ?? [])
  const legacy = legacyRequests?.filter(({ at }) => at >= since && at < end)
  return {
    ours: counted.reduce((sum, count) => sum + count, 0),
    ...(legacy && { legacy: legacy.reduce((sum, { value }) => sum + value, 0) }),
  }
}

/** `app/front/0123` and `targetgroup/web/0123` from ARNs. */
export function balancerDimensions(loadBalancerArn: string, targetGroupArn?: string): Record<string, string> {
  return {
    LoadBalancer: loadBalancerArn.split(':loadbalancer/').at(-1) ?? '',
    ...(targetGroupArn !== undefined && { TargetGroup: targetGroupArn.split(':').at(-1) ?? '' }),
  }
}

/** Undefined for what counts no requests. */
export function requestsOf(target: LegacyTarget): Metric | undefined {
  const request = { name: 'RequestCount', stat: 'Sum', label: 'RequestCount' }
  if (target.kind === 'application') {
    const dimensions = balancerDimensions(target.loadBalancerArn, target.targetGroupArn)
    return { ...request, namespace: 'AWS/ApplicationELB', dimensions }
  }
  return target.kind === 'classic'
    ? { ...request, namespace: 'AWS/ELB', dimensions: { LoadBalancerName: target.name } }
    : undefined
}
