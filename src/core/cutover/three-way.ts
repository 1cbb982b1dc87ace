/** What somebody changed by hand, record set by record set: as it was at first, as the cutover left it, and as it stands now. */
import type { RecordSet } from '../dns/record-set.ts'
import { canon, recordKey } from './canon.ts'

/** edited: neither as expected nor as at first; removed, added: against what is expected. */
export type EditKind = 'edited' | 'original' | 'removed' | 'added'

export interface RecordEdit {
  kind: EditKind
  /** For its name, type and identifier. */
  subject: RecordSet
  original?: RecordSet
  expected?: RecordSet
  live?: RecordSet
}

/** Only record sets whose live form is not the expected one. A member of a weighted group is held against the record that it came from. */
export function threeWay(
  original: readonly RecordSet[],
  expected: readonly RecordSet[],
  live: readonly RecordSet[],
): RecordEdit[] {
  const byKey = [original, expected, live].map(keyed)
  const keys = [...new Set(byKey.flatMap((records) => [...records.keys()]))].toSorted()
  return keys.flatMap((key) => {
    const [first, wanted, now] = byKey.map((records) => records.get(key))
    const subject = wanted ?? now
    if (!subject || isSame(wanted, now)) return []
    const source = first ?? original.find((record) => isSourceOf(record, subject))
    const kind = kindOf(first, wanted, now)
    const sides = {
      ...(source && { original: source }),
      ...(wanted && { expected: wanted }),
      ...(now && { live: now }),
    }
    return [{ kind, subject, ...sides }]
  })
}

function keyed(records: readonly RecordSet[]): Map<string, RecordSet> {
  return new Map(records.map((record) => [recordKey(record), record]))
}

function isSourceOf({ Name, Type, SetIdentifier }: RecordSet, member: RecordSet): boolean {
  return SetIdentifier === undefined && Name === member.Name && Type === member.Type
}

function kindOf(
  original: RecordSet | undefined,
  expected: RecordSet | undefined,
  live: RecordSet | undefined,
): EditKind {
  if (original && isSame(original, live)) return 'original'
  if (!live) return 'removed'
  return expected ? 'edited' : 'added'
}

function isSame(one: RecordSet | undefined, other: RecordSet | undefined): boolean {
  return one && other ? canon(one) === canon(other) : one === other
}
