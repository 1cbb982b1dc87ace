/** Record sets by name, and the names that exist because something is below them; made once for each state of a zone. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { isWithin, parentOf } from './names.ts'
import { compareRecordSets } from './zone-order.ts'

interface Known {
  size: number
  byName: Map<string, ResourceRecordSet[]>
  sorted?: ResourceRecordSet[]
  nodes?: Set<string>
}

/** Zones replace their list when it changes; a list that only grew is noticed by its length. */
const made = new WeakMap<readonly ResourceRecordSet[], Known>()

function knownOf(records: readonly ResourceRecordSet[]): Known {
  const known = made.get(records)
  if (known?.size === records.length) return known
  const byName = new Map<string, ResourceRecordSet[]>()
  for (const record of records) {
    const name = record.Name ?? ''
    const others = byName.get(name)
    if (others) others.push(record)
    else byName.set(name, [record])
  }
  const fresh: Known = { size: records.length, byName }
  made.set(records, fresh)
  return fresh
}

/** The record sets of one canonical name. */
export function recordsNamed(
  records: readonly ResourceRecordSet[],
  name: string,
): readonly ResourceRecordSet[] {
  return knownOf(records).byName.get(name) ?? []
}

/** All record sets in the order in which Route 53 lists them. */
export function sortedRecords(records: readonly ResourceRecordSet[]): readonly ResourceRecordSet[] {
  const known = knownOf(records)
  known.sorted ??= records.toSorted(compareRecordSets)
  return known.sorted
}

/** Whether a name below `apex` has records, or exists as an empty non-terminal (RFC 4592, section 2.2.2). */
export function nameExists(records: readonly ResourceRecordSet[], apex: string, name: string): boolean {
  const known = knownOf(records)
  known.nodes ??= nodesOf(known.byName.keys(), apex)
  return name === apex || known.nodes.has(name)
}

function nodesOf(names: Iterable<string>, apex: string): Set<string> {
  const nodes = new Set<string>()
  for (const name of names) {
    for (let node = name; !nodes.has(node) && isWithin(node, apex); node = parentOf(node)) {
      nodes.add(node)
      if (node === apex) break
    }
  }
  return nodes
}
