/** `AWS/EC2`: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html */
import type { InstanceRecord } from '../../world/ec2-tables.ts'
import { noise } from '../../world/random.ts'
import { requestsOf, routed } from './load-balancing.ts'
import { minuteOf, MINUTE_MS, segments } from './segments.ts'
import type { Datum } from './statistics.ts'
import type { Window } from './window.ts'

export const INSTANCE_METRICS = ['NetworkPacketsIn', 'NetworkPacketsOut']

/** Basic monitoring gives points of five minutes. */
const PERIOD_MS = 5 * MINUTE_MS

/** Packets each way that a request takes, TLS and acknowledgements included. */
const PER_REQUEST: Record<string, number> = { NetworkPacketsIn: 14, NetworkPacketsOut: 18 }

/** Packets a minute of a machine nobody visits: time, names, its agents. */
const AT_REST = 25

/** Points of an instance that is no container instance; none while it is stopped. */
export function instanceData(window: Window, instance: InstanceRecord, name: string): Datum[] {
  const each = PER_REQUEST[name]
  if (each === undefined) return []
  const began = window.region.history[`up/${instance.instanceId}`]?.[0]?.[0] ?? instance.launchedAt
  const from = Math.max(Math.floor(window.from / PERIOD_MS), Math.ceil(began / PERIOD_MS))
  const to = Math.floor(window.to / PERIOD_MS) * PERIOD_MS
  if (from * PERIOD_MS >= to) return []
  const whole = { ...window, from: from * PERIOD_MS, to }
  const requests = requestsTo(whole, instance.instanceId)
  const data = new Map<number, Datum>()
  for (const at of minutesUp(whole, instance)) {
    const rest = AT_REST * (0.8 + 0.4 * noise(`${name}/${instance.instanceId}/${at}`))
    const packets = Math.round((requests.get(at) ?? 0) * each + rest)
    const start = Math.floor(at / PERIOD_MS) * PERIOD_MS
    const known = data.get(start) ?? { at: start, sum: 0, min: packets, max: packets, count: 0 }
    data.set(start, {
      at: start,
      sum: known.sum + packets,
      min: Math.min(known.min, packets),
      max: Math.max(known.max, packets),
      count: known.count + 1,
    })
  }
  return [...data.values()]
}

/** Requests by minute, straight to an Elastic IP and as a share of classic load balancers. */
function requestsTo(window: Window, instanceId: string): Map<number, number> {
  const minutes = new Map<number, number>()
  const note = (at: number, requests: number): unknown => minutes.set(at, (minutes.get(at) ?? 0) + requests)
  for (const { at, outcomes } of requestsOf(window, { targetGroupArn: `instance/${instanceId}` })) {
    note(at, routed(outcomes))
  }
  for (const { name, instances } of Object.values(window.region.classicLoadBalancers)) {
    if (!instances.includes(instanceId)) continue
    for (const { at, outcomes, rotation } of requestsOf(window, { targetGroupArn: `classic/${name}` })) {
      if (rotation > 0) note(at, routed(outcomes) / rotation)
    }
  }
  return minutes
}

/** Minutes in which it ran. Without visitors in the world nobody recorded when it did: then as it is now. */
function minutesUp({ region, from, to }: Window, { instanceId, state }: InstanceRecord): number[] {
  const key = `up/${instanceId}`
  const minutes = new Set<number>()
  const known = region.history[key] !== undefined
  for (const { from: at, values } of segments(region.history, [key], from, to)) {
    if (known ? values[0] === 1 : state === 'running') minutes.add(minuteOf(at))
  }
  return [...minutes]
}
