/** Traffic of the legacy and of the new side on top of each other, with errors, response time and targets of the new side. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import { periodFor } from '../../../core/metrics/series.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'
import { trafficQuery, type TrafficHistory } from '../../../data/cutover/traffic.ts'
import { intervals } from '../../../data/polling.ts'
import { useAws } from '../../../data/session.ts'
import { useLastRead } from '../../../data/use-last-read.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Block } from '../../../ui/Block.tsx'
import type { ChartMark, ChartSeries } from '../../../widgets/metric-chart/chart-data.ts'
import { HoursChoice } from '../../../widgets/metric-chart/HoursChoice.tsx'
import { MetricChart } from '../../../widgets/metric-chart/MetricChart.tsx'
import type { MetricHours } from '../../../widgets/metric-chart/metric-hours.ts'
import { useRanges } from '../../../widgets/metric-chart/use-range.ts'
import { useBlockState } from '../../../widgets/problem/block-state.ts'
import { stateName } from '../parts/state-words.ts'
import { BlockNote, keepsLast } from './BlockNote.tsx'

const words = {
  title: { en: 'Traffic', ko: '트래픽' },
  sides: { en: 'Requests a period, legacy and new', ko: '주기별 요청: 레거시와 신규' },
  legacy: { en: 'legacy', ko: '레거시' },
  ours: { en: 'new', ko: '신규' },
  unseen: {
    en: 'CloudWatch does not see all of the legacy: its part is missing here.',
    ko: 'CloudWatch가 레거시 전체를 보지 못해 일부가 빠져 있습니다.',
  },
  lost: {
    en: 'The new side cannot be found: nothing can be drawn.',
    ko: '새 쪽을 찾을 수 없어 표시할 내용이 없습니다.',
  },
  about: { en: 'From CloudWatch, one to three minutes late.', ko: 'CloudWatch 기준이며 1~3분 늦습니다.' },
  errors: { en: 'Errors of the new side', ko: '새 쪽 오류' },
  targets5xx: { en: '5XX of targets', ko: '대상 5XX' },
  balancer5xx: { en: '5XX of the load balancer', ko: '로드 밸런서 5XX' },
  time: { en: 'Response time of the new side', ko: '새 쪽 응답 시간' },
  hosts: { en: 'Targets of the new side', ko: '새 쪽 대상' },
  healthy: { en: 'healthy', ko: '정상' },
  unhealthy: { en: 'unhealthy', ko: '비정상' },
} satisfies Record<string, Text>

type Say = ReturnType<typeof useText>

interface TrafficBlockProps {
  session: CutoverSession
  view: CutoverView
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

export function TrafficBlock({ session, view, hours, onHours }: TrafficBlockProps) {
  const aws = useAws()
  const say = useText()
  const { asked, drawn } = useRanges(hours * 3_600_000)
  // Another range has other periods.
  const query = useLastRead(useQuery(trafficQuery(aws, session, asked)), String(hours))
  const state = useBlockState(query, { intervalMs: intervals.metrics.steady })
  const { data } = query
  const { plan } = view.run
  const marks = useMemo(() => marksOf(plan, view.log, say), [plan, view.log, say])
  const history = data ?? undefined
  const common = { range: drawn, periodMs: periodFor(asked) }
  const isKnown = data !== undefined
  return (
    <Block
      title={words.title}
      // Charts hold their place by themselves, which a placeholder of lines would not.
      state={{ ...state, loading: false }}
      description={<BlockNote state={state} note={say(noteOf(data))} />}
      saysProblem={keepsLast(state)}
      actions={<HoursChoice hours={hours} onHours={onHours} />}
    >
      <SpaceBetween size="m">
        <MetricChart
          {...common}
          stacked
          height={220}
          unit="count"
          title={say(words.sides)}
          marks={marks}
          series={isKnown ? sidesOf(history, say) : undefined}
        />
        <ColumnLayout columns={3}>
          {smallCharts.map(({ title, unit, lines }) => (
            <MetricChart
              key={title.en}
              {...common}
              height={120}
              unit={unit}
              title={say(title)}
              series={isKnown ? lines(history, say) : undefined}
            />
          ))}
        </ColumnLayout>
      </SpaceBetween>
    </Block>
  )
}

function noteOf(history: TrafficHistory | null | undefined): Text {
  if (history === null) return words.lost
  return history && history.legacy === undefined ? words.unseen : words.about
}

function sidesOf(history: TrafficHistory | undefined, say: Say): ChartSeries[] {
  return [
    { id: 'legacy', label: say(words.legacy), tone: 'muted', points: history?.legacy ?? [] },
    { id: 'ours', label: say(words.ours), points: history?.ours ?? [] },
  ]
}

interface SmallChart {
  title: Text
  unit: 'count' | 'seconds'
  lines: (history: TrafficHistory | undefined, say: Say) => ChartSeries[]
}

const smallCharts: readonly SmallChart[] = [
  {
    title: words.errors,
    unit: 'count',
    lines: (history, say) => [
      { id: 'target5xx', label: say(words.targets5xx), tone: 'bad', points: history?.target5xx ?? [] },
      { id: 'elb5xx', label: say(words.balancer5xx), points: history?.elb5xx ?? [] },
      { id: 'target4xx', label: '4XX', tone: 'muted', points: history?.target4xx ?? [] },
    ],
  },
  {
    title: words.time,
    unit: 'seconds',
    lines: (history) => [{ id: 'p95', label: 'p95', points: history?.p95 ?? [] }],
  },
  {
    title: words.hosts,
    unit: 'count',
    lines: (history, say) => [
      { id: 'healthy', label: say(words.healthy), tone: 'good', points: history?.healthy ?? [] },
      { id: 'unhealthy', label: say(words.unhealthy), tone: 'bad', points: history?.unhealthy ?? [] },
    ],
  },
]

/** One for each state that came into force. */
function marksOf(plan: Plan, log: readonly LogEntry[], say: Say): ChartMark[] {
  return log.flatMap((entry) => {
    if (entry.kind !== 'phase') return []
    if (entry.phase.at === 'soaking')
      return [{ at: entry.phase.since, label: say(stateName(plan, entry.phase.state)) }]
    return entry.phase.at === 'restored' ? [{ at: entry.at, label: say(stateName(plan, 0)) }] : []
  })
}
