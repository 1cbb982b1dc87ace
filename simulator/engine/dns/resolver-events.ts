/**
 * Caches over time. A record set is fetched again whenever it has expired, which changes nothing as long as name servers
 * answer as before: so only the first fetch after a change is an event, and every fetch where answers differ by chance.
 */
import type { CacheEntry } from '../../world/internet-tables.ts'
import { noise } from '../../world/random.ts'
import type { ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { schedule } from '../schedule.ts'
import { moveVisitors } from '../traffic/visits.ts'
import { canonicalName } from './names.ts'
import { type Asker, contents, fetchSet, lifeOf, nextFetch, sitePrefix, truthOf } from './resolver-cache.ts'
import { aliasOf, cacheKey } from './resolvers.ts'

/** Types that browsers ask for. */
const TYPES = ['A', 'AAAA']

/** Clients of a resolver ask for a name from now on: every site has it in its cache, fetched some time ago. */
export function startAsking(world: World, resolverName: string, name: string): void {
  for (const asker of askersOf(world, resolverName)) {
    for (const type of TYPES) {
      for (const entry of follow(world, asker, name, type)) {
        // Sites did not all start to ask at the same moment.
        const key = cacheKey(asker, entry.name, type)
        entry.fetchedAt -= Math.floor(noise(`age/${key}`) * lifeOf(entry))
        if (entry.varies) plan(world, key, entry)
      }
    }
  }
}

/** Makes sure that a name and what its CNAMEs lead to are in a site's cache. Returns what was not. */
function follow(world: World, asker: Asker, name: string, type: string): CacheEntry[] {
  const { caches } = world.internet
  const made: CacheEntry[] = []
  const seen = new Set<string>()
  let asked: string | undefined = name
  while (asked !== undefined && !seen.has(asked)) {
    seen.add(asked)
    const key = cacheKey(asker, asked, type)
    let entry: CacheEntry | undefined = caches[key]
    if (!entry) {
      entry = { name: asked, type, ...fetchSet(world, asker, asked, type), fetchedAt: world.now }
      caches[key] = entry
      made.push(entry)
    }
    asked = aliasOf(entry)
  }
  return made
}

/** Handler of `names-due`: which cached record sets will be found changed when they are fetched next? */
function onNamesDue(world: World): void {
  delete world.internet.namesDue
  const known = new Map<string, ReturnType<typeof truthOf>>()
  for (const asker of askersOf(world)) {
    for (const [key, entry] of entriesOf(world, asker)) {
      const { minTtl, maxTtl } = asker.resolver
      const { country, awsRegion, vpcId } = asker.site
      const question = [entry.name, entry.type, minTtl, maxTtl, country, awsRegion, vpcId].join(' ')
      const truth = known.get(question) ?? truthOf(world, asker, entry.name, entry.type)
      known.set(question, truth)
      if (truth.varies || truth.contents !== contents(entry)) plan(world, key, entry)
      else if (!entry.varies) delete entry.dueAt
    }
  }
}

/** Schedules the next fetch of an entry, because it will or may find something else. */
function plan(world: World, key: string, entry: CacheEntry): void {
  const at = nextFetch(entry, world.now)
  if (entry.dueAt === at) return
  entry.dueAt = at
  schedule(world, at - world.now, { kind: 'cache-due', region: 'global', subject: key })
}

/** Handler of `cache-due`: an entry has expired and is fetched again. */
function onCacheDue(world: World, event: ScheduledEvent): void {
  const entry = world.internet.caches[event.subject]
  const asker = askersOf(world).find((one) => event.subject.startsWith(sitePrefix(one)))
  if (!asker || entry?.dueAt !== event.at) return
  const [before, target] = [contents(entry), aliasOf(entry)]
  delete entry.dueAt
  Object.assign(entry, fetchSet(world, asker, entry.name, entry.type), { fetchedAt: world.now })
  if (entry.varies) plan(world, event.subject, entry)
  if (contents(entry) === before) return
  if (aliasOf(entry) !== target) tidy(world, asker)
  const led = [...namesAsked(world, asker.resolver.name)].filter((name) =>
    chainOf(world, asker, name, entry.type).has(event.subject),
  )
  moveVisitors(world, { resolver: asker.resolver.name, hosts: new Set(led) })
}

/** After a CNAME changed: fetches what CNAMEs lead to now, and drops what nobody asks for any more. */
function tidy(world: World, asker: Asker): void {
  const wanted = new Set<string>()
  for (const name of namesAsked(world, asker.resolver.name)) {
    for (const type of TYPES) {
      for (const entry of follow(world, asker, name, type)) {
        if (entry.varies) plan(world, cacheKey(asker, entry.name, type), entry)
      }
      for (const key of chainOf(world, asker, name, type)) wanted.add(key)
    }
  }
  for (const [key] of entriesOf(world, asker)) if (!wanted.has(key)) delete world.internet.caches[key]
}

function chainOf(world: World, asker: Asker, name: string, type: string): Set<string> {
  const keys = new Set<string>()
  let asked: string | undefined = name
  while (asked !== undefined && !keys.has(cacheKey(asker, asked, type))) {
    const key = cacheKey(asker, asked, type)
    keys.add(key)
    const entry: CacheEntry | undefined = world.internet.caches[key]
    asked = entry && aliasOf(entry)
  }
  return keys
}

function namesAsked({ internet }: World, resolver: string): Set<string> {
  const visitors = Object.values(internet.visitors).filter((one) => one.resolver === resolver)
  return new Set(visitors.map(({ host }) => canonicalName(host)))
}

function entriesOf({ internet }: World, asker: Asker): [string, CacheEntry][] {
  return Object.entries(internet.caches).filter(([key]) => key.startsWith(sitePrefix(asker)))
}

function askersOf({ internet }: World, name?: string): Asker[] {
  return Object.values(internet.resolvers)
    .filter((resolver) => name === undefined || resolver.name === name)
    .flatMap((resolver) => resolver.sites.map((site) => ({ resolver, site })))
}

export const resolverHandlers: Record<string, EventHandler> = {
  'names-due': onNamesDue,
  'cache-due': onCacheDue,
}
