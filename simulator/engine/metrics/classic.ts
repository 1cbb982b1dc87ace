/** `AWS/ELB`, classic load balancers: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html */
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import { type Reading, requestsOf, responseTime, routed, times } from './load-balancing.ts'
import { minuteOf, segments } from './segments.ts'
import { type Datum, single } from './statistics.ts'
import { since, type Window } from './window.ts'

const READINGS: Record<string, Reading> = {
  RequestCount: times(routed),
  Latency: responseTime,
  BackendConnectionErrors: times((outcomes) => outcomes.elb502),
  HTTPCode_Backend_2XX: times((outcomes) => outcomes['2xx']),
  HTTPCode_Backend_3XX: times((outcomes) => outcomes['3xx']),
  HTTPCode_Backend_4XX: times((outcomes) => outcomes['4xx']),
  HTTPCode_Backend_5XX: times((outcomes) => outcomes['5xx']),
  HTTPCode_ELB_5XX: times(({ elb502, elb503, elb504 }) => elb502 + elb503 + elb504),
}

const HOSTS: Record<string, string> = { HealthyHostCount: 'healthy', UnHealthyHostCount: 'unhealthy' }

export const CLASSIC_METRICS = Object.keys({ ...READINGS, ...HOSTS })

/** Minutes of a metric with the dimension LoadBalancerName. */
export function classicData(window: Window, balancer: ClassicLoadBalancerRecord, name: string): Datum[] {
  const inside = since(window, balancer.createdAt)
  const key = `classic/${balancer.name}`
  if (HOSTS[name]) return hosts(inside, `${HOSTS[name]}/${key}`)
  const reading = READINGS[name]
  if (!reading) return []
  return requestsOf(inside, { targetGroupArn: key }).flatMap((minute) => reading(minute) ?? [])
}

/** One sample a minute: what held at its end. */
function hosts({ region, from, to }: Window, key: string): Datum[] {
  const minutes = new Map<number, Datum>()
  if (!region.history[key]) return []
  for (const { from: at, values } of segments(region.history, [key], from, to)) {
    minutes.set(minuteOf(at), single(minuteOf(at), values[0] ?? 0))
  }
  return [...minutes.values()]
}
