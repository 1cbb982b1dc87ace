/** Which target groups are in use: a listener or rule of some load balancer forwards to them. */
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { TargetGroupRecord, TargetRecord } from '../../world/elb-tables.ts'
import type { World } from '../../world/world.ts'

/** The target groups a list of actions forwards to, with their weights (a group alone weighs 1). */
export function forwards(actions: Action[]): { targetGroupArn: string; weight: number }[] {
  return actions.flatMap((action) => {
    const groups = action.ForwardConfig?.TargetGroups ?? []
    if (groups.length > 0) {
      return groups.map((group) => ({
        targetGroupArn: group.TargetGroupArn ?? '',
        weight: group.Weight ?? 1,
      }))
    }
    return action.TargetGroupArn ? [{ targetGroupArn: action.TargetGroupArn, weight: 1 }] : []
  })
}

/** A load balancer forwards to some groups now, besides what it did before. Returns those for which that is new. */
export function addUsage(
  world: World,
  region: string,
  loadBalancerArn: string,
  actions: Action[],
): TargetGroupRecord[] {
  const groups = world.regions[region]?.elb.targetGroups ?? {}
  return forwards(actions).flatMap(({ targetGroupArn }) => {
    const group = groups[targetGroupArn]
    if (!group || group.loadBalancerArns.includes(loadBalancerArn)) return []
    group.loadBalancerArns = [...group.loadBalancerArns, loadBalancerArn].toSorted()
    return [group]
  })
}

/** Writes into every target group which load balancers forward to it. Returns the groups for which that changed. */
export function refreshUsage(world: World, region: string): TargetGroupRecord[] {
  const elb = world.regions[region]?.elb
  if (!elb) return []
  const users = new Map<string, Set<string>>()
  const note = (loadBalancerArn: string, actions: Action[]): void => {
    for (const { targetGroupArn } of forwards(actions)) {
      const known = users.get(targetGroupArn) ?? new Set()
      users.set(targetGroupArn, known.add(loadBalancerArn))
    }
  }
  for (const listener of Object.values(elb.listeners)) note(listener.loadBalancerArn, listener.defaultActions)
  for (const rule of Object.values(elb.rules)) {
    const listener = elb.listeners[rule.listenerArn]
    if (listener) note(listener.loadBalancerArn, rule.actions)
  }
  return Object.values(elb.targetGroups).filter((group) => {
    const now = [...(users.get(group.targetGroupArn) ?? [])].toSorted()
    if (now.join(' ') === group.loadBalancerArns.join(' ')) return false
    group.loadBalancerArns = now
    return true
  })
}

/** Why a target gets neither requests nor health checks, or undefined when it does. */
export function notInUse(
  world: World,
  region: string,
  group: TargetGroupRecord,
  target: TargetRecord,
): { reason: string; description: string } | undefined {
  const balancers = group.loadBalancerArns.flatMap(
    (arn) => world.regions[region]?.elb.loadBalancers[arn] ?? [],
  )
  if (balancers.length === 0) {
    const description = 'Target group is not configured to receive traffic from the load balancer'
    return { reason: 'Target.NotInUse', description }
  }
  const zone = target.availabilityZone
  const zones = balancers.flatMap((balancer) => balancer.subnets.map((subnet) => subnet.availabilityZone))
  if (zone === undefined || zone === 'all' || zones.length === 0 || zones.includes(zone)) return undefined
  const description = 'Target is in an Availability Zone that is not enabled for the load balancer'
  return { reason: 'Target.NotInUse', description }
}
