/** What lines and areas are drawn into: the grid, both axes, and what is told at the pointer. */
import { CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { useLocale } from '../../i18n/use-text.ts'
import { useTimeZone } from '../../ui/time-context.ts'
import { type ChartRow, type ChartSeries, timeTicks } from './chart-data.ts'
import { type ChartUnit, formatTick, formatValue, zoneOffset } from './chart-format.ts'
import { palette } from './palette.ts'
import { PlotTooltip } from './PlotTooltip.tsx'

const axisText = { fill: palette.textQuiet, fontSize: 12 }

interface PlotFrameProps {
  rows: readonly ChartRow[]
  series: readonly ChartSeries[]
  /** ms since the epoch. */
  range: { from: number; to: number }
  unit: ChartUnit
  /** Where the value axis ends. */
  top: number
}

export function PlotFrame({ rows, series, range, unit, top }: PlotFrameProps) {
  const locale = useLocale()
  const utc = useTimeZone() === 'utc'
  return (
    <>
      <CartesianGrid vertical={false} stroke={palette.grid} />
      <XAxis
        dataKey="at"
        type="number"
        domain={[range.from, range.to]}
        allowDataOverflow
        ticks={timeTicks(range.from, range.to, 6, zoneOffset(range.to, utc))}
        tickFormatter={(at: number) => formatTick(at, range.to - range.from, locale, utc)}
        tick={axisText}
        tickLine={false}
        axisLine={{ stroke: palette.grid }}
        minTickGap={24}
      />
      <YAxis
        domain={[0, top]}
        ticks={[0, top / 2, top]}
        tickFormatter={(value: number) => formatValue(value, unit, locale)}
        tick={axisText}
        tickLine={false}
        axisLine={false}
        width={56}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.textQuiet, strokeDasharray: '3 3' }}
        content={<PlotTooltip rows={rows} series={series} unit={unit} />}
      />
    </>
  )
}
