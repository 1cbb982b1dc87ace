/** What a move changes, before and after: record sets, or the actions of the rule where a rule is moved. */
import type { Stands } from '../../../core/cutover/standing.ts'
import type { ChangesTableFrame } from './ChangesTable.tsx'
import { RecordChanges } from './RecordChanges.tsx'
import { RuleChanges } from './RuleChanges.tsx'

interface ChangesProps extends ChangesTableFrame {
  before: Stands
  after: Stands
}

export function Changes({ before, after, ...frame }: ChangesProps) {
  if (after.actions) return <RuleChanges {...frame} before={before.actions ?? []} after={after.actions} />
  return <RecordChanges {...frame} before={before.records} after={after.records} />
}
