/** What is outside the account or older than its services: servers, DNS resolvers, and the clients that go by a hostname. */
/** A server that is no EC2 instance of the account: on premises, or of another AWS service. */
export interface ServerRecord {
  name: string
  /** Addresses that lead to it. */
  addresses: string[]
  /** Its software: who answers on a TCP port is what `world.images` says of this image. */
  listening: { port: number; image: string }[]
  /** Switched off: its addresses stay silent. */
  stopped: boolean
}

/** A recursive resolver: one name, several places that each keep a cache of their own. */
export interface ResolverRecord {
  name: string
  /** Answers DNS over HTTPS in JSON when true. */
  doh: boolean
  /** Seconds; what a shorter or longer TTL is made. */
  minTtl: number
  maxTtl: number
  sites: ResolverSite[]
}

export interface ResolverSite {
  /** Three letters of an airport, as operators name them. */
  name: string
  /** Where it asks from, for geolocation (ISO 3166-1 alpha-2) and latency routing. */
  country: string
  awsRegion: string
  /** Set for a resolver inside a network, which sees private zones. */
  vpcId?: string
}

/**
 * The record set of one name and type (or its absence) in one site's cache. Its clients ask all the time, so it is fetched
 * again whenever it has expired: at `fetchedAt + k * ttl`. Only a fetch that finds something else is an event.
 */
export interface CacheEntry {
  name: string
  type: string
  rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL'
  /** One record set: of the type, or a CNAME; empty for a negative answer. Values in order. */
  records: { type: string; data: string }[]
  /** Seconds, after the resolver's limits. */
  ttl: number
  /** ms since the epoch. */
  fetchedAt: number
  /** True while name servers answer this question differently from time to time (weights): each fetch is an event. */
  varies: boolean
  /** When the event that fetches it again is due; events with another time are out of date. */
  dueAt?: number
}

/** People and programs that go to a hostname: wherever their resolver's cache says. */
export interface Visitors {
  name: string
  /** Region whose day they live by, and in which their history is kept. */
  region: string
  host: string
  path: string
  protocol: 'HTTP' | 'HTTPS'
  port: number
  /** Key of `resolvers`. */
  resolver: string
  /** Mean requests per second; see ClientPopulation for `swing`. */
  rps: number
  swing: number
  /** Ask for AAAA first, and for A when there is none. */
  ipv6?: boolean
  /** Keep the connections they have and resolve again only when those are closed (`hangUp`) or the server is gone. */
  keepsConnections?: boolean
  /** Share (0..1) of their requests by address. Written by engine/traffic/visits.ts. */
  destinations: Record<string, number>
  /** Since when (ms since the epoch) they have kept connections, by address. */
  held?: Record<string, number>
  /** When the next of their connections is closed by a load balancer, where that moves them. */
  reconnectAt?: number
}

export interface InternetTables {
  /** By name. */
  servers: Record<string, ServerRecord>
  /** By name. */
  resolvers: Record<string, ResolverRecord>
  /** By `<resolver>/<site>/<name>/<type>`. */
  caches: Record<string, CacheEntry>
  /** By name. */
  visitors: Record<string, Visitors>
  /** Set while an event that compares caches with the name servers is due. */
  namesDue?: boolean
  /** Set while an event that looks again where visitors go is due. */
  visitsDue?: boolean
}
