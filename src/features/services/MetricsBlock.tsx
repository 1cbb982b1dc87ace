/** How loaded a service is: CPU and memory of what its tasks reserve, over the last hours. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { periodFor, type Series } from '../../core/metrics/series.ts'
import { serviceMetricsQuery } from '../../data/metrics/service-metrics.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { HoursChoice } from '../../widgets/metric-chart/HoursChoice.tsx'
import { defaultHours, type MetricHours } from '../../widgets/metric-chart/metric-hours.ts'
import { MetricChart } from '../../widgets/metric-chart/MetricChart.tsx'
import { useRanges } from '../../widgets/metric-chart/use-range.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import type { Place } from './EventText.tsx'
import { serviceSearch } from './search.ts'

const route = getRouteApi('/$region/clusters/$cluster/services/$service')
const hour = 3_600_000

const words = {
  title: { en: 'Utilization', ko: '사용률' },
  cpu: { en: 'CPU', ko: 'CPU' },
  memory: { en: 'Memory', ko: '메모리' },
  average: { en: 'Average', ko: '평균' },
  maximum: { en: 'Maximum', ko: '최대' },
} satisfies Record<string, Text>

const grid = {
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
} as const

export function MetricsBlock({ place: { cluster, service } }: { place: Place }) {
  const aws = useAws()
  const say = useText()
  const navigate = route.useNavigate()
  const { hours = defaultHours } = route.useSearch({ select: serviceSearch, structuralSharing: true })
  const { asked, drawn } = useRanges(hours * hour)
  const query = useQuery({
    ...serviceMetricsQuery(aws, cluster, service, asked),
    // From time to time it is another range: the lines move on, they do not vanish.
    placeholderData: keepPreviousData,
  })
  const state = useBlockState(query, { intervalMs: intervals.metrics.steady })
  const lines = (metric: string, series: readonly Series[] | undefined) =>
    series && [
      { id: 'average', label: say(words.average), points: pointsOf(series, `${metric} Average`) },
      {
        id: 'maximum',
        label: say(words.maximum),
        points: pointsOf(series, `${metric} Maximum`),
        tone: 'muted' as const,
      },
    ]
  const setHours = (chosen: MetricHours) =>
    void navigate({
      to: '.',
      search: serviceSearch({ hours: chosen }),
      replace: true,
      resetScroll: false,
    })
  const chart = { range: drawn, periodMs: periodFor(asked), unit: 'percent' } as const
  return (
    <Block
      title={words.title}
      // The charts hold their place by themselves, which a placeholder of lines would not.
      state={{ ...state, loading: false }}
      actions={<HoursChoice hours={hours} onHours={setHours} />}
    >
      <div style={grid}>
        <MetricChart title={say(words.cpu)} series={lines('CPUUtilization', query.data)} {...chart} />
        <MetricChart title={say(words.memory)} series={lines('MemoryUtilization', query.data)} {...chart} />
      </div>
    </Block>
  )
}

function pointsOf(series: readonly Series[], label: string): Series['points'] {
  return series.find((one) => one.label === label)?.points ?? []
}
