/** The hostname that a copy is about, and what its record sets lead to. */
import { classicLoadBalancerNamed, loadBalancerNamed } from '../../engine/dns/addresses.ts'
import { canonicalName, isWithin, parentOf } from '../../engine/dns/names.ts'
import { valuesOf } from '../../engine/dns/strict-compare.ts'
import { addServer } from '../../engine/traffic/servers.ts'
import type { HostedZoneRecord, StoredRecordSet } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { healthyFor } from './behaviour.ts'
import { bareId, recordAnswers } from './zones.ts'
import type { RecordedCall } from './recorded.ts'

/** Longer chains are loops. */
const mostNames = 32

export interface Hostname {
  /** Canonical. */
  name: string
  zone: HostedZoneRecord
}

/** The first name whose record sets were asked for, but for what tools write beside it: those begin with `_`. */
export function hostnameIn(world: World, recorded: readonly RecordedCall[]): Hostname | undefined {
  for (const { input } of recordAnswers(recorded)) {
    const name = canonicalName(input.StartRecordName ?? '')
    const zone = world.dns.hostedZones[bareId(input.HostedZoneId)]
    if (zone && isWithin(name, zone.name) && !name.startsWith('_')) return { name, zone }
  }
  return undefined
}

/** What the record sets of a hostname lead to, step by step. */
export interface Destinations {
  /** IP addresses. */
  addresses: string[]
  /** Names of this account's load balancers, of either kind. */
  balancers: string[]
  /** Names that nothing recorded answers for. */
  outside: string[]
}

export function destinationsOf(world: World, { name }: Hostname): Destinations {
  const found: Destinations = { addresses: [], balancers: [], outside: [] }
  const names = [name]
  for (const each of names) {
    const sets = setsOf(world, each)
    for (const set of sets) {
      const target = targetOf(set)
      if (target === undefined) found.addresses.push(...addressesIn(set))
      else if (!names.includes(target) && names.length < mostNames) names.push(target)
    }
    if (sets.length === 0 && each !== name)
      found[isBalancer(world, each) ? 'balancers' : 'outside'].push(each)
  }
  return found
}

function isBalancer(world: World, name: string): boolean {
  return (loadBalancerNamed(world, name) ?? classicLoadBalancerNamed(world, name)) !== undefined
}

/** The name that an alias or a CNAME leads to. */
function targetOf(set: StoredRecordSet): string | undefined {
  const name = set.AliasTarget?.DNSName ?? (set.Type === 'CNAME' ? valuesOf(set)[0] : undefined)
  return name === undefined ? undefined : canonicalName(name)
}

function addressesIn(set: StoredRecordSet): string[] {
  return set.Type === 'A' || set.Type === 'AAAA' ? valuesOf(set) : []
}

/** Record sets that answer for a name: its own, or those of the nearest wildcard. */
function setsOf(world: World, name: string): StoredRecordSet[] {
  const zones = Object.values(world.dns.hostedZones).filter((zone) => isWithin(name, zone.name))
  const named = (wanted: string): StoredRecordSet[] =>
    zones.flatMap(({ records }) => records.filter(({ Name }) => Name === wanted))
  const own = named(name)
  if (own.length > 0 || zones.length === 0) return own
  for (let above = parentOf(name); above !== '' && above !== '.'; above = parentOf(above)) {
    const wildcard = named(`\\052.${above}`)
    if (wildcard.length > 0) return wildcard
    if (zones.some((zone) => zone.name === above)) break
  }
  return []
}

/** Gives every address that is nobody's a server which answers, and every name outside an address (TEST-NET-1, RFC 5737). */
export function standInFor(world: World, { addresses, outside }: Destinations): void {
  const known = new Set(
    Object.values(world.regions).flatMap(({ ec2 }) =>
      Object.values(ec2.addresses).flatMap(({ publicIp, association }) =>
        association?.instanceId === undefined ? [] : publicIp,
      ),
    ),
  )
  const serve = (address: string): void => {
    if (!known.has(address))
      addServer(world, { name: address, addresses: [address], behaviour: healthyFor([]) })
  }
  for (const address of new Set(addresses)) serve(address)
  for (const [index, name] of outside.entries()) {
    const address = `192.0.2.${index + 1}`
    world.dns.external[name] = { name, ttl: 60, a: [address], aaaa: [] }
    serve(address)
  }
}
