/** Where clients' requests go: through the listener's rules to target groups by weight, or to an answer of the ELB itself. */
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import { record } from '../../world/history.ts'
import type { ClientPopulation } from '../../world/traffic-tables.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { actionsFor } from '../elb/routing.ts'
import { forwards } from '../elb/usage.ts'
import { recordAnswers } from './answers.ts'

/** Handler of `routes-due`: routes every population of the load balancer again. */
export function onRoutesDue(world: World, event: ScheduledEvent): void {
  const region = world.regions[event.region]
  const balancer = region?.elb.loadBalancers[event.subject]
  if (!region || !balancer) return
  delete balancer.routesDue
  for (const population of Object.values(world.clients)) {
    if (population.loadBalancerArn === event.subject) reroute(world, region, population)
  }
}

function reroute(world: World, region: RegionTables, population: ClientPopulation): void {
  const { routes, localStatus } = routesOf(region, population)
  const { history } = region
  const { name } = population
  for (const arn of Object.keys(population.routes ?? {})) {
    if (!(arn in routes)) record(history, `share/${name}/${arn}`, world.now, 0)
  }
  for (const [arn, share] of Object.entries(routes)) {
    record(history, `share/${name}/${arn}`, world.now, share)
  }
  record(history, `local/${name}`, world.now, localStatus)
  population.routes = routes
  for (const arn of Object.keys(routes)) recordAnswers(world, region, arn, population)
}

/** Shares by target group, and the status the load balancer answers by itself (0: none, negative: for want of a target). */
function routesOf(
  region: RegionTables,
  population: ClientPopulation,
): { routes: Record<string, number>; localStatus: number } {
  const listener = Object.values(region.elb.listeners).find(
    (known) => known.loadBalancerArn === population.loadBalancerArn && known.port === population.port,
  )
  // Nobody listens: the connection is refused and no load balancer metric sees it.
  if (!listener) return { routes: {}, localStatus: 0 }
  const actions = actionsFor(region.elb, listener, population)
  const groups = forwards(actions)
  const total = groups.reduce((sum, group) => sum + group.weight, 0)
  if (total === 0) return { routes: {}, localStatus: ownAnswer(actions) }
  const routes: Record<string, number> = {}
  for (const { targetGroupArn, weight } of groups) {
    if (weight > 0) routes[targetGroupArn] = (routes[targetGroupArn] ?? 0) + weight / total
  }
  return { routes, localStatus: 0 }
}

/** The status of a fixed response or redirect; -503 where no group with a weight is forwarded to. */
export function ownAnswer(actions: Action[]): number {
  for (const { FixedResponseConfig, RedirectConfig } of actions) {
    if (FixedResponseConfig) return Number(FixedResponseConfig.StatusCode)
    if (RedirectConfig) return RedirectConfig.StatusCode === 'HTTP_302' ? 302 : 301
  }
  // Forwarded to groups of which none has a weight: no target, but no fixed response either (hence the sign).
  return -503
}
