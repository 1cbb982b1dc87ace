/** How a target group's targets answer the requests of one population: shares of each outcome, and latency. */
import type { TargetGroupRecord, TargetRecord } from '../../world/elb-tables.ts'
import { record } from '../../world/history.ts'
import type { ClientPopulation } from '../../world/traffic-tables.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { answerTo } from '../elb/probe.ts'
import { type Endpoint, endpointAt } from '../endpoints.ts'

/** Outcomes of a request that was routed to a target group; those that start with `elb` are the load balancer's own. */
export const OUTCOMES = ['elb503', 'elb502', 'elb504', '5xx', '4xx', '3xx', '2xx'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Handler of `answers-due`. */
export function onAnswersDue(world: World, event: ScheduledEvent): void {
  const region = world.regions[event.region]
  const group = region?.elb.targetGroups[event.subject]
  if (!region || !group) return
  delete group.answersDue
  for (const population of Object.values(world.clients)) {
    if (event.subject in (population.routes ?? {})) recordAnswers(world, region, event.subject, population)
  }
  recordRotation(world, region, group)
}

/** Records the shares (0..1) of `outcome/<population>/<group>/<outcome>` and `latency/<population>/<group>` in ms. */
export function recordAnswers(
  world: World,
  region: RegionTables,
  targetGroupArn: string,
  population: ClientPopulation,
): void {
  const group = region.elb.targetGroups[targetGroupArn]
  if (!group) return
  const endpoints = rotation(group).map((target) => endpointAt(world, region.name, target.id, target.port))
  recordOutcomes(world, region, `${population.name}/${targetGroupArn}`, endpoints, population.path)
}

/** Records how some endpoints, which share the requests equally, answer them: `key` is `<population>/<what it is sent to>`. */
export function recordOutcomes(
  world: World,
  { history }: RegionTables,
  key: string,
  endpoints: (Endpoint | undefined)[],
  path: string,
): void {
  const { shares, latencyMs } = answersOf(world, endpoints, path)
  for (const outcome of OUTCOMES) record(history, `outcome/${key}/${outcome}`, world.now, shares[outcome])
  record(history, `latency/${key}`, world.now, latencyMs)
}

function recordRotation(world: World, region: RegionTables, group: TargetGroupRecord): void {
  const endpoints = rotation(group).map((target) => endpointAt(world, region.name, target.id, target.port))
  recordLimit(world, region, group.targetGroupArn, endpoints)
}

/** Records how many endpoints share the requests, and how many requests a second break them (-1: no limit). */
export function recordLimit(
  world: World,
  { history }: RegionTables,
  key: string,
  endpoints: (Endpoint | undefined)[],
): void {
  const limits = endpoints.flatMap((endpoint) => endpoint?.behaviour.breaksAboveRps ?? [])
  const limit = limits.length > 0 ? Math.min(...limits) * endpoints.length : -1
  record(history, `rotation/${key}`, world.now, endpoints.length)
  record(history, `limit/${key}`, world.now, limit)
}

/** The targets that get requests: the healthy ones, or when there is none, all (the load balancer "fails open"). */
export function rotation(group: TargetGroupRecord): TargetRecord[] {
  const targets = Object.values(group.targets)
  const healthy = targets.filter(({ state }) => state === 'healthy' || state === 'unavailable')
  if (healthy.length > 0) return healthy
  return targets.filter(({ state }) => state === 'unhealthy' || state === 'initial')
}

function answersOf(
  world: World,
  endpoints: (Endpoint | undefined)[],
  path: string,
): { shares: Record<Outcome, number>; latencyMs: number } {
  const shares = { elb503: 0, elb502: 0, elb504: 0, '5xx': 0, '4xx': 0, '3xx': 0, '2xx': 0 }
  if (endpoints.length === 0) return { shares: { ...shares, elb503: 1 }, latencyMs: 0 }
  let latency = 0
  let answering = 0
  for (const endpoint of endpoints) {
    if (!endpoint || endpoint.readyAt > world.now) {
      shares.elb502 += 1 / endpoints.length
      continue
    }
    const { status, latencyMs } = answerTo(endpoint.behaviour, path)
    const errors = status === 0 ? 0 : (endpoint.behaviour.errorShare ?? 0)
    shares[outcomeOf(status)] += (1 - errors) / endpoints.length
    shares['5xx'] += errors / endpoints.length
    if (status === 0) continue
    latency += latencyMs
    answering += 1
  }
  return { shares, latencyMs: answering === 0 ? 0 : latency / answering }
}

function outcomeOf(status: number): Outcome {
  if (status === 0) return 'elb504'
  if (status >= 500) return '5xx'
  if (status >= 400) return '4xx'
  return status >= 300 ? '3xx' : '2xx'
}
