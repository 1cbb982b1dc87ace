/** What answers a web request at an IP address now: a load balancer by its rules, targets and their health, or a server. */
import type { ElbTables, ListenerRecord, LoadBalancerRecord } from '../../world/elb-tables.ts'
import { noise } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { actionsFor } from '../elb/routing.ts'
import { forwards } from '../elb/usage.ts'
import { endpointAt } from '../endpoints.ts'
import { rotation } from './answers.ts'
import { askClassic, askInstance, askServer, behave, OWN_MS } from './machines.ts'
import { placeAt } from './places.ts'
import { ownAnswer } from './routes.ts'

export interface WebRequest {
  ip: string
  port: number
  /** HTTPS is spoken whatever the certificate says: only browsers look at it. */
  protocol: 'HTTP' | 'HTTPS'
  /** The Host header, and the name in the TLS handshake. */
  host: string
  path: string
}

export type WebAnswer =
  | { kind: 'answer'; status: number; latencyMs: number }
  | { kind: 'refused' }
  | { kind: 'timeout' }

/** Sends one request. Changes nothing; where there is a choice (weights, targets) it is made by noise over world time. */
export function respond(world: World, request: WebRequest): WebAnswer {
  const place = placeAt(world, request.ip)
  switch (place.kind) {
    case 'application':
      return askLoadBalancer(world, place.region, place.balancer, request)
    case 'classic':
      return askClassic(world, place.region, place.balancer, request)
    case 'instance':
      return askInstance(world, place.region, place.instanceId, request)
    case 'server':
      return askServer(world, place.server, request)
    default:
      return { kind: 'timeout' }
  }
}

function askLoadBalancer(
  world: World,
  region: string,
  { loadBalancerArn }: LoadBalancerRecord,
  request: WebRequest,
): WebAnswer {
  const elb = world.regions[region]?.elb
  const listener = Object.values(elb?.listeners ?? {}).find(
    (known) => known.loadBalancerArn === loadBalancerArn && known.port === request.port,
  )
  if (!elb || !listener) return { kind: 'refused' }
  const mismatch = otherProtocol(listener, request)
  if (mismatch) return mismatch
  const actions = actionsFor(elb, listener, request)
  const groups = forwards(actions).filter(({ weight }) => weight > 0)
  if (groups.length === 0) return own(Math.abs(ownAnswer(actions)))
  return askGroup(world, region, elb, chosen(groups, keyOf(world, request)), request)
}

/** The answer of a listener that expects another protocol. */
function otherProtocol(listener: ListenerRecord, { protocol }: WebRequest): WebAnswer | undefined {
  if (listener.protocol === 'HTTP' && protocol === 'HTTPS') return { kind: 'refused' }
  if (listener.protocol === 'HTTPS' && protocol === 'HTTP') return own(400)
  return undefined
}

function askGroup(
  world: World,
  region: string,
  elb: ElbTables,
  targetGroupArn: string,
  request: WebRequest,
): WebAnswer {
  const group = elb.targetGroups[targetGroupArn]
  const targets = group ? rotation(group) : []
  const target = targets[Math.floor(noise(`target/${keyOf(world, request)}`) * targets.length)]
  if (!target) return own(503)
  const endpoint = endpointAt(world, region, target.id, target.port)
  if (!endpoint || endpoint.readyAt > world.now) return own(502)
  const answer = behave(endpoint.behaviour, request.path, keyOf(world, request))
  return answer.kind === 'answer' ? answer : own(504)
}

function chosen(groups: { targetGroupArn: string; weight: number }[], key: string): string {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0)
  let left = noise(`weight/${key}`) * total
  const found = groups.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  return found?.targetGroupArn ?? ''
}

function keyOf(world: World, { ip, host, path }: WebRequest): string {
  return `${ip}/${host}${path}/${world.now}`
}

function own(status: number): WebAnswer {
  return { kind: 'answer', status, latencyMs: OWN_MS }
}
