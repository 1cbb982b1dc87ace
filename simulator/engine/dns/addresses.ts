/** Addresses of load balancers: one in each zone, the same for as long as the load balancer exists. */
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import { noise } from '../../world/random.ts'
import type { World } from '../../world/world.ts'

type Addressed = Pick<LoadBalancerRecord, 'dnsName' | 'scheme' | 'subnets'> &
  Partial<Pick<LoadBalancerRecord, 'ipAddressType'>>

/** First octets of addresses that AWS has. */
const PUBLIC = [3, 13, 15, 43, 52, 54]

/** What the DNS name of a load balancer leads to. Classic ones in a VPC have no IPv6. */
export function addressesOf({ dnsName, scheme, subnets, ipAddressType = 'ipv4' }: Addressed): {
  a: string[]
  aaaa: string[]
} {
  const zones = subnets.map((_, index) => `${dnsName}/${index}`)
  const v4 = ipAddressType === 'dualstack-without-public-ipv4' && scheme !== 'internal' ? [] : zones
  return {
    a: v4.map((key, index) => (scheme === 'internal' ? privateAddress(key, index) : publicAddress(key))),
    aaaa: ipAddressType === 'ipv4' ? [] : zones.map(address6),
  }
}

/** The load balancer with this DNS name, in any case, with or without `dualstack.` and the dot at the end. */
export function loadBalancerNamed(world: World, dnsName: string): LoadBalancerRecord | undefined {
  return tableOf(world).byName.get(plainName(dnsName))
}

/** The classic load balancer with this DNS name, written as for loadBalancerNamed; also `ipv6.` leads to it. */
export function classicLoadBalancerNamed(world: World, dnsName: string): ClassicPlace | undefined {
  return tableOf(world).classicByName.get(plainName(dnsName))
}

/** The load balancer that has this address. */
export function loadBalancerAt(world: World, ip: string): LoadBalancerRecord | undefined {
  return tableOf(world).byAddress.get(ip)
}

export interface ClassicPlace {
  region: string
  balancer: ClassicLoadBalancerRecord
}

/** The classic load balancer that has this address. */
export function classicLoadBalancerAt(world: World, ip: string): ClassicPlace | undefined {
  return tableOf(world).classicByAddress.get(ip)
}

function plainName(dnsName: string): string {
  return dnsName
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(dualstack|ipv6)\./, '')
}

interface Table {
  /** What the table was made of. */
  fingerprint: string
  byName: Map<string, LoadBalancerRecord>
  byAddress: Map<string, LoadBalancerRecord>
  classicByName: Map<string, ClassicPlace>
  classicByAddress: Map<string, ClassicPlace>
}

const tables = new WeakMap<World, Table>()

/** Addresses hang on what is fixed when a load balancer is made, but for its kind of addresses and its zones. */
function tableOf(world: World): Table {
  const fingerprint = fingerprintOf(world)
  const known = tables.get(world)
  if (known?.fingerprint === fingerprint) return known
  const made = makeTable(world, fingerprint)
  tables.set(world, made)
  return made
}

function fingerprintOf(world: World): string {
  let text = ''
  for (const { elb, classicLoadBalancers } of Object.values(world.regions)) {
    for (const { dnsName, subnets, ipAddressType } of Object.values(elb.loadBalancers)) {
      text += `${dnsName}${subnets.length}${ipAddressType};`
    }
    for (const { dnsName, subnets } of Object.values(classicLoadBalancers)) {
      text += `${dnsName}${subnets.length};`
    }
  }
  return text
}

function makeTable(world: World, fingerprint: string): Table {
  const table: Table = {
    fingerprint,
    byName: new Map(),
    byAddress: new Map(),
    classicByName: new Map(),
    classicByAddress: new Map(),
  }
  for (const { name: region, elb, classicLoadBalancers } of Object.values(world.regions)) {
    for (const balancer of Object.values(elb.loadBalancers)) {
      table.byName.set(plainName(balancer.dnsName), balancer)
      const { a, aaaa } = addressesOf(balancer)
      for (const ip of [...a, ...aaaa]) table.byAddress.set(ip, balancer)
    }
    for (const balancer of Object.values(classicLoadBalancers)) {
      const place = { region, balancer }
      table.classicByName.set(plainName(balancer.dnsName), place)
      for (const ip of addressesOf(balancer).a) table.classicByAddress.set(ip, place)
    }
  }
  return table
}

function publicAddress(key: string): string {
  const first = PUBLIC[Math.floor(noise(`first/${key}`) * PUBLIC.length)] ?? 3
  const rest = Math.floor(noise(`rest/${key}`) * 2 ** 24)
  return `${first}.${rest >> 16}.${(rest >> 8) & 255}.${rest & 255}`
}

/** In the upper end of a subnet of the default VPC, which tasks do not reach. */
function privateAddress(key: string, zone: number): string {
  return `10.0.${zone * 64 + 63}.${1 + Math.floor(noise(`private/${key}`) * 254)}`
}

function address6(key: string): string {
  const group = (part: string): string => (0x1000 + Math.floor(noise(`${part}/${key}`) * 0xf000)).toString(16)
  return `2406:da12:${group('a')}:${group('b')}:${group('c')}:${group('d')}:${group('e')}:${group('f')}`
}
