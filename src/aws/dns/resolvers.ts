/**
 * DNS over HTTPS in JSON, as Google and Cloudflare speak it: what the public's resolvers answer now. The form has no RFC and may change:
 * whatever does not look as promised is no answer. https://developers.google.com/speed/public-dns/docs/doh/json and
 * https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/
 */
import { decodeName } from '../../core/dns/name.ts'
import type { AnsweredRecord, DnsQuestion, ResolverSample } from '../../core/dns/resolver-answer.ts'

export interface DohResolver {
  name: string
  /** `https://dns.google/resolve`, `https://cloudflare-dns.com/dns-query`. */
  url: string
}

export interface DohPorts {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  resolvers: readonly DohResolver[]
}

/** ms for one answer. */
const deadline = 5_000
/** Each site of an anycast resolver has a cache of its own: several questions see several of them. */
const samplesEach = 3

/** https://www.iana.org/assignments/dns-parameters/dns-parameters.xhtml#dns-parameters-4 */
const typeNames: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  64: 'SVCB',
  65: 'HTTPS',
}
const responseCodes: Readonly<Record<number, string>> = { 0: 'NOERROR', 2: 'SERVFAIL', 3: 'NXDOMAIN' }

/** Three samples of each resolver, all asked at once. Rejects only when `signal` is aborted. */
export async function sampleResolvers(
  { fetch, resolvers }: DohPorts,
  question: DnsQuestion,
  { signal, samples = samplesEach }: { signal?: AbortSignal | undefined; samples?: number } = {},
): Promise<ResolverSample[]> {
  const asked = resolvers.flatMap((resolver) => Array.from({ length: samples }, () => resolver))
  return Promise.all(asked.map((resolver) => askResolver(fetch, resolver, question, signal)))
}

/** @throws the reason of `signal` when the caller gave up; every other failure is a silence */
async function askResolver(
  fetch: DohPorts['fetch'],
  resolver: DohResolver,
  question: DnsQuestion,
  signal: AbortSignal | undefined,
): Promise<ResolverSample> {
  const late = AbortSignal.timeout(deadline)
  const silent = (silence: 'unreachable' | 'late' | 'refused' | 'malformed'): ResolverSample => ({
    resolver: resolver.name,
    silence,
  })
  let response: Response
  try {
    response = await fetch(addressOf(resolver, question), {
      // A simple header: browsers send it across origins without asking first.
      headers: { accept: 'application/dns-json' },
      cache: 'no-store',
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    })
  } catch {
    signal?.throwIfAborted()
    return silent(late.aborted ? 'late' : 'unreachable')
  }
  if (!response.ok) return silent('refused')
  try {
    const body: unknown = await response.json()
    return toAnswer(resolver.name, body) ?? silent('malformed')
  } catch {
    signal?.throwIfAborted()
    return silent(late.aborted ? 'late' : 'malformed')
  }
}

function addressOf({ url }: DohResolver, { name, type }: DnsQuestion): string {
  const address = new URL(url)
  address.searchParams.set('name', presented(name))
  address.searchParams.set('type', type)
  // Google passes on a part of the asker's address unless told not to; Cloudflare never does.
  if (address.pathname.endsWith('/resolve')) address.searchParams.set('edns_client_subnet', '0.0.0.0/0')
  return address.href
}

/** In the escapes of DNS software, which are decimal where Route 53's are octal. RFC 1035 5.1 */
function presented(name: string): string {
  const labels = decodeName(name.replace(/\.$/, '')) ?? []
  return `${labels.map((label) => label.map(presentedByte).join('')).join('.')}.`
}

function presentedByte(byte: number): string {
  const text = String.fromCharCode(byte)
  if (byte <= 0x20 || byte >= 0x7f) return `\\${String(byte).padStart(3, '0')}`
  return '."\\;()@$'.includes(text) ? `\\${text}` : text
}

/** Undefined for what is no answer in the promised form. */
function toAnswer(resolver: string, body: unknown): ResolverSample | undefined {
  const { Status, Answer = [] } = members(body)
  if (typeof Status !== 'number' || !Array.isArray(Answer)) return undefined
  const records = Answer.map(toRecord)
  if (records.includes(undefined)) return undefined
  return {
    resolver,
    rcode: responseCodes[Status] ?? `RCODE${String(Status)}`,
    records: records.filter((record) => record !== undefined),
  }
}

function toRecord(given: unknown): AnsweredRecord | undefined {
  const { name, type, TTL, data } = members(given)
  if (typeof name !== 'string' || typeof data !== 'string') return undefined
  if (typeof type !== 'number' || typeof TTL !== 'number') return undefined
  return { name, type: typeNames[type] ?? `TYPE${String(type)}`, ttl: TTL, data }
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
