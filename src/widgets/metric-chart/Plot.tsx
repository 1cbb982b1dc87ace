/** The drawn lines. Loaded only when a chart is on the page; its size is given, so that nothing moves when it arrives. */
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { DotItemDotProps } from 'recharts'
import { useLocale } from '../../i18n/use-text.ts'
import { useTimeZone } from '../../ui/time-context.ts'
import { lineLooks } from './chart-colors.ts'
import { isAlone, niceTop, timeTicks, toRows, type ChartRow, type ChartSeries } from './chart-data.ts'
import { formatTick, formatValue, zoneOffset, type ChartUnit } from './chart-format.ts'
import { palette } from './palette.ts'
import { PlotTooltip } from './PlotTooltip.tsx'

export interface PlotProps {
  /** Said by screen readers before the arrow keys walk the points. */
  title: string
  series: readonly ChartSeries[]
  /** ms since the epoch. */
  range: { from: number; to: number }
  periodMs: number
  unit: ChartUnit
  /** Pixels. */
  height: number
}

/** Percent is read against 100, and counts have no halves. */
const floors: Partial<Record<ChartUnit, number>> = { percent: 100, count: 2 }

const axisText = { fill: palette.textQuiet, fontSize: 12 }

/** Recharts clones this element for each point. */
interface LoneDotProps extends Partial<DotItemDotProps> {
  rows: readonly ChartRow[]
  line: number
  color: string | undefined
}

function LoneDot({ rows, line, color, index = -1, cx, cy }: LoneDotProps) {
  return isAlone(rows, index, line) ? <circle cx={cx} cy={cy} r={2.5} fill={color} /> : null
}

export function Plot({ title, series, range, periodMs, unit, height }: PlotProps) {
  const locale = useLocale()
  const utc = useTimeZone() === 'utc'
  const rows = toRows(series, periodMs)
  const looks = lineLooks(series)
  const top = niceTop(series, floors[unit] ?? 0)
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={rows} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} title={title}>
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
        {series.map(({ id, label }, index) => (
          <Line
            key={id}
            name={label}
            type="linear"
            dataKey={(row: ChartRow) => row.values[index]}
            stroke={looks[index]?.stroke}
            strokeDasharray={looks[index]?.dash}
            strokeWidth={2}
            dot={<LoneDot rows={rows} line={index} color={looks[index]?.stroke} />}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
