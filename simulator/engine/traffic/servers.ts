/** Servers outside EC2, reached by their address: on premises, or of another AWS service. */
import type { ServerRecord } from '../../world/internet-tables.ts'
import { journal } from '../../world/journal.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { scheduleVisits } from './due.ts'

export interface ServerOptions {
  name: string
  addresses: string[]
  /** Default 80 and 443. */
  ports?: number[]
  /** Of what listens on all its ports. */
  behaviour?: ImageBehaviour
}

/** A running server; one of the same name is replaced. */
export function addServer(world: World, options: ServerOptions): ServerRecord {
  const { name, addresses, ports = [80, 443], behaviour = {} } = options
  const image = imageOf(name)
  world.images[image] = behaviour
  const listening = ports.map((port) => ({ port, image }))
  const server: ServerRecord = { name, addresses, listening, stopped: false }
  world.internet.servers[name] = server
  scheduleVisits(world)
  return server
}

/** Switches a server off, or on again. */
export function setServerStopped(world: World, name: string, stopped: boolean): void {
  const server = world.internet.servers[name]
  if (!server || server.stopped === stopped) return
  server.stopped = stopped
  const verb = stopped ? 'server-stopped' : 'server-started'
  journal(world, { type: 'effect', name: verb, region: 'global', subject: name })
  scheduleVisits(world)
}

/** Changes how a server answers from now on. */
export function setServerBehaviour(world: World, name: string, behaviour: ImageBehaviour): void {
  world.images[imageOf(name)] = behaviour
  scheduleVisits(world)
}

/** The server that an address leads to, running or not. */
export function serverAt(world: World, ip: string): ServerRecord | undefined {
  return Object.values(world.internet.servers).find(({ addresses }) => addresses.includes(ip))
}

function imageOf(name: string): string {
  return `server/${name}`
}
