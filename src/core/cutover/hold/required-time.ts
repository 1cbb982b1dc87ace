/** How long a hostname is held before its legacy may be shut down. */
import type { PlanParams } from '../params.ts'

const hour = 3_600_000

const least = 4 * hour

/**
 * ms from INSYNC of the state in which the hold begins. Caches and open connections outlast what they were told: twice over.
 * @param clientKeepAlive seconds for which the legacy load balancer keeps idle connections of clients; undefined where not known.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
 */
export function requiredHold(
  { holdMs, originalTtl }: Pick<PlanParams, 'holdMs' | 'originalTtl'>,
  clientKeepAlive = 0,
): number {
  return Math.max(holdMs, least, 2000 * originalTtl, 2000 * clientKeepAlive)
}
