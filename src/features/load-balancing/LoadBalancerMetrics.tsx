/** How a load balancer fares: requests, errors and response time, one line for each target group. */
import { useQueries } from '@tanstack/react-query'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { periodFor, type Series } from '../../core/metrics/series.ts'
import { targetGroupMetricsQuery } from '../../data/metrics/target-group-metrics.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ChartSeries } from '../../widgets/metric-chart/chart-data.ts'
import type { ChartUnit } from '../../widgets/metric-chart/chart-format.ts'
import { MetricChart } from '../../widgets/metric-chart/MetricChart.tsx'
import { useRanges } from '../../widgets/metric-chart/use-range.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useGroupsOf } from './LoadBalancerTargetGroups.tsx'
import { MetricsBlock } from './MetricsBlock.tsx'
import type { MetricHours } from '../../widgets/metric-chart/metric-hours.ts'

const words = {
  requests: { en: 'Requests by target group', ko: '대상 그룹별 요청' },
  errors: { en: '5xx answered by targets', ko: '대상이 응답한 5xx' },
  time: { en: 'Average response time', ko: '평균 응답 시간' },
} satisfies Record<string, Text>

const charts: { metric: string; title: Text; unit: ChartUnit }[] = [
  { metric: 'RequestCount Sum', title: words.requests, unit: 'count' },
  { metric: 'HTTPCode_Target_5XX_Count Sum', title: words.errors, unit: 'count' },
  { metric: 'TargetResponseTime Average', title: words.time, unit: 'seconds' },
]

/** More lines than this cannot be told apart; the target groups' own pages show the rest. */
const MOST_LINES = 8

/** `keepPreviousData`, whose generic type `useQueries` cannot infer. */
const keepSeries = (previous: Series[] | undefined): Series[] | undefined => previous

interface LoadBalancerMetricsProps {
  loadBalancer: LoadBalancer
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

export function LoadBalancerMetrics({ loadBalancer, hours, onHours }: LoadBalancerMetricsProps) {
  const aws = useAws()
  const say = useText()
  const { query: groupsQuery, groups } = useGroupsOf(loadBalancer.arn)
  const { asked, drawn } = useRanges(hours * 3_600_000)
  const drawnGroups = groups.slice(0, MOST_LINES)
  const results = useQueries({
    queries: drawnGroups.map(({ arn }) => ({
      ...targetGroupMetricsQuery(aws, arn, loadBalancer.arn, asked),
      placeholderData: keepSeries,
    })),
  })
  // One block for all: it is as old as its oldest part, and its problem is the first one.
  const worst = results.find(({ error }) => error) ?? results[0] ?? groupsQuery
  const state = useBlockState(worst, { intervalMs: intervals.metrics.steady })
  const known = !groupsQuery.isPending && results.every(({ isPending }) => !isPending)
  const seriesOf = (metric: string): ChartSeries[] =>
    drawnGroups.map(({ name }, index) => ({
      id: name,
      label: name,
      points: results[index]?.data?.find(({ label }) => label === metric)?.points ?? [],
    }))
  return (
    <MetricsBlock state={state} hours={hours} onHours={onHours}>
      {charts.map(({ metric, title, unit }) => (
        <MetricChart
          key={metric}
          title={say(title)}
          unit={unit}
          range={drawn}
          periodMs={periodFor(asked)}
          series={known ? seriesOf(metric) : undefined}
        />
      ))}
    </MetricsBlock>
  )
}
