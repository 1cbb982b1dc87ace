/** What a zone answers for a name that may have no records of its own. RFC 4592: the wildcard below the closest name that exists. */
import { isWithin, parentName } from './name.ts'
import type { RecordSet } from './record-set.ts'

export type Serving =
  /** Records stand at the name itself. */
  | { kind: 'own'; records: RecordSet[] }
  /** A wildcard answers for it. */
  | { kind: 'wildcard'; name: string; records: RecordSet[] }
  /** Only names below it exist: no wildcard answers for it. */
  | { kind: 'empty' }
  | { kind: 'nothing' }

/** `records`: all of the zone. */
export function servingOf(hostname: string, zoneName: string, records: readonly RecordSet[]): Serving {
  const own = records.filter(({ Name }) => Name === hostname)
  if (own.length > 0) return { kind: 'own', records: own }
  if (exists(hostname, records)) return { kind: 'empty' }
  const closest = closestExisting(hostname, zoneName, records)
  const name = `\\052.${closest}`
  const wild = records.filter(({ Name }) => Name === name)
  return wild.length > 0 ? { kind: 'wildcard', name, records: wild } : { kind: 'nothing' }
}

function closestExisting(hostname: string, zoneName: string, records: readonly RecordSet[]): string {
  for (let at = parentName(hostname); at !== undefined && at !== zoneName; at = parentName(at))
    if (exists(at, records)) return at
  return zoneName
}

/** A name exists when it, or any name below it, has records. */
function exists(name: string, records: readonly RecordSet[]): boolean {
  return records.some(({ Name }) => isWithin(Name, name))
}
