/** Asks for the flows of a load balancer to be computed again, once for all changes of the same moment. */
import type { World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'

/** Makes an event `flows-due` due now, unless one is already. */
export function scheduleFlows(world: World, region: string, loadBalancerArn: string): void {
  const balancer = world.regions[region]?.elb.loadBalancers[loadBalancerArn]
  if (!balancer || balancer.flowsDue) return
  balancer.flowsDue = true
  schedule(world, 0, { kind: 'flows-due', region, subject: loadBalancerArn })
}
