/** What the pointer or the arrow keys point at: the time and the value of each series. */
import type { TooltipContentProps } from 'recharts'
import { useLocale } from '../../i18n/use-text.ts'
import { useTimeZone } from '../../ui/time-context.ts'
import { formatTime } from '../../ui/time-format.ts'
import { lineLooks } from './chart-colors.ts'
import type { ChartRow, ChartSeries } from './chart-data.ts'
import { formatValue, type ChartUnit } from './chart-format.ts'
import { LineMark } from './LineMark.tsx'
import { palette } from './palette.ts'

/** Recharts clones this element with what the pointer or the arrow keys point at. */
interface PlotTooltipProps extends Partial<TooltipContentProps> {
  rows: readonly ChartRow[]
  series: readonly ChartSeries[]
  unit: ChartUnit
}

export function PlotTooltip({ active, label: at, rows, series, unit }: PlotTooltipProps) {
  const locale = useLocale()
  const zone = useTimeZone()
  const row = active ? rows.find((one) => one.at === at) : undefined
  if (!row) return null
  const looks = lineLooks(series)
  return (
    <div
      style={{
        background: palette.surface,
        border: `1px solid ${palette.border}`,
        borderRadius: 8,
        color: palette.text,
        fontSize: 12,
        padding: '8px 12px',
      }}
    >
      <div style={{ color: palette.textQuiet }}>
        {formatTime(row.at, locale, zone === 'utc' ? 'UTC' : undefined)}
      </div>
      {series.map(({ id, label }, index) => {
        const value = row.values[index]
        return (
          <div key={id} style={{ display: 'flex', gap: 12, justifyContent: 'space-between' }}>
            <span>
              <LineMark {...looks[index]} /> {label}
            </span>
            <strong style={{ fontVariantNumeric: 'tabular-nums' }}>
              {value === null || value === undefined ? '–' : formatValue(value, unit, locale)}
            </strong>
          </div>
        )
      })}
    </div>
  )
}
