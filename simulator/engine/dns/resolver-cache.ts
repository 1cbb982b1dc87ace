/** One record set in a resolver's cache: when it is fetched, what of its time is left, and whether it tells the truth. */
import type { CacheEntry, ResolverRecord, ResolverSite } from '../../world/internet-tables.ts'
import { noise } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { authoritativeAnswer } from './authority.ts'

/** Seconds for which a resolver remembers that name servers failed. https://www.rfc-editor.org/rfc/rfc9520 allows 1 s to 5 min. */
const FAILURE_TTL = 30

/** Draws that show whether weights or the like make answers differ; the extremes find the first and the last of a group. */
const DRAWS = [0, 1 - 2 ** -32, 0.25, 0.5, 0.75]

/** What a cache holds of an answer. */
export type Found = Pick<CacheEntry, 'rcode' | 'records' | 'ttl' | 'varies'>

export interface Asker {
  resolver: ResolverRecord
  site: ResolverSite
}

/** Asks the name servers now. Of a chain of CNAMEs only the first record set is taken: each is cached for itself. */
export function fetchSet(world: World, asker: Asker, name: string, type: string): Found {
  const luck = noise(`resolver/${sitePrefix(asker)}${name}/${world.now}`)
  return {
    ...firstSet(world, asker, { name, type, draw: luck }),
    varies: truthOf(world, asker, name, type).varies,
  }
}

/** What name servers would answer a site now: contents, and whether another draw gives others. */
export function truthOf(
  world: World,
  asker: Asker,
  name: string,
  type: string,
): { contents: string; varies: boolean } {
  const drawn = (draw: number): string => contents(firstSet(world, asker, { name, type, draw }))
  const [first = 0, ...others] = DRAWS
  const usual = drawn(first)
  return { contents: usual, varies: others.some((draw) => drawn(draw) !== usual) }
}

/** Beginning of the keys of a site's entries. */
export function sitePrefix({ resolver, site }: Asker): string {
  return `${resolver.name}/${site.name}/`
}

/** Records and TTL in a form that compares; the order of values means nothing. */
export function contents({ rcode, records, ttl }: Omit<Found, 'varies'>): string {
  return `${rcode} ${ttl} ${records
    .map(({ type, data }) => `${type} ${data}`)
    .toSorted()
    .join(', ')}`
}

/** How long a fetch lasts, ms. What must not be cached is asked for every second: clients never stop asking. */
export function lifeOf({ ttl }: Pick<CacheEntry, 'ttl'>): number {
  return Math.max(1, ttl) * 1000
}

/** The first moment after `now` at which it is fetched again, ms since the epoch. */
export function nextFetch(entry: CacheEntry, now: number): number {
  const life = lifeOf(entry)
  return entry.fetchedAt + (Math.floor((now - entry.fetchedAt) / life) + 1) * life
}

/** Seconds that are left at `now`, as a resolver tells them. */
export function remaining(entry: CacheEntry, now: number): number {
  return Math.min(entry.ttl, Math.ceil((nextFetch(entry, now) - now) / 1000))
}

function firstSet(
  world: World,
  { resolver, site }: Asker,
  question: { name: string; type: string; draw: number },
): Omit<Found, 'varies'> {
  const { country, awsRegion, vpcId } = site
  const place = { country, awsRegion, ...(vpcId === undefined ? {} : { vpcId }) }
  const { rcode, records, negativeTtl } = authoritativeAnswer(world, { ...question, ...place })
  const [first] = records
  if (!first) {
    const ttl = rcode === 'SERVFAIL' ? FAILURE_TTL : Math.min(negativeTtl, resolver.maxTtl)
    return { rcode, records: [], ttl }
  }
  const set = records.filter((one) => one.name === first.name && one.type === first.type)
  return {
    // A chain may end at a name that does not exist; its first record does.
    rcode: 'NOERROR',
    records: set.map(({ type, data }) => ({ type, data })),
    ttl: Math.min(resolver.maxTtl, Math.max(resolver.minTtl, first.ttl)),
  }
}
