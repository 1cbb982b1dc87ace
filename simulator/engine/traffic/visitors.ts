/** Adds people and programs that go to a hostname, and moves those that hold on to their connections. */
import type { Visitors } from '../../world/internet-tables.ts'
import type { World } from '../../world/world.ts'
import { canonicalName } from '../dns/names.ts'
import { startAsking } from '../dns/resolver-events.ts'
import { recordMachines } from './machine-traffic.ts'
import { moveVisitors } from './visits.ts'

export type VisitorsOptions = Pick<Visitors, 'name' | 'region' | 'host' | 'resolver' | 'rps'> &
  Partial<Pick<Visitors, 'path' | 'protocol' | 'swing' | 'ipv6' | 'keepsConnections'>>

/** Lets visitors come from now on; those of the same name are replaced. They ask for `/` by HTTPS unless told otherwise. */
export function addVisitors(world: World, options: VisitorsOptions): void {
  const { protocol = 'HTTPS' } = options
  world.internet.visitors[options.name] = {
    path: '/',
    swing: 0,
    ...options,
    protocol,
    port: protocol === 'HTTPS' ? 443 : 80,
    destinations: world.internet.visitors[options.name]?.destinations ?? {},
  }
  const host = canonicalName(options.host)
  startAsking(world, options.resolver, host)
  moveVisitors(world, { resolver: options.resolver, hosts: new Set([host]) })
  recordMachines(world)
}

/** Closes the connections that visitors keep: they resolve the name again, as a client does that is restarted. */
export function hangUp(world: World, name: string): void {
  const visitors = world.internet.visitors[name]
  if (!visitors) return
  delete visitors.held
  moveVisitors(world, { resolver: visitors.resolver, hosts: new Set([canonicalName(visitors.host)]) })
}
