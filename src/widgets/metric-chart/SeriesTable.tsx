/** The same series as a plain table, newest first: what a chart says, for everyone. */
import type { Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { Time } from '../../ui/Time.tsx'
import { toRows, type ChartSeries } from './chart-data.ts'
import { formatValue, type ChartUnit } from './chart-format.ts'
import { palette } from './palette.ts'

const words = { time: { en: 'Time', ko: '시간' } } satisfies Record<string, Text>

interface SeriesTableProps {
  title: string
  series: readonly ChartSeries[]
  unit: ChartUnit
}

export function SeriesTable({ title, series, unit }: SeriesTableProps) {
  const say = useText()
  const locale = useLocale()
  const rows = toRows(series, Number.POSITIVE_INFINITY).toReversed()
  const line = { borderBottom: `1px solid ${palette.track}`, padding: '2px 8px' }
  const end = { ...line, textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const
  return (
    <table aria-label={title} style={{ width: '100%', borderCollapse: 'collapse', fontSize: 12 }}>
      <thead>
        <tr>
          <th scope="col" style={{ ...line, textAlign: 'start' }}>
            {say(words.time)}
          </th>
          {series.map(({ id, label }) => (
            <th key={id} scope="col" style={end}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, values }) => (
          <tr key={at}>
            <th scope="row" style={{ ...line, textAlign: 'start', fontWeight: 'normal' }}>
              <Time at={at} />
            </th>
            {series.map(({ id }, index) => (
              <td key={id} style={end}>
                {typeof values[index] === 'number' ? formatValue(values[index], unit, locale) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
