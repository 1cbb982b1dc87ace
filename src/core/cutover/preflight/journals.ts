/** The journals of all cutovers of a zone, sorted out by what they say. */
import { type RecordSet } from '../../dns/record-set.ts'
import { type ClaimReading, readClaim } from '../claim.ts'

export interface Journal {
  /** `_cutover-0123456789abcdef.example.com.` */
  claimName: string
  /** Absent for a snapshot or a parked record that was left behind. */
  claim?: ClaimReading
  claimRecord?: RecordSet
  snapshotRecord?: RecordSet
  parked: RecordSet[]
}

const journalLabel = /^(_cutover-[0-9a-f]{16})(-s|-p)?$/

/** True for names of claims, snapshots and parked records: children of the zone itself. */
export function isJournalName(name: string, zoneName: string): boolean {
  return partOf(name, zoneName) !== undefined
}

/** One entry for each hostname that was ever moved and not cleaned up. `records` may hold anything of the zone. */
export function journalsIn(records: readonly RecordSet[], zoneName: string): Journal[] {
  const journals = new Map<string, Journal>()
  for (const record of records) {
    const part = partOf(record.Name, zoneName)
    if (!part) continue
    const claimName = `${part.base}.${zoneName}`
    const journal = journals.get(claimName) ?? { claimName, parked: [] }
    if (part.suffix === '-p') journal.parked.push(record)
    else if (record.Type !== 'TXT') continue
    else if (part.suffix === '-s') journal.snapshotRecord = record
    else Object.assign(journal, { claimRecord: record, claim: readClaim(record) })
    journals.set(claimName, journal)
  }
  return [...journals.values()]
}

function partOf(name: string, zoneName: string): { base: string; suffix: string } | undefined {
  if (!name.endsWith(`.${zoneName}`)) return undefined
  const [, base, suffix = ''] = journalLabel.exec(name.slice(0, -zoneName.length - 1)) ?? []
  return base === undefined ? undefined : { base, suffix }
}
