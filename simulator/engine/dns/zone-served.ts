/** What the name servers of a zone answer from: its record sets without the changes that are still on their way. */
import type { HostedZoneRecord, StoredRecordSet } from '../../world/dns-tables.ts'

interface Served {
  records: readonly StoredRecordSet[]
  pending: number
  served: StoredRecordSet[]
}

const made = new WeakMap<HostedZoneRecord, Served>()

/** Record sets as answered; the same list for as long as nothing changes. */
export function servedRecords(zone: HostedZoneRecord): readonly StoredRecordSet[] {
  const { records, propagating } = zone
  if (propagating.length === 0) return records
  const known = made.get(zone)
  if (known?.records === records && known.pending === propagating.length) return known.served
  // The oldest change that touched a name knows what is still answered for it.
  const before = new Map<string, StoredRecordSet[]>()
  for (const change of propagating.toReversed()) {
    for (const [name, sets] of Object.entries(change.before)) before.set(name, sets)
  }
  const kept = records.filter(({ Name }) => !before.has(Name ?? ''))
  const served = [...kept, ...[...before.values()].flat()]
  made.set(zone, { records, pending: propagating.length, served })
  return served
}
