/** The actions of a listener rule before and after: which share of the requests each target group gets, and whatever else it does. */
import type { RuleActionRecord } from '../../../core/cutover/params.ts'
import { type RuleRow, ruleRows } from '../../../core/cutover/rule-rows.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ChangesTable, type ChangesTableFrame } from './ChangesTable.tsx'

const words = {
  subject: { en: 'Target group or action', ko: '대상 그룹 또는 작업' },
  share: { en: '{share, number} % of the requests', ko: '요청의 {share, number}%' },
  absent: { en: 'not there', ko: '없음' },
  none: { en: 'The rule has no actions.', ko: '규칙에 작업이 없습니다.' },
} satisfies Record<string, Text>

interface RuleChangesProps extends ChangesTableFrame {
  before: readonly RuleActionRecord[]
  after: readonly RuleActionRecord[]
}

/** One row for each target group and each other action. */
export function RuleChanges({ before, after, ...frame }: RuleChangesProps) {
  const rows = ruleRows(before, after).map((row) => ({
    id: row.subject,
    subject: <code>{row.subject}</code>,
    before: <Cell value={row.before} />,
    after: <Cell value={row.after} />,
  }))
  return <ChangesTable {...frame} subject={words.subject} rows={rows} none={words.none} />
}

function Cell({ value }: { value: RuleRow['before'] }) {
  const say = useText()
  if (value === undefined) return say(words.absent)
  return typeof value === 'number' ? say(words.share, { share: value }) : <code>{value}</code>
}
