/** What somebody changed by hand, record set by record set: as it was at first, as the cutover left it, and as it stands now. */
import type { RecordSet } from '../dns/record-set.ts'
import { canon, recordKey } from './canon.ts'

/** edited: neither as expected nor as at first; removed, added: against what is expected. */
export type EditKind = 'edited' | 'original' | 'removed' | 'added'

export interface RecordEdit {
  kind: EditKind
  /** Any of the three, for its name, type and identifier. */
  subject: RecordSet
  original?: RecordSet
  expected?: RecordSet
  live?: RecordSet
}

/** Only record sets whose live form is not the expected one. */
export function threeWay(
  original: readonly RecordSet[],
  expected: readonly RecordSet[],
  live: readonly RecordSet[],
): RecordEdit[] {
  const edits = new Map<string, Omit<RecordEdit, 'kind'>>()
  for (const [side, records] of Object.entries({ original, expected, live }))
    for (const record of records)
      edits.set(recordKey(record), { subject: record, ...edits.get(recordKey(record)), [side]: record })
  return [...edits]
    .filter(([, edit]) => !isSame(edit.expected, edit.live))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, edit]) => ({ ...edit, kind: kindOf(edit) }))
}

function kindOf({ original, expected, live }: Omit<RecordEdit, 'kind'>): EditKind {
  if (original && isSame(original, live)) return 'original'
  if (!live) return 'removed'
  return expected ? 'edited' : 'added'
}

function isSame(one: RecordSet | undefined, other: RecordSet | undefined): boolean {
  return one && other ? canon(one) === canon(other) : one === other
}
