/** Which record sets a cutover may touch, and nothing else. */
import type { RecordSet } from '../dns/record-set.ts'
import { recordKey, sortedBy } from './canon.ts'
import type { CutoverNames } from './names.ts'

/** Types that decide where clients of a hostname go. */
const managedTypes: readonly string[] = ['A', 'AAAA', 'CNAME']
/** They can keep browsers on the old host: managed when the person agreed to retire them. RFC 9460. */
const bindingTypes: readonly string[] = ['HTTPS', 'SVCB']

export interface Managed {
  hostname: string
  names: CutoverNames
  retireServiceBindings: boolean
}

/** The record sets of `records` that the cutover owns: by type at the hostname, and everything at the parked name. */
export function managedSet(
  records: readonly RecordSet[],
  { hostname, names, ...scope }: Managed,
): RecordSet[] {
  return records.filter(
    ({ Name, Type }) =>
      (Name === hostname && isManagedType(Type, scope.retireServiceBindings)) || Name === names.parked,
  )
}

export function isManagedType(type: string, retireServiceBindings: boolean): boolean {
  return managedTypes.includes(type) || (retireServiceBindings && bindingTypes.includes(type))
}

export function isBinding({ Type }: RecordSet): boolean {
  return bindingTypes.includes(Type)
}

/** Record sets in a fixed order, so that everything made from them is the same whatever order they came in. */
export function inOrder(records: readonly RecordSet[]): RecordSet[] {
  return sortedBy(records, recordKey)
}
