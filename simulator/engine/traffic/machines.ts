/** How machines answer that requests reach without an application load balancer: instances, servers, classic load balancers. */
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import type { ServerRecord } from '../../world/internet-tables.ts'
import { noise } from '../../world/random.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { classicInstanceHealth } from '../elb/classic.ts'
import { answerTo } from '../elb/probe.ts'
import { endpointAt } from '../endpoints.ts'
import type { WebAnswer, WebRequest } from './respond.ts'

/** ms that a load balancer's own answer takes. */
export const OWN_MS = 2

/** An instance asked at its own address. */
export function askInstance(
  world: World,
  region: string,
  instanceId: string,
  { port, path }: Pick<WebRequest, 'port' | 'path'>,
): WebAnswer {
  const instance = world.regions[region]?.ec2.instances[instanceId]
  // Packets to an address without a running machine are lost; a running machine refuses what it does not serve.
  if (instance && instance.state !== 'running') return { kind: 'timeout' }
  const endpoint = endpointAt(world, region, instanceId, port)
  if (!endpoint || endpoint.readyAt > world.now) return { kind: 'refused' }
  return behave(endpoint.behaviour, path, `${instanceId}/${world.now}`)
}

export function askServer(world: World, server: ServerRecord, { port, path }: WebRequest): WebAnswer {
  if (server.stopped) return { kind: 'timeout' }
  const open = server.listening.find((one) => one.port === port)
  if (!open) return { kind: 'refused' }
  return behave(world.images[open.image] ?? {}, path, `${server.name}/${world.now}`)
}

/** One request to a classic load balancer: an instance in service answers, or it answers by itself. */
export function askClassic(
  world: World,
  region: string,
  balancer: ClassicLoadBalancerRecord,
  request: WebRequest,
): WebAnswer {
  const listener = balancer.listeners.find(({ loadBalancerPort }) => loadBalancerPort === request.port)
  const encrypted = ['HTTPS', 'SSL'].includes(listener?.protocol ?? '')
  if (!listener || encrypted !== (request.protocol === 'HTTPS')) return { kind: 'refused' }
  const instances = inService(world, region, balancer)
  const luck = noise(`instance/${request.ip}/${request.host}${request.path}/${world.now}`)
  const instanceId = instances[Math.floor(luck * instances.length)]
  if (instanceId === undefined) return { kind: 'answer', status: 503, latencyMs: OWN_MS }
  const asked = { port: listener.instancePort, path: request.path }
  const answer = askInstance(world, region, instanceId, asked)
  if (answer.kind === 'answer') return answer
  return { kind: 'answer', status: answer.kind === 'refused' ? 502 : 504, latencyMs: OWN_MS }
}

/** Ids of the instances that get requests. A classic load balancer sends none to an instance out of service. */
export function inService(world: World, region: string, balancer: ClassicLoadBalancerRecord): string[] {
  return balancer.instances.filter(
    (id) => classicInstanceHealth(world, region, balancer, id).state === 'InService',
  )
}

/** How software answers one request to a path; `key` decides about its share of errors. */
export function behave(behaviour: ImageBehaviour, path: string, key: string): WebAnswer {
  const { status, latencyMs } = answerTo(behaviour, path)
  if (status === 0) return { kind: 'timeout' }
  const failed = noise(`failed/${key}`) < (behaviour.errorShare ?? 0)
  return { kind: 'answer', status: failed ? 500 : status, latencyMs }
}
