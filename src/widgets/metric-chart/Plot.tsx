/** The drawn lines. Loaded only when a chart is on the page; its size is given, so that nothing moves when it arrives. */
import { Line, LineChart, ResponsiveContainer } from 'recharts'
import type { DotItemDotProps } from 'recharts'
import { lineLooks } from './chart-colors.ts'
import { isAlone, niceTop, toRows, type ChartRow, type ChartSeries } from './chart-data.ts'
import type { ChartUnit } from './chart-format.ts'
import { PlotFrame } from './PlotFrame.tsx'

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

/** Recharts clones this element for each point. */
interface LoneDotProps extends Partial<DotItemDotProps> {
  rows: readonly ChartRow[]
  line: number
  color: string | undefined
}

function LoneDot({ rows, line, color, index = -1, cx, cy }: LoneDotProps) {
  return isAlone(rows, index, line) ? <circle cx={cx} cy={cy} r={2.5} fill={color} /> : null
}

function hasLoneDots(rows: readonly ChartRow[], line: number): boolean {
  return rows.some((_, row) => isAlone(rows, row, line))
}

export function Plot({ title, series, range, periodMs, unit, height }: PlotProps) {
  const rows = toRows(series, periodMs)
  const looks = lineLooks(series)
  const top = niceTop(series, floors[unit] ?? 0)
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={rows} margin={{ top: 8, right: 18, bottom: 0, left: 0 }} title={title}>
        <PlotFrame rows={rows} series={series} range={range} unit={unit} top={top} />
        {series.map(({ id, label }, index) => (
          <Line
            key={id}
            name={label}
            type="linear"
            dataKey={(row: ChartRow) => row.values[index]}
            stroke={looks[index]?.stroke}
            strokeDasharray={looks[index]?.dash}
            strokeWidth={2}
            dot={
              // Each point costs, also one without a dot.
              hasLoneDots(rows, index) && <LoneDot rows={rows} line={index} color={looks[index]?.stroke} />
            }
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
