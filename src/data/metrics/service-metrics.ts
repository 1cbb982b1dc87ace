/** What a service's tasks use of what they reserve. */
import { queryOptions } from '@tanstack/react-query'
import { type Metric, getMetricData } from '../../aws/cloudwatch/metric-data.ts'
import type { Aws } from '../../aws/context.ts'
import { type Series, type TimeRange, periodFor } from '../../core/metrics/series.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

function metricsOf(cluster: string, service: string): Metric[] {
  const dimensions = { ClusterName: cluster, ServiceName: service }
  return ['CPUUtilization', 'MemoryUtilization'].flatMap((name) =>
    ['Average', 'Maximum'].map((stat): Metric => ({
      namespace: 'AWS/ECS',
      name,
      dimensions,
      stat,
      label: `${name} ${stat}`,
    })),
  )
}

/** `CPUUtilization Average`, `CPUUtilization Maximum`, `MemoryUtilization Average`, `MemoryUtilization Maximum`: percent. */
export function serviceMetricsQuery(aws: Aws, cluster: string, service: string, range: TimeRange) {
  const { from, to } = range
  return queryOptions({
    queryKey: [aws.key, 'service-metrics', cluster, service, String(from), String(to)] as const,
    queryFn: (context): Promise<Series[]> =>
      getMetricData(
        aws,
        metricsOf(cluster, service),
        { from, to },
        periodFor({ from, to }),
        urgency(context),
      ),
    ...polling<Series[]>(aws, intervals.metrics),
  })
}
