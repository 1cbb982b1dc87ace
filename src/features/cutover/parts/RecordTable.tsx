/** Record sets in full, one a row. */
import { recordKey } from '../../../core/cutover/canon.ts'
import type { RecordSet } from '../../../core/dns/record-set.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import '../../../widgets/metric-chart/palette.css'
import './parts.css'
import { RecordName, RecordValues, routingOf } from './RecordCell.tsx'

const words = {
  record: { en: 'Record', ko: '레코드' },
  routing: { en: 'Routing', ko: '라우팅' },
  ttl: { en: 'TTL', ko: 'TTL' },
  value: { en: 'Value', ko: '값' },
  none: { en: 'none', ko: '없음' },
} satisfies Record<string, Text>

interface RecordTableProps {
  records: readonly RecordSet[]
  /** Said to screen readers. */
  label: string
}

export function RecordTable({ records, label }: RecordTableProps) {
  const say = useText()
  return (
    <div className="tg-records-box">
      <table className="tg-records" aria-label={label}>
        <thead>
          <tr>
            {[words.record, words.routing, words.ttl, words.value].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={recordKey(record)}>
              <th scope="row">
                <RecordName record={record} />
              </th>
              <td>{routingOf(record, say)}</td>
              <td className="tg-figures">{record.TTL ?? '–'}</td>
              <td>
                <RecordValues record={record} />
              </td>
            </tr>
          ))}
          {records.length === 0 && (
            <tr>
              <td colSpan={4}>{say(words.none)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
