/** What one zone's name servers say about one name and type: cuts, exact names, wildcards, routing policies and aliases. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { addressesOf, classicLoadBalancerNamed, loadBalancerNamed } from './addresses.ts'
import { type Asker, chooseRecords } from './authority-routing.ts'
import { canonicalName, isWithin, parentOf } from './names.ts'
import { valuesOf } from './strict-compare.ts'
import { nameExists, recordsNamed } from './zone-index.ts'
import { servedRecords } from './zone-served.ts'

export interface DnsRecord {
  name: string
  type: string
  /** Seconds. */
  ttl: number
  data: string
}

/** What stays the same while a question is followed. */
export interface Inquiry extends Asker {
  world: World
  /** Whether a record set counts as healthy. */
  healthy: (set: ResourceRecordSet) => boolean
}

/** `found` may be empty: the name exists, and has nothing of the type. `cut`: other name servers know. */
export type Found = { kind: 'found'; records: DnsRecord[] } | { kind: 'nothing' } | { kind: 'cut' }

/** Aliases may lead to aliases; longer chains are loops. */
const MOST_ALIASES = 8
/** Seconds for which answers about load balancers may be kept. */
const ELB_TTL = 60

/** Looks up a canonical name that is within the zone. A CNAME is an answer for every type. */
export function lookUp(
  inquiry: Inquiry,
  zone: HostedZoneRecord,
  name: string,
  type: string,
  depth = 0,
): Found {
  const records = servedRecords(zone)
  if (isCut(records, zone.name, name, type)) return { kind: 'cut' }
  const owner = ownerOf(records, zone.name, name)
  if (owner === undefined) return { kind: 'nothing' }
  const sets = recordsNamed(records, owner)
  const ofType = sets.filter((set) => set.Type === type)
  const fitting = ofType.length > 0 ? ofType : sets.filter((set) => set.Type === 'CNAME')
  const chosen = chooseRecords(fitting, inquiry, inquiry.healthy)
  return {
    kind: 'found',
    records: chosen.flatMap((set) => recordsOf(inquiry, set, name, depth)),
  }
}

/** Whether an NS record set between the apex and the name hands it over to other name servers. */
function isCut(records: readonly ResourceRecordSet[], apex: string, name: string, type: string): boolean {
  for (let node = name; node !== apex && isWithin(node, apex); node = parentOf(node)) {
    // The parent of a delegation answers for its DS records itself.
    if (node === name && type === 'DS') continue
    if (recordsNamed(records, node).some(({ Type }) => Type === 'NS')) return true
  }
  return false
}

/** The name whose records answer: itself, or the wildcard below its closest encloser (RFC 4592, section 3.3.1). */
function ownerOf(records: readonly ResourceRecordSet[], apex: string, name: string): string | undefined {
  if (nameExists(records, apex, name)) return name
  let encloser = parentOf(name)
  while (encloser !== apex && !nameExists(records, apex, encloser)) encloser = parentOf(encloser)
  const wildcard = `\\052.${encloser}`
  return nameExists(records, apex, wildcard) ? wildcard : undefined
}

function recordsOf(inquiry: Inquiry, set: ResourceRecordSet, name: string, depth: number): DnsRecord[] {
  const type = set.Type ?? ''
  if (!set.AliasTarget) return valuesOf(set).map((data) => ({ name, type, ttl: set.TTL ?? 0, data }))
  if (depth >= MOST_ALIASES) return []
  return targetRecords(inquiry, set, type, depth).map((record) => ({ ...record, name }))
}

/** The records of an alias's target, under whatever name. */
function targetRecords(inquiry: Inquiry, set: ResourceRecordSet, type: string, depth: number): DnsRecord[] {
  const { HostedZoneId = '', DNSName = '' } = set.AliasTarget ?? {}
  const target = canonicalName(DNSName)
  const zone = inquiry.world.dns.hostedZones[HostedZoneId]
  if (!zone) return flat(outsideRecords(inquiry.world, target, type), inquiry.world, type)
  const found = isWithin(target, zone.name)
    ? lookUp(inquiry, zone, target, type, depth + 1)
    : { kind: 'nothing' as const }
  return found.kind === 'found' ? found.records.filter((record) => record.type === type) : []
}

/** An alias never answers with a CNAME: Route 53 follows those of other AWS services itself. */
function flat(records: DnsRecord[] | undefined, world: World, type: string, depth = 0): DnsRecord[] {
  const [first] = records ?? []
  if (first?.type !== 'CNAME' || type === 'CNAME') return records ?? []
  return depth >= MOST_ALIASES
    ? []
    : flat(outsideRecords(world, canonicalName(first.data), type), world, type, depth + 1)
}

/** What is known of names that no hosted zone serves: load balancers and names outside. Undefined: no such name. */
export function outsideRecords(world: World, name: string, type: string): DnsRecord[] | undefined {
  const balancer = loadBalancerNamed(world, name) ?? classicLoadBalancerNamed(world, name)?.balancer
  if (balancer) {
    const { a, aaaa } = addressesOf(balancer)
    const addresses = ({ A: a, AAAA: aaaa } as Record<string, string[]>)[type] ?? []
    return addresses.map((data) => ({ name, type, ttl: ELB_TTL, data }))
  }
  const external = world.dns.external[name]
  if (!external) return undefined
  const { ttl, a, aaaa, cname } = external
  if (cname !== undefined) return [{ name, type: 'CNAME', ttl, data: cname }]
  const values = ({ A: a, AAAA: aaaa } as Record<string, string[]>)[type] ?? []
  return values.map((data) => ({ name, type, ttl, data }))
}
