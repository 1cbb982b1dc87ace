/** `AWS/ApplicationELB`: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
import type { LoadBalancerRecord, TargetGroupRecord } from '../../world/elb-tables.ts'
import { groupRequests, localAnswers, noOutcomes, type RequestMinute } from './requests.ts'
import { minuteOf, segments } from './segments.ts'
import { type Datum, single, spreadFactor } from './statistics.ts'
import { tlsErrors } from './tls-errors.ts'
import { since, type Window } from './window.ts'

/** Reads one minute of requests; undefined where AWS has no data point. */
export type Reading = (minute: RequestMinute) => Datum | undefined

/** Counting metrics: every request is a sample of value 1, and no request means no data point. */
export function times(of: (outcomes: RequestMinute['outcomes']) => number): Reading {
  return ({ at, outcomes }) => {
    const count = of(outcomes)
    return count > 0 ? { at, sum: count, min: 1, max: 1, count } : undefined
  }
}

/** Answered by a target, or tried: requests the load balancer could not place are not counted as requests. */
export function routed(outcomes: RequestMinute['outcomes']): number {
  return answered(outcomes) + outcomes.elb502 + outcomes.elb504
}

function answered(outcomes: RequestMinute['outcomes']): number {
  return outcomes['2xx'] + outcomes['3xx'] + outcomes['4xx'] + outcomes['5xx']
}

export function responseTime({ at, outcomes, latencyMs }: RequestMinute): Datum | undefined {
  const count = answered(outcomes)
  if (count === 0) return undefined
  const mean = latencyMs / count / 1000
  const [min, max] =
    count === 1 ? [mean, mean] : [mean * spreadFactor(0.5 / count), mean * spreadFactor(1 - 0.5 / count)]
  return { at, sum: mean * count, min, max, count, spread: true }
}

/** Metrics of the requests that reached a target group; also given for the whole load balancer. */
const BOTH: Record<string, Reading> = {
  RequestCount: times(routed),
  TargetResponseTime: responseTime,
  TargetConnectionErrorCount: times((outcomes) => outcomes.elb502),
  HTTPCode_Target_2XX_Count: times((outcomes) => outcomes['2xx']),
  HTTPCode_Target_3XX_Count: times((outcomes) => outcomes['3xx']),
  HTTPCode_Target_4XX_Count: times((outcomes) => outcomes['4xx']),
  HTTPCode_Target_5XX_Count: times((outcomes) => outcomes['5xx']),
}

const LOAD_BALANCER_ONLY: Record<string, Reading> = {
  HTTPCode_ELB_502_Count: times((outcomes) => outcomes.elb502),
  HTTPCode_ELB_504_Count: times((outcomes) => outcomes.elb504),
}

/** Mean connections that stay open for each request a second: clients keep them for about five seconds. */
const OPEN_SECONDS = 5

const CONNECTIONS: Record<string, Reading> = {
  ActiveConnectionCount: ({ at, outcomes, latencyMs }) => {
    const seconds = (routed(outcomes) * OPEN_SECONDS) / 60 + latencyMs / 60_000
    return seconds > 0 ? single(at, Math.ceil(seconds)) : undefined
  },
  NewConnectionCount: times((outcomes) => Math.ceil(routed(outcomes) / OPEN_SECONDS)),
}

/** Answers the load balancer gave by itself: which statuses count. */
export const OWN_ANSWERS: Record<string, (status: number) => boolean> = {
  HTTPCode_ELB_3XX_Count: (status) => status >= 300 && status < 400,
  HTTPCode_ELB_4XX_Count: (status) => status >= 400 && status < 500,
  HTTPCode_ELB_5XX_Count: (status) => Math.abs(status) >= 500,
  HTTPCode_ELB_503_Count: (status) => Math.abs(status) === 503,
  HTTP_Redirect_Count: (status) => status >= 300 && status < 400,
  HTTP_Fixed_Response_Count: (status) => status > 0 && (status < 300 || status >= 400),
}

const HOSTS: Record<string, string> = { HealthyHostCount: 'healthy', UnHealthyHostCount: 'unhealthy' }

export const TLS_ERRORS = 'ClientTLSNegotiationErrorCount'

export const LOAD_BALANCER_METRICS = Object.keys({
  ...BOTH,
  ...LOAD_BALANCER_ONLY,
  ...CONNECTIONS,
  ...OWN_ANSWERS,
  [TLS_ERRORS]: true,
})
export const TARGET_GROUP_METRICS = [...Object.keys({ ...BOTH, ...HOSTS }), 'RequestCountPerTarget']

/** Minutes of a metric with the dimension LoadBalancer. */
export function loadBalancerData(window: Window, balancer: LoadBalancerRecord, name: string): Datum[] {
  const inside = since(window, balancer.createdAt)
  if (OWN_ANSWERS[name]) return ownAnswers(inside, balancer, name, OWN_ANSWERS[name])
  if (name === TLS_ERRORS) return tlsErrors(inside, balancer)
  const reading = BOTH[name] ?? LOAD_BALANCER_ONLY[name] ?? CONNECTIONS[name]
  if (!reading) return []
  return merged(groupsOf(window, balancer).map((group) => requestsOf(inside, group))).flatMap(
    (minute) => reading(minute) ?? [],
  )
}

