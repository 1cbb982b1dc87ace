/** Of a manual edit, some record sets kept and others put back: what stands there then, if it can. */
import type { RecordSet } from '../dns/record-set.ts'
import { hasOnePolicyEach } from './batch.ts'
import { recordKey } from './canon.ts'
import type { RecordEdit } from './three-way.ts'

/** theirs: as somebody edited it; ours: as the cutover left it. */
export type EditChoice = 'theirs' | 'ours'

/** By `recordKey` of the subject. */
export type EditChoices = Readonly<Record<string, EditChoice>>

/** undecided: how many have no choice yet; refused: one name and type would have two routing policies, a CNAME company, or nothing would answer. */
export type Mixing = { records: RecordSet[] } | { undecided: number } | { refused: true }

export function mixRecords(
  live: readonly RecordSet[],
  edits: readonly RecordEdit[],
  choices: EditChoices,
): Mixing {
  const undecided = edits.filter(({ subject }) => choices[recordKey(subject)] === undefined).length
  if (undecided > 0) return { undecided }
  const touched = new Set(edits.map(({ subject }) => recordKey(subject)))
  const chosen = edits.flatMap((edit) => {
    const record = choices[recordKey(edit.subject)] === 'theirs' ? edit.live : edit.expected
    return record ?? []
  })
  const records = [...live.filter((record) => !touched.has(recordKey(record))), ...chosen]
  return records.length > 0 && hasOnePolicyEach(records) && leavesCnameAlone(records)
    ? { records }
    : { refused: true }
}

function leavesCnameAlone(records: readonly RecordSet[]): boolean {
  return records.every(
    ({ Name, Type }) =>
      Type !== 'CNAME' || records.every((other) => other.Name !== Name || other.Type === Type),
  )
}
