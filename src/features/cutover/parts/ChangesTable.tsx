/** What was and what will be, beside each other: one row for each thing that changes. */
import type { ReactNode } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import '../../../widgets/metric-chart/palette.css'
import './parts.css'

const words = {
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
} satisfies Record<string, Text>

export interface ChangeRow {
  id: string
  subject: ReactNode
  before: ReactNode
  after: ReactNode
}

/** What every table of changes is given, whatever it is that changes. */
export interface ChangesTableFrame {
  /** Said to screen readers. */
  label: string
  /** Other words over the two sides. */
  titles?: { before: Text; after: Text }
}

interface ChangesTableProps extends ChangesTableFrame {
  /** What stands in each row. */
  subject: Text
  rows: readonly ChangeRow[]
  /** Said where there is no row. */
  none: Text
}

export function ChangesTable({ label, titles = words, subject, rows, none }: ChangesTableProps) {
  const say = useText()
  return (
    <div className="tg-records-box">
      <table className="tg-records tg-changes" aria-label={label}>
        <thead>
          <tr>
            {[subject, titles.before, titles.after].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.subject}</th>
              <td>{row.before}</td>
              <td>{row.after}</td>
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={3}>{say(none)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
