/**
 * DNS over HTTPS in JSON, as Google and Cloudflare answer it: https://developers.google.com/speed/public-dns/docs/doh/json
 * and https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/. TTLs are what is left in the cache.
 */
import type { ResolverRecord } from '../../world/internet-tables.ts'
import type { World } from '../../world/world.ts'
import { canonicalName, parentOf } from './names.ts'
import type { Asker } from './resolver-cache.ts'
import { resolve, type Resolved } from './resolvers.ts'

/** https://www.iana.org/assignments/dns-parameters: numbers of the types that are asked for by name. */
const TYPES: Record<string, number> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  DS: 43,
  SVCB: 64,
  HTTPS: 65,
  CAA: 257,
}

const STATUS: Record<Resolved['rcode'], number> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3 }

export interface DohRecord {
  name: string
  type: number
  TTL: number
  data: string
}

/** The body of an answer. */
export interface DohAnswer {
  Status: number
  TC: boolean
  RD: boolean
  RA: boolean
  AD: boolean
  CD: boolean
  Question: { name: string; type: number }[]
  Answer?: DohRecord[]
  /** The zone's SOA, where a name or type does not exist. */
  Authority?: DohRecord[]
  Comment?: string
}

/** The number of a type given as text or number; undefined for one that is neither. */
export function typeNumber(type: string): number | undefined {
  const number = TYPES[type.toUpperCase()] ?? Number(type)
  return Number.isInteger(number) && number > 0 && number < 65_536 ? number : undefined
}

/** What one site of a resolver answers now. `type` is a number of TYPES, others do not exist anywhere. */
export function dohAnswer(
  world: World,
  asker: Asker,
  { name, type, cd }: { name: string; type: number; cd: boolean },
): DohAnswer {
  const written = style(asker.resolver)
  const asked = canonicalName(name)
  const typeName = Object.keys(TYPES).find((known) => TYPES[known] === type) ?? `TYPE${type}`
  const { rcode, records, negativeTtl } = resolve(world, asker, asked, typeName)
  const last = records.at(-1)
  const answered = last?.type === typeName || (last !== undefined && type === TYPES.CNAME)
  const soa = answered || rcode === 'SERVFAIL' ? undefined : soaAbove(world, asker, lastName(asked, records))
  return {
    Status: STATUS[rcode],
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: cd,
    Question: [{ name: written(asked), type }],
    ...(records.length === 0
      ? {}
      : {
          Answer: records.map((record) => {
            const { name: owner, type: kind, ttl, data } = record
            return { name: written(owner), type: TYPES[kind] ?? type, TTL: ttl, data: absolute(kind, data) }
          }),
        }),
    ...(soa === undefined
      ? {}
      : { Authority: [{ name: written(soa.name), type: 6, TTL: negativeTtl, data: soa.data }] }),
  }
}

/** The name whose absence is told: the asked one, or the end of its chain of CNAMEs. */
function lastName(asked: string, records: Resolved['records']): string {
  const last = records.at(-1)
  return last?.type === 'CNAME' ? canonicalName(last.data) : asked
}

function soaAbove(world: World, asker: Asker, name: string): { name: string; data: string } | undefined {
  for (let zone = name; zone !== '.'; zone = parentOf(zone)) {
    const [found] = resolve(world, asker, zone, 'SOA').records
    if (found?.type === 'SOA') return { name: found.name, data: found.data }
  }
  return undefined
}

/** Google writes names with the dot at the end, Cloudflare without; both write what Route 53 escapes as it is. */
function style({ name }: ResolverRecord): (canonical: string) => string {
  return (canonical) =>
    name === 'cloudflare' && canonical !== '.' ? readable(canonical).replace(/\.$/, '') : readable(canonical)
}

function readable(canonical: string): string {
  return canonical.replaceAll(/\\(\d{3})/g, (_, octal: string) => presented(Number.parseInt(octal, 8)))
}

/** A byte of a label as DNS software prints it: decimal where it cannot be printed. https://www.rfc-editor.org/rfc/rfc1035#section-5.1 */
function presented(byte: number): string {
  if (byte <= 32 || byte >= 127) return `\\${String(byte).padStart(3, '0')}`
  const character = String.fromCharCode(byte)
  return '."\\;()@$'.includes(character) ? `\\${character}` : character
}

/** Names in answers are complete, however they were entered into the zone. */
function absolute(type: string, data: string): string {
  return ['CNAME', 'NS', 'PTR'].includes(type) && !data.endsWith('.') ? `${data}.` : data
}
