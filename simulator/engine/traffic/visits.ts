/**
 * Where visitors of a hostname go: to the addresses in their resolver's caches. At a load balancer or instance they are a
 * client population like any other, named `<visitors>@<place>`; what they do elsewhere nobody in the account can see.
 */
import { regionOf } from '../../world/create.ts'
import type { Visitors } from '../../world/internet-tables.ts'
import type { ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { canonicalName } from '../dns/names.ts'
import { resolve } from '../dns/resolvers.ts'
import { addClients, setRate } from './clients.ts'
import { keepConnections } from './connections.ts'
import { scheduleNames } from './due.ts'
import { type MachinePlace, recordMachine, recordMachines } from './machine-traffic.ts'
import { type Place, placeAt } from './places.ts'
import { isTrusted, recordUntrusted } from './trust.ts'

/** Some visitors: those of one resolver, and of these those of some hosts (canonical names). */
interface Who {
  resolver: string
  hosts: ReadonlySet<string>
}

/** Looks again where visitors go: some, or all. */
export function moveVisitors(world: World, who?: Who): void {
  for (const visitors of Object.values(world.internet.visitors)) {
    if (who && (visitors.resolver !== who.resolver || !who.hosts.has(canonicalName(visitors.host)))) continue
    const wished = addressesFor(world, visitors)
    visitors.destinations = visitors.keepsConnections ? keepConnections(world, visitors, wished) : wished
    arrive(world, visitors)
  }
}

/** Share (0..1) of the visitors by the address that their resolver tells them; none where the name leads nowhere. */
function addressesFor(world: World, { host, resolver: name, ipv6 }: Visitors): Record<string, number> {
  const shares: Record<string, number> = {}
  const resolver = world.internet.resolvers[name]
  if (!resolver) return shares
  for (const site of resolver.sites) {
    const told = (type: string): string[] =>
      resolve(world, { resolver, site }, canonicalName(host), type)
        .records.filter((record) => record.type === type)
        .map(({ data }) => data)
    const six = ipv6 ? told('AAAA') : []
    const addresses = six.length > 0 ? six : told('A')
    for (const ip of addresses) {
      shares[ip] = (shares[ip] ?? 0) + 1 / resolver.sites.length / addresses.length
    }
  }
  return shares
}

/** Lets the visitors come in as clients of the places behind their addresses, and leave those they went to before. */
function arrive(world: World, visitors: Visitors): void {
  const arrivals = new Map<string, { place: MeasuredPlace; share: number }>()
  for (const [ip, share] of Object.entries(visitors.destinations)) {
    const place = placeAt(world, ip)
    if (!isMeasured(place)) continue
    const key = keyOf(place)
    arrivals.set(key, { place, share: share + (arrivals.get(key)?.share ?? 0) })
  }
  const prefix = `${visitors.name}@`
  for (const population of Object.values(world.clients)) {
    const left = population.name.startsWith(prefix) && !arrivals.has(population.name.slice(prefix.length))
    if (!left) continue
    setRate(world, population, 0)
    recordUntrusted(regionOf(world, population.region).history, population.name, world.now, 0)
  }
  for (const [key, { place, share }] of arrivals) come(world, visitors, key, place, share)
}

function come(world: World, visitors: Visitors, key: string, place: MeasuredPlace, share: number): void {
  const name = `${visitors.name}@${key}`
  const { history } = regionOf(world, place.region)
  const trusted = place.kind !== 'application' || isTrusted(world, place, visitors)
  recordUntrusted(history, name, world.now, trusted ? 0 : visitors.rps * share)
  const rps = trusted ? visitors.rps * share : 0
  const known = world.clients[name]
  if (known) setRate(world, known, rps)
  else {
    const { host, path, port, swing } = visitors
    const loadBalancerArn = place.kind === 'application' ? place.balancer.loadBalancerArn : key
    addClients(world, { name, region: place.region, loadBalancerArn, port, host, path, rps, swing })
  }
  const population = world.clients[name]
  if (population && place.kind !== 'application') {
    recordMachine(world, regionOf(world, place.region), key, place, population)
  }
}

type MeasuredPlace = MachinePlace | Extract<Place, { kind: 'application' }>

function isMeasured(place: Place): place is MeasuredPlace {
  return place.kind === 'application' || place.kind === 'classic' || place.kind === 'instance'
}

/** Also what history calls a classic load balancer or an instance, see machine-traffic.ts. */
function keyOf(place: MeasuredPlace): string {
  if (place.kind === 'instance') return `instance/${place.instanceId}`
  return `${place.kind}/${place.balancer.name}`
}

/** Handler of `visits-due`: machines changed, or kept connections are closed. */
function onVisitsDue(world: World, _event: ScheduledEvent): void {
  delete world.internet.visitsDue
  moveVisitors(world)
  recordMachines(world)
  // Health checks of records may see the change as well.
  scheduleNames(world)
}

export const visitHandlers: Record<string, EventHandler> = { 'visits-due': onVisitsDue }
