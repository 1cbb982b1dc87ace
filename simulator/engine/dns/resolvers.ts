/** The recursive resolvers of the world: which there are, and what their caches answer. */
import type { CacheEntry, ResolverRecord } from '../../world/internet-tables.ts'
import type { World } from '../../world/world.ts'
import { canonicalName } from './names.ts'
import { type Asker, fetchSet, remaining, sitePrefix } from './resolver-cache.ts'

/** CNAMEs followed before a resolver gives up, as BIND does. */
const LONGEST_CHAIN = 16

const SEOUL = { country: 'KR', awsRegion: 'ap-northeast-2' }
const TOKYO = { country: 'JP', awsRegion: 'ap-northeast-1' }
const ASHBURN = { country: 'US', awsRegion: 'us-east-1' }
const FRANKFURT = { country: 'DE', awsRegion: 'eu-central-1' }

/**
 * `google` and `cloudflare` answer over HTTPS and have several sites each; `corporate` is an ordinary resolver; `clamping`
 * never believes a TTL below an hour.
 */
const RESOLVERS: ResolverRecord[] = [
  {
    name: 'google',
    doh: true,
    minTtl: 0,
    // https://developers.google.com/speed/public-dns/faq: "we may cap at 6 hours".
    maxTtl: 21_600,
    sites: [
      { name: 'icn', ...SEOUL },
      { name: 'nrt', ...TOKYO },
      { name: 'iad', ...ASHBURN },
    ],
  },
  {
    name: 'cloudflare',
    doh: true,
    minTtl: 0,
    maxTtl: 86_400,
    sites: [
      { name: 'icn', ...SEOUL },
      { name: 'iad', ...ASHBURN },
      { name: 'fra', ...FRANKFURT },
    ],
  },
  { name: 'corporate', doh: false, minTtl: 0, maxTtl: 86_400, sites: [{ name: 'hq', ...SEOUL }] },
  { name: 'clamping', doh: false, minTtl: 3600, maxTtl: 86_400, sites: [{ name: 'isp', ...SEOUL }] },
]

/** Gives a world the resolvers `google`, `cloudflare`, `corporate` and `clamping`. */
export function addResolvers(world: World): void {
  for (const resolver of RESOLVERS) world.internet.resolvers[resolver.name] = structuredClone(resolver)
}

export function cacheKey(asker: Asker, name: string, type: string): string {
  return `${sitePrefix(asker)}${name}/${type}`
}

/** What a resolver's site says: records in order of the chain, each with the seconds left in its cache. */
export interface Resolved {
  rcode: CacheEntry['rcode']
  records: { name: string; type: string; ttl: number; data: string }[]
  /** Seconds for which the absence of an answer is remembered. */
  negativeTtl: number
}

/** Resolves a name (lower case, with the dot at the end). What is not cached is answered afresh, and not kept: reading changes nothing. */
export function resolve(world: World, asker: Asker, name: string, type: string): Resolved {
  const records: Resolved['records'] = []
  let asked = name
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const owner = asked
    const entry = world.internet.caches[cacheKey(asker, owner, type)] ?? passing(world, asker, owner, type)
    const ttl = remaining(entry, world.now)
    if (entry.records.length === 0) return { rcode: entry.rcode, records, negativeTtl: ttl }
    records.push(...entry.records.map((record) => ({ ...record, name: owner, ttl })))
    const target = aliasOf(entry)
    if (target === undefined || type === 'CNAME') return { rcode: 'NOERROR', records, negativeTtl: 0 }
    asked = target
  }
  return { rcode: 'SERVFAIL', records: [], negativeTtl: 0 }
}

/** The name a CNAME leads to, in the form in which names are asked for. */
export function aliasOf({ records }: Pick<CacheEntry, 'records'>): string | undefined {
  const [first] = records
  if (first?.type !== 'CNAME') return undefined
  return canonicalName(first.data)
}

function passing(world: World, asker: Asker, name: string, type: string): CacheEntry {
  return { name, type, ...fetchSet(world, asker, name, type), fetchedAt: world.now }
}
