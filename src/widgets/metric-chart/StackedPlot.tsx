/** Areas on top of each other with marks of what happened. Loaded only when such a chart is on the page. */
import { Area, AreaChart, ReferenceLine, ResponsiveContainer } from 'recharts'
import { useId, useState } from 'react'
import { lineLooks } from './chart-colors.ts'
import {
  type ChartMark,
  type ChartRow,
  niceTop,
  roomOfLabels,
  spacedMarks,
  stackable,
  toRows,
  totalOf,
} from './chart-data.ts'
import { palette } from './palette.ts'
import type { PlotProps } from './Plot.tsx'
import { PlotFrame } from './PlotFrame.tsx'

/** px of the axis at the left. */
const axisRoom = 60

/** px for half of the label of a mark at the end. */
const markRoom = 32

interface StackedPlotProps extends PlotProps {
  marks: readonly ChartMark[]
}

/** Degrees; the first area is plain. */
const slants = [undefined, 45, -45, 0]

/** Areas are told apart without their colour. */
function Hatching({ id, index, stroke }: { id: string; index: number; stroke: string | undefined }) {
  const slant = slants[index % slants.length]
  return (
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${slant ?? 0})`}
    >
      <rect width={6} height={6} fill={stroke} fillOpacity={0.2} />
      {slant !== undefined && <rect width={2} height={6} fill={stroke} fillOpacity={0.5} />}
    </pattern>
  )
}

export function StackedPlot({ title, series, range, periodMs, unit, height, marks }: StackedPlotProps) {
  const hatch = useId()
  const stack = stackable(series, periodMs)
  const rows = toRows(stack, periodMs)
  const looks = lineLooks(series)
  const top = niceTop([totalOf(stack)], unit === 'count' ? 2 : 0)
  const [width, setWidth] = useState(600)
  const within = marks.filter(({ at }) => at >= range.from && at <= range.to)
  const msPerPixel = (range.to - range.from) / Math.max(1, width - axisRoom - markRoom)
  const shown = spacedMarks(within, roomOfLabels(within) * msPerPixel)
  return (
    <ResponsiveContainer width="100%" height={height} onResize={setWidth}>
      <AreaChart data={rows} margin={{ top: 22, right: markRoom, bottom: 0, left: 0 }} title={title}>
        <defs>
          {series.map(({ id }, index) => (
            <Hatching key={id} id={`${hatch}-${index}`} index={index} stroke={looks[index]?.stroke} />
          ))}
        </defs>
        <PlotFrame rows={rows} series={series} range={range} unit={unit} top={top} />
        {series.map(({ id, label }, index) => (
          <Area
            key={id}
            stackId="all"
            name={label}
            type="linear"
            dataKey={(row: ChartRow) => row.values[index]}
            stroke={looks[index]?.stroke}
            strokeDasharray={looks[index]?.dash}
            strokeWidth={2}
            fill={`url(#${hatch}-${index})`}
            fillOpacity={1}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        ))}
        {shown.map(({ at, label }) => (
          <ReferenceLine
            key={at}
            x={at}
            stroke={palette.textQuiet}
            strokeDasharray="2 2"
            label={{ value: label, position: 'top', fill: palette.textQuiet, fontSize: 11 }}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  )
}
