/** Pools that keep their connections: they do not notice that a name leads elsewhere until somebody closes the connection. */
import type { Visitors } from '../../world/internet-tables.ts'
import type { World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { placeAt } from './places.ts'
import { respond } from './respond.ts'

/** ms for which an application load balancer keeps a client's connection, where its attributes do not say. */
const CLIENT_KEEP_ALIVE_MS = 3_600_000

/** The addresses a pool is connected to now, given where its name leads (`wished`); shares 0..1. */
export function keepConnections(
  world: World,
  visitors: Visitors,
  wished: Record<string, number>,
): Record<string, number> {
  const held = visitors.held ?? {}
  const next: Record<string, number> = {}
  let loose = 0
  for (const [ip, share] of Object.entries(visitors.destinations)) {
    if (held[ip] !== undefined && lasts(world, visitors, ip, held[ip], ip in wished)) next[ip] = share
    else loose += share
  }
  if (Object.keys(visitors.destinations).length === 0) loose = 1
  const kept = new Set(Object.keys(next))
  if (loose > 0) for (const [ip, share] of Object.entries(wished)) next[ip] = (next[ip] ?? 0) + share * loose
  visitors.held = Object.fromEntries(
    Object.keys(next).map((ip) => [ip, kept.has(ip) ? (held[ip] ?? world.now) : world.now]),
  )
  return next
}

/** True while a connection stays open: its server answers, and no load balancer closes it for its age. */
function lasts(world: World, visitors: Visitors, ip: string, since: number, stays: boolean): boolean {
  const { port, protocol, host, path } = visitors
  if (respond(world, { ip, port, protocol, host, path }).kind !== 'answer') return false
  const place = placeAt(world, ip)
  // A connection that is closed and made again to the same address is no event.
  if (place.kind !== 'application' || stays) return true
  const seconds = place.balancer.attributes['client_keep_alive.seconds']
  const life = seconds === undefined ? CLIENT_KEEP_ALIVE_MS : Number(seconds) * 1000
  const closesAt = since + Math.ceil((world.now - since) / life) * life
  if (closesAt === world.now && since < world.now) return false
  const at = closesAt > world.now ? closesAt : world.now + life
  if (visitors.reconnectAt !== at) {
    visitors.reconnectAt = at
    schedule(world, at - world.now, { kind: 'visits-due', region: 'global', subject: visitors.name })
  }
  return true
}
