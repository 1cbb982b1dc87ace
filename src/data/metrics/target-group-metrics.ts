/** What a target group's targets answer, and how many of them are healthy. */
import { queryOptions } from '@tanstack/react-query'
import { type Metric, getMetricData } from '../../aws/cloudwatch/metric-data.ts'
import type { Aws } from '../../aws/context.ts'
import { type Series, type TimeRange, periodFor } from '../../core/metrics/series.ts'
import { serverNow } from '../../lib/clock.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** Dimension values: `targetgroup/web/0123` and `app/front/0123` from ARNs. */
function dimensionsOf(targetGroupArn: string, loadBalancerArn: string): Record<string, string> {
  return {
    TargetGroup: targetGroupArn.split(':').at(-1) ?? '',
    LoadBalancer: loadBalancerArn.split(':loadbalancer/').at(-1) ?? '',
  }
}

const traffic = [
  ['RequestCount', 'Sum'],
  ['TargetResponseTime', 'Average'],
  ['TargetResponseTime', 'p95'],
  ['HTTPCode_Target_5XX_Count', 'Sum'],
  ['HTTPCode_Target_4XX_Count', 'Sum'],
  ['HealthyHostCount', 'Average'],
  ['UnHealthyHostCount', 'Average'],
] as const

/**
 * Series labelled `RequestCount Sum`, `TargetResponseTime Average` and `… p95` (seconds), `HTTPCode_Target_5XX_Count Sum`,
 * `HTTPCode_Target_4XX_Count Sum`, `HealthyHostCount Average`, `UnHealthyHostCount Average`.
 */
export function targetGroupMetricsQuery(
  aws: Aws,
  targetGroupArn: string,
  loadBalancerArn: string,
  range: TimeRange,
) {
  const { from, to } = range
  return queryOptions({
    queryKey: [
      aws.key,
      'target-group-metrics',
      targetGroupArn,
      loadBalancerArn,
      String(from),
      String(to),
    ] as const,
    queryFn: (context): Promise<Series[]> => {
      const dimensions = dimensionsOf(targetGroupArn, loadBalancerArn)
      const metrics = traffic.map(([name, stat]): Metric => ({
        namespace: 'AWS/ApplicationELB',
        name,
        dimensions,
        stat,
        label: `${name} ${stat}`,
      }))
      return getMetricData(aws, metrics, { from, to }, periodFor({ from, to }), urgency(context))
    },
    ...polling<Series[]>(aws, intervals.metrics),
  })
}

export interface TargetHealthCounts {
  targetGroupArn: string
  /** Absent where CloudWatch has no data. */
  healthy?: number
  unhealthy?: number
  /** The minute the counts are of, ms since the epoch. */
  at?: number
}

/** CloudWatch's newest minute may be missing: the last of these minutes that has data counts. */
const look = { back: 5 * 60_000, period: 60_000 }

/** Healthy and unhealthy targets of many groups (250 a call), instead of one DescribeTargetHealth each. */
export function targetHealthCountsQuery(
  aws: Aws,
  groups: readonly { targetGroupArn: string; loadBalancerArn: string }[],
) {
  const ids = groups.map(({ targetGroupArn, loadBalancerArn }) => `${targetGroupArn} ${loadBalancerArn}`)
  return queryOptions({
    queryKey: [aws.key, 'target-health-counts', ...ids] as const,
    queryFn: async (context): Promise<TargetHealthCounts[]> => {
      const metrics = groups.flatMap(({ targetGroupArn, loadBalancerArn }) =>
        ['HealthyHostCount', 'UnHealthyHostCount'].map((name): Metric => ({
          namespace: 'AWS/ApplicationELB',
          name,
          dimensions: dimensionsOf(targetGroupArn, loadBalancerArn),
          stat: 'Average',
          label: name,
        })),
      )
      // AWS's clock: by a wrong one of this computer there would be no data.
      const to = serverNow()
      const series = await getMetricData(
        aws,
        metrics,
        { from: to - look.back, to },
        look.period,
        urgency(context),
      )
      return groups.map(({ targetGroupArn }, index) => {
        const healthy = series[2 * index]?.points.at(-1)
        const unhealthy = series[2 * index + 1]?.points.at(-1)
        return {
          targetGroupArn,
          ...(healthy && { healthy: healthy.value, at: healthy.at }),
          ...(unhealthy && { unhealthy: unhealthy.value }),
        }
      })
    },
    ...polling<TargetHealthCounts[]>(aws, intervals.metrics),
  })
}
