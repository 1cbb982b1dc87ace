/** Series over time as lines or as a table. Recharts loads only when the first chart is drawn; heights are fixed. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Spinner from '@cloudscape-design/components/spinner'
import { memo, Suspense, useId, useState } from 'react'
import type { Locale, Message, Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { saysSame } from '../../lib/same.ts'
import { lineLooks } from './chart-colors.ts'
import { summarise, type ChartMark, type ChartSeries } from './chart-data.ts'
import { formatValue, type ChartUnit } from './chart-format.ts'
import { LineMark } from './LineMark.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { laterPart } from '../../ui/later-part.ts'

const Plot = laterPart(async () => (await import('./Plot.tsx')).Plot)
const StackedPlot = laterPart(async () => (await import('./StackedPlot.tsx')).StackedPlot)

const words = {
  asTable: { en: 'Show as table', ko: '표로 보기' },
  asChart: { en: 'Show as chart', ko: '차트로 보기' },
  loading: { en: 'Loading', ko: '불러오는 중' },
  empty: {
    en: 'CloudWatch has no data for this time range.',
    ko: '이 시간 범위에 CloudWatch 데이터가 없습니다.',
  },
  none: { en: 'no data', ko: '데이터 없음' },
  summary: {
    en: '{label}: latest {latest}, lowest {lowest}, highest {highest}.',
    ko: '{label}: 최근 {latest}, 최저 {lowest}, 최고 {highest}.',
  },
} satisfies Record<string, Text>

export interface MetricChartProps {
  title: string
  /** undefined: the first load. */
  series: readonly ChartSeries[] | undefined
  /** ms since the epoch. */
  range: { from: number; to: number }
  /** Length of a period in ms: a longer silence is a gap. */
  periodMs: number
  unit: ChartUnit
  /** Pixels of the plot; default 180. */
  height?: number
  /** Areas on top of each other: for parts of a whole. */
  stacked?: boolean
  /** What happened at a time, ms since the epoch; drawn by stacked charts only. */
  marks?: readonly ChartMark[]
}

function PlainMetricChart(props: MetricChartProps) {
  const { title, series, unit } = props
  const say = useText()
  const headingId = useId()
  const [asTable, setAsTable] = useState(false)
  const empty = !series?.some(({ points }) => points.length > 0)
  return (
    <section aria-labelledby={headingId}>
      <div
        style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', minHeight: 28 }}
      >
        <Box variant="h4" tagOverride="h3">
          <span id={headingId}>{title}</span>
        </Box>
        {!empty && (
          <Button
            variant="inline-link"
            ariaLabel={`${say(asTable ? words.asChart : words.asTable)}: ${title}`}
            onClick={() => setAsTable(!asTable)}
          >
            {say(asTable ? words.asChart : words.asTable)}
          </Button>
        )}
      </div>
      <Drawing {...props} asTable={asTable} empty={empty} />
      <Legend series={series ?? []} unit={unit} />
    </section>
  )
}

/** Drawn anew only when there is something else to draw: pages make the series of their charts each time that anything changes. */
export const MetricChart = memo(PlainMetricChart, saysSame)

function Drawing(props: MetricChartProps & { asTable: boolean; empty: boolean }) {
  const { title, series, unit, height = 180, asTable, empty, stacked = false, marks = [] } = props
  const say = useText()
  const locale = useLocale()
  const busy = <Placeholder height={height} text={say(words.loading)} busy />
  if (!series) return busy
  if (empty) return <Placeholder height={height} text={say(words.empty)} />
  if (asTable) {
    return (
      // A box that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <section aria-label={title} tabIndex={0} style={{ height, overflow: 'auto' }}>
        <SeriesTable title={title} series={series} unit={unit} />
      </section>
    )
  }
  const summaries = series.flatMap((one) => {
    const summary = summaryOf(one, unit, locale)
    return summary ? [say(summary)] : []
  })
  const spoken = [title, ...summaries].join(' ')
  return (
    <div style={{ height, overflow: 'hidden' }}>
      <Suspense fallback={busy}>
        {stacked ? (
          <StackedPlot {...props} title={spoken} series={series} height={height} marks={marks} />
        ) : (
          <Plot {...props} title={spoken} series={series} height={height} />
        )}
      </Suspense>
    </div>
  )
}

/** What a line says, for readers who do not see it. */
function summaryOf(series: ChartSeries, unit: ChartUnit, locale: Locale): Message | undefined {
  const sum = summarise(series.points)
  return (
    sum && {
      text: words.summary,
      values: {
        label: series.label,
        latest: formatValue(sum.latest.value, unit, locale),
        lowest: formatValue(sum.lowest, unit, locale),
        highest: formatValue(sum.highest, unit, locale),
      },
    }
  )
}

function Placeholder({ height, text, busy = false }: { height: number; text: string; busy?: boolean }) {
  return (
    <div style={{ height, display: 'flex', alignItems: 'center', justifyContent: 'center' }}>
      <Box color="text-body-secondary" textAlign="center">
        {busy && <Spinner />} {text}
      </Box>
    </div>
  )
}

/** Names the lines and says their latest value, so that the chart can be read without pointing at it. */
function Legend({ series, unit }: { series: readonly ChartSeries[]; unit: ChartUnit }) {
  const say = useText()
  const locale = useLocale()
  const looks = lineLooks(series)
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 16, minHeight: 24 }}>
      {series.map(({ id, label, points }, index) => {
        const latest = summarise(points)?.latest.value
        return (
          <Box key={id} variant="small" tagOverride="span">
            <LineMark {...looks[index]} /> {label}{' '}
            <strong style={{ fontVariantNumeric: 'tabular-nums' }}>
              {latest === undefined ? say(words.none) : formatValue(latest, unit, locale)}
            </strong>
          </Box>
        )
      })}
    </div>
  )
}