/** Minutes of a metric with the dimensions LoadBalancer and TargetGroup. */
export function targetGroupData(window: Window, group: TargetGroupRecord, name: string): Datum[] {
  const inside = since(window, group.createdAt)
  if (HOSTS[name]) return hosts(inside, group, HOSTS[name])
  if (name === 'RequestCountPerTarget') {
    return requestsOf(inside, group).flatMap(({ at, outcomes, rotation }) =>
      rotation > 0 && routed(outcomes) > 0 ? single(at, routed(outcomes) / rotation) : [],
    )
  }
  const reading = BOTH[name]
  return reading ? requestsOf(inside, group).flatMap((minute) => reading(minute) ?? []) : []
}

/** Requests to a target group, minute by minute. */
export function requestsOf(
  window: Window,
  { targetGroupArn }: Pick<TargetGroupRecord, 'targetGroupArn'>,
): RequestMinute[] {
  const key = `${targetGroupArn}/${window.from}/${window.to}`
  const known = window.memo.requests.get(key)
  if (known) return known
  const { world, region, from, to } = window
  const made = groupRequests(world, region, targetGroupArn, from, to)
  window.memo.requests.set(key, made)
  return made
}

function groupsOf({ region, world }: Window, balancer: LoadBalancerRecord): TargetGroupRecord[] {
  const names = Object.values(world.clients)
    .filter((population) => population.loadBalancerArn === balancer.loadBalancerArn)
    .map(({ name }) => name)
  return Object.values(region.elb.targetGroups).filter((group) =>
    names.some((name) => region.history[`share/${name}/${group.targetGroupArn}`] !== undefined),
  )
}

function merged(groups: RequestMinute[][]): RequestMinute[] {
  const minutes = new Map<number, RequestMinute>()
  for (const minute of groups.flat()) {
    const sum = minutes.get(minute.at) ?? { at: minute.at, outcomes: noOutcomes(), latencyMs: 0, rotation: 0 }
    minutes.set(minute.at, add(sum, minute))
  }
  return [...minutes.values()].toSorted((a, b) => a.at - b.at)
}

function add(a: RequestMinute, b: RequestMinute): RequestMinute {
  const outcomes = { ...a.outcomes }
  for (const outcome of Object.keys(outcomes) as (keyof typeof outcomes)[]) {
    outcomes[outcome] += b.outcomes[outcome]
  }
  return { at: a.at, outcomes, latencyMs: a.latencyMs + b.latencyMs, rotation: a.rotation + b.rotation }
}

function ownAnswers(
  window: Window,
  balancer: LoadBalancerRecord,
  name: string,
  counts: (status: number) => boolean,
): Datum[] {
  const minutes = new Map<number, number>()
  const note = (at: number, requests: number): void => {
    if (requests > 0) minutes.set(at, (minutes.get(at) ?? 0) + requests)
  }
  for (const population of Object.values(window.world.clients)) {
    if (population.loadBalancerArn !== balancer.loadBalancerArn) continue
    for (const [at, status, requests] of localAnswers(
      window.region.history,
      population,
      window.from,
      window.to,
    )) {
      if (counts(status)) note(at, requests)
    }
  }
  for (const group of groupsOf(window, balancer)) {
    for (const { at, outcomes } of requestsOf(window, group)) {
      if (name === 'HTTPCode_ELB_503_Count') note(at, outcomes.elb503)
      if (name === 'HTTPCode_ELB_5XX_Count') note(at, outcomes.elb502 + outcomes.elb503 + outcomes.elb504)
    }
  }
  return [...minutes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, count]) => ({ at, sum: count, min: 1, max: 1, count }))
}

/** Host counts: reported while targets are registered with a group that is in use. */
function hosts(window: Window, group: TargetGroupRecord, quantity: string): Datum[] {
  const arn = group.targetGroupArn
  const nodes = Math.max(
    1,
    ...group.loadBalancerArns.map((one) => window.region.elb.loadBalancers[one]?.subnets.length ?? 1),
  )
  const data = new Map<number, Datum & { lasting: number }>()
  const keys = [`${quantity}/${arn}`, `registered/${arn}`]
  for (const { from, to, values } of segments(window.region.history, keys, window.from, window.to)) {
    const [value = 0, registered = 0] = values
    if (registered === 0) continue
    const at = minuteOf(from)
    const known = data.get(at) ?? { at, sum: 0, min: value, max: value, count: nodes, lasting: 0 }
    data.set(at, {
      ...known,
      sum: known.sum + value * (to - from),
      min: Math.min(known.min, value),
      max: Math.max(known.max, value),
      lasting: known.lasting + (to - from),
    })
  }
  return [...data.values()].map(({ at, sum, min, max, count, lasting }) => {
    return { at, sum: (sum / lasting) * count, min, max, count }
  })
}
