/** What answers for the hostname before anything is done, as checks and parameters look at it. */
import type { RecordSet } from '../../dns/record-set.ts'
import { servingOf } from '../../dns/wildcard.ts'
import { isManagedType } from '../managed.ts'
import type { Facts } from './facts.ts'

/** The records at the hostname or of the wildcard that answers for it; `name` is where they stand. */
export interface Effective {
  source: 'own' | 'wildcard' | 'nothing'
  name: string
  /** Those that decide where clients go. */
  managed: RecordSet[]
  /** The others. */
  rest: RecordSet[]
}

type Needs = Pick<Facts, 'subject' | 'zone' | 'sweep' | 'records'>

/** The reading of the hostname wins over the sweep, which takes a while in a large zone. */
export function effectiveOf({ subject, zone, sweep, records: { records } }: Needs): Effective {
  const { hostname } = subject
  const own = records.filter(({ Name }) => Name === hostname)
  const others = sweep.filter(({ Name }) => Name !== hostname)
  const serving = servingOf(hostname, zone.name, [...others, ...own])
  if (serving.kind === 'empty' || serving.kind === 'nothing')
    return { source: 'nothing', name: hostname, managed: [], rest: [] }
  const managed = serving.records.filter(isManaged)
  const rest = serving.records.filter((record) => !isManaged(record))
  if (managed.length === 0) return { source: 'nothing', name: hostname, managed, rest }
  return { source: serving.kind, name: serving.kind === 'own' ? hostname : serving.name, managed, rest }
}

function isManaged({ Type }: RecordSet): boolean {
  return isManagedType(Type, true)
}
