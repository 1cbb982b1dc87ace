/** `orders.example.com` is on its new load balancer already: its rule still forwards to the old instances, and the new service waits beside them. */
import { createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { forward, whenHost } from '../../engine/elb/actions.ts'
import { registerTarget } from '../../engine/targets.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import type { Site } from '../building.ts'
import type { Legacy } from './legacy.ts'

/** After the load balancers and services. */
export function addOrders({ world, region, subnets }: Site, { orders }: Legacy): void {
  const { targetGroupArn } = createTargetGroup(world, region.name, {
    name: 'orders-legacy',
    healthCheck: { path: '/health', intervalSeconds: 15 },
  })
  const { loadBalancerArn } = balancerNamed(region, 'orders-alb')
  const listener = Object.values(region.elb.listeners).find(
    (one) => one.loadBalancerArn === loadBalancerArn && one.protocol === 'HTTPS',
  )
  createRule(world, region.name, {
    listenerArn: listener?.listenerArn ?? '',
    priority: 5,
    conditions: [whenHost('orders.example.com')],
    actions: [forward(targetGroupArn)],
    tags: { Team: 'orders' },
  })
  for (const [index, id] of orders.entries()) {
    const availabilityZone = subnets[index]?.availabilityZone
    registerTarget(world, region.name, targetGroupArn, {
      id,
      port: 80,
      ...(availabilityZone !== undefined && { availabilityZone }),
    })
  }
}

export function balancerNamed({ elb }: RegionTables, name: string): LoadBalancerRecord {
  const found = Object.values(elb.loadBalancers).find((one) => one.name === name)
  if (!found) throw new Error(`There is no load balancer ${name}`)
  return found
}
