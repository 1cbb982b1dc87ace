/** Asks for traffic to be looked at again, once for all changes of the same moment. */
import type { World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'

/** Listeners, rules or clients of a load balancer changed: where do requests go now? */
export function scheduleRoutes(world: World, region: string, loadBalancerArn: string): void {
  const balancer = world.regions[region]?.elb.loadBalancers[loadBalancerArn]
  if (!balancer || balancer.routesDue) return
  balancer.routesDue = true
  scheduleVisits(world)
  scheduleNames(world)
  schedule(world, 0, { kind: 'routes-due', region, subject: loadBalancerArn })
}

/** Targets of a group, or the software behind them, changed: how are requests answered now? */
export function scheduleAnswers(world: World, region: string, targetGroupArn: string): void {
  const group = world.regions[region]?.elb.targetGroups[targetGroupArn]
  if (!group || group.answersDue || group.loadBalancerArns.length === 0) return
  group.answersDue = true
  scheduleNames(world)
  schedule(world, 0, { kind: 'answers-due', region, subject: targetGroupArn })
}

/** Servers, instances or classic load balancers that visitors reach by address changed: where do visits end now? */
export function scheduleVisits(world: World): void {
  const { internet } = world
  if (internet.visitsDue || Object.keys(internet.visitors).length === 0) return
  internet.visitsDue = true
  schedule(world, 0, { kind: 'visits-due', region: 'global', subject: 'visitors' })
}

/** Records, or the health of what they lead to, changed: do the resolvers' caches still tell what name servers answer? */
export function scheduleNames(world: World): void {
  const { internet } = world
  if (internet.namesDue || Object.keys(internet.caches).length === 0) return
  internet.namesDue = true
  schedule(world, 0, { kind: 'names-due', region: 'global', subject: 'resolvers' })
}
