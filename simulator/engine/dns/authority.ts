/**
 * What the name servers of the world answer, found as a resolver without a cache would find it: by delegation, through
 * CNAMEs, across zones and to names outside. Reading changes nothing: chance is handed in.
 */
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { recordHealth } from './authority-health.ts'
import { type DnsRecord, type Inquiry, lookUp, outsideRecords } from './authority-lookup.ts'
import { canonicalName, isWithin } from './names.ts'
import { valuesOf } from './strict-compare.ts'
import { recordsNamed } from './zone-index.ts'
import { servedRecords } from './zone-served.ts'

export type { DnsRecord } from './authority-lookup.ts'

export interface DnsQuestion {
  name: string
  type: string
  /** [0, 1): decides between weighted record sets. */
  draw: number
  /** Asks inside a network: its private zones come first. */
  vpcId?: string
  /** ISO 3166-1 alpha-2, or with a subdivision, such as `US-CA`. */
  country?: string
  awsRegion?: string
}

export interface DnsAnswer {
  rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL'
  /** CNAMEs first, in the order in which they lead to the rest. Names are canonical. */
  records: DnsRecord[]
  /** Seconds for which the absence of (further) records may be kept: the lesser of the SOA's TTL and its minimum (RFC 2308). */
  negativeTtl: number
}

/** Longer chains of CNAMEs are given up, as resolvers do. */
const MOST_CNAMES = 16
/** Seconds, where no zone of this account says: what Route 53 writes into a new zone's SOA. */
const NEGATIVE_TTL = 900

/** The full answer to a question, CNAMEs followed to the end. */
export function authoritativeAnswer(world: World, question: DnsQuestion): DnsAnswer {
  return follow(world, question, inquiryOf(world, question))
}

/** What the name servers of one zone answer, delegated to or not; a CNAME is followed only inside the zone. */
export function answerInZone(world: World, zone: HostedZoneRecord, question: DnsQuestion): DnsAnswer {
  const inquiry = inquiryOf(world, question)
  const zoneOf = (name: string) => (isWithin(name, zone.name) ? zone : undefined)
  return walk(inquiry, question, zoneOf, () => 'unknown')
}

function follow(world: World, question: DnsQuestion, inquiry: Inquiry): DnsAnswer {
  const zoneOf = (name: string): HostedZoneRecord | undefined => zoneFor(world, name, question.vpcId)
  return walk(inquiry, question, zoneOf, (name) => outsideRecords(world, name, question.type))
}

function inquiryOf(world: World, question: DnsQuestion): Inquiry {
  const { draw, country, awsRegion } = question
  const blind: Inquiry = { world, draw, country, awsRegion, healthy: () => true }
  return {
    ...blind,
    healthy: (set) => recordHealth(world, set, (name) => resolveBlind(world, name)),
  }
}

/** The address a health checker takes for a name. Health is left out: it may hang on this very check. */
export function resolveBlind(world: World, name: string): string | undefined {
  const question = { name, type: 'A', draw: 0 }
  const { records } = follow(world, question, { world, draw: 0, healthy: () => true })
  return records.find(({ type }) => type === 'A')?.data
}

type Outside = DnsRecord[] | undefined | 'unknown'

function walk(
  inquiry: Inquiry,
  question: DnsQuestion,
  zoneOf: (name: string) => HostedZoneRecord | undefined,
  outside: (name: string) => Outside,
): DnsAnswer {
  const records: DnsRecord[] = []
  let name = canonicalName(question.name)
  let negativeTtl = NEGATIVE_TTL
  for (let hop = 0; hop < MOST_CNAMES; hop += 1) {
    const zone = zoneOf(name)
    if (zone) negativeTtl = negativeTtlOf(zone)
    const step = stepTo(inquiry, zone, name, question.type, outside)
    if (step === 'unknown' && records.length > 0) return { rcode: 'NOERROR', records, negativeTtl }
    if (step === 'unknown') return { rcode: 'SERVFAIL', records, negativeTtl }
    if (step === undefined) return { rcode: 'NXDOMAIN', records, negativeTtl }
    records.push(...step)
    const [first] = step
    if (first?.type !== 'CNAME' || question.type === 'CNAME')
      return { rcode: 'NOERROR', records, negativeTtl }
    name = canonicalName(first.data)
  }
  return { rcode: 'SERVFAIL', records: [], negativeTtl }
}

/** Records of one name; undefined when it does not exist, `unknown` when its name servers are not of this world. */
function stepTo(
  inquiry: Inquiry,
  zone: HostedZoneRecord | undefined,
  name: string,
  type: string,
  outside: (name: string) => Outside,
): Outside {
  if (!zone) return outside(name)
  const found = lookUp(inquiry, zone, name, type)
  if (found.kind === 'found') return found.records
  return found.kind === 'nothing' ? undefined : (outside(name) ?? 'unknown')
}

/**
 * The zone whose name servers are asked: inside a network the longest of its private zones, elsewhere the longest that is
 * delegated to. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function zoneFor(world: World, name: string, vpcId?: string): HostedZoneRecord | undefined {
  const zones = Object.values(world.dns.hostedZones).filter((zone) => isWithin(name, zone.name))
  const inside = zones.filter((zone) => zone.privateZone && zone.vpcs.some((vpc) => vpc.vpcId === vpcId))
  return longest(inside) ?? longest(zones.filter((zone) => !zone.privateZone && zone.delegated))
}

function longest(zones: HostedZoneRecord[]): HostedZoneRecord | undefined {
  return zones.toSorted((a, b) => b.name.length - a.name.length)[0]
}

function negativeTtlOf(zone: HostedZoneRecord): number {
  const soa = recordsNamed(servedRecords(zone), zone.name).find(({ Type }) => Type === 'SOA')
  if (!soa) return NEGATIVE_TTL
  const minimum = Number(valuesOf(soa)[0]?.trim().split(/\s+/).at(-1))
  return Math.min(soa.TTL ?? NEGATIVE_TTL, Number.isFinite(minimum) ? minimum : NEGATIVE_TTL)
}
