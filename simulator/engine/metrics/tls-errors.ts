/** `ClientTLSNegotiationErrorCount`: connections that clients gave up because they did not believe the certificate. */
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import { requestsBetween } from '../traffic/rate.ts'
import { wholeRequests } from './requests.ts'
import { minuteOf, segments } from './segments.ts'
import type { Datum } from './statistics.ts'
import type { Window } from './window.ts'

/** Minutes with such connections to a load balancer. */
export function tlsErrors({ world, region, from, to }: Window, balancer: LoadBalancerRecord): Datum[] {
  const minutes = new Map<number, number>()
  for (const { name, loadBalancerArn } of Object.values(world.clients)) {
    const keys = [`untrusted/${name}`, `swing/${name}`]
    if (loadBalancerArn !== balancer.loadBalancerArn || !region.history[`untrusted/${name}`]) continue
    for (const { from: start, to: end, values } of segments(region.history, keys, from, to)) {
      const [rps = 0, swing = 0] = values
      const at = minuteOf(start)
      if (rps > 0) {
        minutes.set(at, (minutes.get(at) ?? 0) + requestsBetween(region.name, rps, swing, start, end))
      }
    }
  }
  return [...minutes].flatMap(([at, expected]) => {
    const count = wholeRequests(expected, `tls/${balancer.loadBalancerArn}/${at}`)
    return count > 0 ? { at, sum: count, min: 1, max: 1, count } : []
  })
}
