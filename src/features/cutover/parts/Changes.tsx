/** What a move changes, before and after: record sets, or the actions of the rule where a rule is moved. */
import type { Stands } from '../../../core/cutover/standing.ts'
import type { Text } from '../../../i18n/text.ts'
import { RecordChanges } from './RecordTable.tsx'
import { RuleChanges } from './RuleChanges.tsx'

interface ChangesProps {
  before: Stands
  after: Stands
  label: string
  /** Other words over the columns. */
  titles?: { before: Text; after: Text }
}

export function Changes({ before, after, ...others }: ChangesProps) {
  if (after.actions) return <RuleChanges {...others} before={before.actions ?? []} after={after.actions} />
  return <RecordChanges {...others} before={before.records} after={after.records} />
}
