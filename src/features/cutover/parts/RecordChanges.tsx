/** What differs between two sets of record sets: before and after, side by side. */
import { recordKey } from '../../../core/cutover/canon.ts'
import { recordDiffs } from '../../../core/cutover/print-records.ts'
import type { RecordSet } from '../../../core/dns/record-set.ts'
import type { Text } from '../../../i18n/text.ts'
import { ChangesTable, type ChangesTableFrame } from './ChangesTable.tsx'
import { RecordCell, RecordName } from './RecordCell.tsx'

const words = {
  record: { en: 'Record', ko: '레코드' },
  same: { en: 'No record differs.', ko: '다른 레코드가 없습니다.' },
} satisfies Record<string, Text>

interface RecordChangesProps extends ChangesTableFrame {
  before: readonly RecordSet[]
  after: readonly RecordSet[]
}

/** One row for each record set that goes, comes or is replaced. */
export function RecordChanges({ before, after, ...frame }: RecordChangesProps) {
  const rows = recordDiffs(before, after).flatMap((diff) => {
    const record = diff.after ?? diff.before
    if (!record) return []
    return {
      id: recordKey(record),
      subject: <RecordName record={record} />,
      before: <RecordCell record={diff.before} />,
      after: <RecordCell record={diff.after} />,
    }
  })
  return <ChangesTable {...frame} subject={words.record} rows={rows} none={words.same} />
}
