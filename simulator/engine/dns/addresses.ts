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

/** The application or network load balancer that an address belongs to. */
export function loadBalancerAt(world: World, ip: string): LoadBalancerRecord | undefined {
  for (const { elb } of Object.values(world.regions)) {
    const found = Object.values(elb.loadBalancers).find((balancer) => has(balancer, ip))
    if (found) return found
  }
  return undefined
}

/** The classic load balancer that an address belongs to, and its Region. */
export function classicLoadBalancerAt(
  world: World,
  ip: string,
): { region: string; balancer: ClassicLoadBalancerRecord } | undefined {
  for (const { name, classicLoadBalancers } of Object.values(world.regions)) {
    const balancer = Object.values(classicLoadBalancers).find((one) => has(one, ip))
    if (balancer) return { region: name, balancer }
  }
  return undefined
}

function has(balancer: Addressed, ip: string): boolean {
  const { a, aaaa } = addressesOf(balancer)
  return a.includes(ip) || aaaa.includes(ip)
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
