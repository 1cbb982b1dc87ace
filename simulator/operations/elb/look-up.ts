/** Finding the classic load balancers a call names, and AWS's error when one is not there. */
import { AwsError } from '../../operation.ts'
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'

/** @throws AwsError LoadBalancerNotFound */
export function balancerByName(region: RegionTables, name = ''): ClassicLoadBalancerRecord {
  const found = Object.hasOwn(region.classicLoadBalancers, name)
    ? region.classicLoadBalancers[name]
    : undefined
  if (!found) throw new AwsError('LoadBalancerNotFound', `There is no ACTIVE Load Balancer named '${name}'`)
  return found
}
