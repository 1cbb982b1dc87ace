/** How a target group fares: requests, errors, response time and healthy targets. */
import Alert from '@cloudscape-design/components/alert'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TargetGroup } from '../../core/elb/target-group.ts'
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
import { MetricsBlock } from './MetricsBlock.tsx'
import type { MetricHours } from '../../widgets/metric-chart/metric-hours.ts'

const words = {
  unused: {
    en: 'No load balancer uses this target group, so CloudWatch has no metrics for it.',
    ko: '이 대상 그룹을 쓰는 로드 밸런서가 없어 CloudWatch 지표가 없습니다.',
  },
  info: { en: 'Information', ko: '정보' },
  requests: { en: 'Requests', ko: '요청' },
  errors: { en: 'Errors answered by targets', ko: '대상이 응답한 오류' },
  time: { en: 'Response time', ko: '응답 시간' },
  average: { en: 'average', ko: '평균' },
  targets: { en: 'Targets', ko: '대상' },
  healthy: { en: 'healthy', ko: '정상' },
  unhealthy: { en: 'unhealthy', ko: '비정상' },
} satisfies Record<string, Text>

interface Line {
  /** As `targetGroupMetricsQuery` labels it. */
  id: string
  label: Text | string
  tone?: NonNullable<ChartSeries['tone']>
}

const charts: { title: Text; unit: ChartUnit; lines: Line[] }[] = [
  { title: words.requests, unit: 'count', lines: [{ id: 'RequestCount Sum', label: words.requests }] },
  {
    title: words.errors,
    unit: 'count',
    lines: [
      { id: 'HTTPCode_Target_5XX_Count Sum', label: '5xx', tone: 'bad' },
      { id: 'HTTPCode_Target_4XX_Count Sum', label: '4xx', tone: 'muted' },
    ],
  },
  {
    title: words.time,
    unit: 'seconds',
    lines: [
      { id: 'TargetResponseTime Average', label: words.average },
      { id: 'TargetResponseTime p95', label: 'p95' },
    ],
  },
  {
    title: words.targets,
    unit: 'count',
    lines: [
      { id: 'HealthyHostCount Average', label: words.healthy, tone: 'good' },
      { id: 'UnHealthyHostCount Average', label: words.unhealthy, tone: 'bad' },
    ],
  },
]

function pointsOf(series: readonly Series[], label: string): Series['points'] {
  return series.find((one) => one.label === label)?.points ?? []
}

interface TargetGroupMetricsProps {
  targetGroup: TargetGroup
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

export function TargetGroupMetrics({ targetGroup, hours, onHours }: TargetGroupMetricsProps) {
  const say = useText()
  const [loadBalancerArn] = targetGroup.loadBalancerArns
  if (loadBalancerArn === undefined)
    return <Alert statusIconAriaLabel={say(words.info)}>{say(words.unused)}</Alert>
  return <Charts targetGroupArn={targetGroup.arn} {...{ loadBalancerArn, hours, onHours }} />
}

interface ChartsProps {
  targetGroupArn: string
  loadBalancerArn: string
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

function Charts({ targetGroupArn, loadBalancerArn, hours, onHours }: ChartsProps) {
  const aws = useAws()
  const say = useText()
  const { asked, drawn } = useRanges(hours * 3_600_000)
  const query = useQuery({
    ...targetGroupMetricsQuery(aws, targetGroupArn, loadBalancerArn, asked),
    placeholderData: keepPreviousData,
  })
  const state = useBlockState(query, { intervalMs: intervals.metrics.steady })
  const { data } = query
  return (
    <MetricsBlock state={state} hours={hours} onHours={onHours}>
      {charts.map(({ title, unit, lines }) => (
        <MetricChart
          key={title.en}
          title={say(title)}
          unit={unit}
          range={drawn}
          periodMs={periodFor(asked)}
          series={
            data &&
            lines.map(({ id, label, tone }) => ({
              id,
              label: typeof label === 'string' ? label : say(label),
              tone,
              points: pointsOf(data, id),
            }))
          }
        />
      ))}
    </MetricsBlock>
  )
}
