/** Other records that still lead to the legacy: they would break with it. */
import type { RecordSet } from '../../dns/record-set.ts'
import { valuesOf } from '../../dns/record-set.ts'
import type { Plan } from '../plan.ts'
import { plain } from '../verification/sides.ts'

export interface Pointer {
  /** Name of the hosted zone. */
  zone: string
  name: string
  type: string
}

const leading: readonly string[] = ['A', 'AAAA', 'CNAME', 'HTTPS', 'SVCB', 'SRV', 'MX']

/** `legacy` as in `knownSides`. The records that the cutover itself owns are left out. */
export function pointersTo(
  legacy: readonly string[],
  { zone, hostname, names }: Pick<Plan, 'zone' | 'hostname' | 'names'>,
  zones: readonly { id: string; name: string; records: readonly RecordSet[] }[],
): Pointer[] {
  return zones.flatMap(({ id, name, records }) =>
    records
      .filter((record) => leading.includes(record.Type) && leadsTo(record, legacy))
      .filter(({ Name }) => id !== zone.id || (Name !== hostname && Name !== names.parked))
      .map(({ Name, Type }) => ({ zone: name, name: Name, type: Type })),
  )
}

/** A value may be an address, a name, or a list of words that ends in names or holds addresses. */
function leadsTo(record: RecordSet, legacy: readonly string[]): boolean {
  const targets = record.AliasTarget ? [record.AliasTarget.DNSName] : valuesOf(record)
  return targets.flatMap((target) => target.split(/[\s,=]+/)).some((word) => legacy.includes(plain(word)))
}
