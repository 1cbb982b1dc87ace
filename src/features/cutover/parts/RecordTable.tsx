/** Record sets in full, or what differs between two sets of them: before and after, side by side. */
import { recordKey } from '../../../core/cutover/canon.ts'
import { recordDiffs } from '../../../core/cutover/print-records.ts'
import { shownName } from '../../../core/dns/name.ts'
import { type RecordSet, valuesOf } from '../../../core/dns/record-set.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import '../../../widgets/metric-chart/palette.css'
import './parts.css'

const words = {
  record: { en: 'Record', ko: '레코드' },
  routing: { en: 'Routing', ko: '라우팅' },
  ttl: { en: 'TTL', ko: 'TTL' },
  value: { en: 'Value', ko: '값' },
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
  alias: { en: 'alias of {target}', ko: '{target}의 별칭' },
  evaluated: { en: 'health evaluated', ko: '대상 상태 평가' },
  weight: { en: 'weight {weight}', ko: '가중치 {weight}' },
  simple: { en: 'simple', ko: '단순' },
  none: { en: 'none', ko: '없음' },
  absent: { en: 'not there', ko: '없음' },
  same: { en: 'No record differs.', ko: '다른 레코드가 없습니다.' },
} satisfies Record<string, Text>

type Say = ReturnType<typeof useText>

/** They have columns of their own. */
const shownElsewhere: readonly string[] = ['Name', 'Type', 'TTL', 'ResourceRecords', 'AliasTarget']

/** All members of a routing policy but the identifier and the weight, in AWS's words. */
function routingOf(record: RecordSet, say: Say): string {
  const { SetIdentifier, Weight, ...others } = record
  const parts = [
    ...(Weight === undefined ? [] : [say(words.weight, { weight: Weight })]),
    ...(SetIdentifier === undefined ? [] : [SetIdentifier]),
    ...Object.entries(others)
      .filter(([name]) => !shownElsewhere.includes(name))
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ]
  return parts.length > 0 ? parts.join(' · ') : say(words.simple)
}

function Values({ record }: { record: RecordSet }) {
  const say = useText()
  const { AliasTarget: alias } = record
  if (alias)
    return (
      <>
        <code>{say(words.alias, { target: shownName(alias.DNSName) })}</code>
        {alias.EvaluateTargetHealth && <> · {say(words.evaluated)}</>}
      </>
    )
  return valuesOf(record).map((value) => (
    <div key={value}>
      <code>{value}</code>
    </div>
  ))
}

function RecordName({ record }: { record: RecordSet }) {
  return (
    <>
      <code>{shownName(record.Name)}</code> {record.Type}
    </>
  )
}

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
                <Values record={record} />
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

interface RecordChangesProps {
  before: readonly RecordSet[]
  after: readonly RecordSet[]
  label: string
  /** Other words over the columns. */
  titles?: { before: Text; after: Text }
}

/** One row for each record set that goes, comes or is replaced. */
export function RecordChanges({ before, after, label, titles = words }: RecordChangesProps) {
  const say = useText()
  const diffs = recordDiffs(before, after)
  return (
    <div className="tg-records-box">
      <table className="tg-records tg-changes" aria-label={label}>
        <thead>
          <tr>
            {[words.record, titles.before, titles.after].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {diffs.map((diff) => {
            const record = diff.after ?? diff.before
            return (
              record && (
                <tr key={recordKey(record)}>
                  <th scope="row">
                    <RecordName record={record} />
                  </th>
                  <td>
                    <RecordCell record={diff.before} />
                  </td>
                  <td>
                    <RecordCell record={diff.after} />
                  </td>
                </tr>
              )
            )
          })}
          {diffs.length === 0 && (
            <tr>
              <td colSpan={3}>{say(words.same)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** One record set without its name: its values over its routing and TTL. */
export function RecordCell({ record }: { record: RecordSet | undefined }) {
  const say = useText()
  if (!record) return say(words.absent)
  return (
    <>
      <Values record={record} />
      <div>
        {routingOf(record, say)}
        {record.TTL !== undefined && <> · TTL {record.TTL}</>}
      </div>
    </>
  )
}
