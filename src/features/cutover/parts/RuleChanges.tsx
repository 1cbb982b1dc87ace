/** The actions of a listener rule before and after: which share of the requests each target group gets, and whatever else it does. */
import type { RuleActionRecord } from '../../../core/cutover/params.ts'
import { type RuleRow, ruleRows } from '../../../core/cutover/rule-rows.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import '../../../widgets/metric-chart/palette.css'
import './parts.css'

const words = {
  subject: { en: 'Target group or action', ko: '대상 그룹 또는 작업' },
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
  share: { en: '{share, number} % of the requests', ko: '요청의 {share, number}%' },
  absent: { en: 'not there', ko: '없음' },
} satisfies Record<string, Text>

interface RuleChangesProps {
  before: readonly RuleActionRecord[]
  after: readonly RuleActionRecord[]
  label: string
  /** Other words over the columns. */
  titles?: { before: Text; after: Text }
}

/** One row for each target group and each other action. */
export function RuleChanges({ before, after, label, titles = words }: RuleChangesProps) {
  const say = useText()
  return (
    <div className="tg-records-box">
      <table className="tg-records tg-changes" aria-label={label}>
        <thead>
          <tr>
            {[words.subject, titles.before, titles.after].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ruleRows(before, after).map((row) => (
            <tr key={row.subject}>
              <th scope="row">
                <code>{row.subject}</code>
              </th>
              <td>
                <Cell value={row.before} />
              </td>
              <td>
                <Cell value={row.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ value }: { value: RuleRow['before'] }) {
  const say = useText()
  if (value === undefined) return say(words.absent)
  return typeof value === 'number' ? say(words.share, { share: value }) : <code>{value}</code>
}
