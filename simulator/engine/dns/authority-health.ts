/** Whether a record set counts as healthy: its health check, and for an alias the health of what it points to. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { LoadBalancerRecord, TargetGroupRecord } from '../../world/elb-tables.ts'
import type { World } from '../../world/world.ts'
import { inService } from '../traffic/machines.ts'
import { type ClassicPlace, classicLoadBalancerNamed, loadBalancerNamed } from './addresses.ts'
import { type Resolve, isHealthCheckHealthy } from './health-check.ts'
import { canonicalName } from './names.ts'
import { recordsNamed } from './zone-index.ts'
import { servedRecords } from './zone-served.ts'

/** Aliases may lead to aliases; longer chains are loops. */
const MOST_ALIASES = 8

/**
 * A record set without a health check is always healthy; an alias that evaluates its target is as healthy as that.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html
 */
export function recordHealth(world: World, set: ResourceRecordSet, resolve: Resolve, depth = 0): boolean {
  if (set.HealthCheckId !== undefined && !isHealthCheckHealthy(world, set.HealthCheckId, resolve))
    return false
  const evaluates = set.AliasTarget?.EvaluateTargetHealth === true && depth < MOST_ALIASES
  return !evaluates || targetHealth(world, set, resolve, depth)
}

function targetHealth(world: World, set: ResourceRecordSet, resolve: Resolve, depth: number): boolean {
  const { DNSName = '', HostedZoneId = '' } = set.AliasTarget ?? {}
  const target = canonicalName(DNSName)
  const owner = world.dns.hostedZones[HostedZoneId]
  if (owner) {
    const sets = recordsNamed(servedRecords(owner), target).filter(({ Type }) => Type === set.Type)
    return sets.length === 0 || sets.some((each) => recordHealth(world, each, resolve, depth + 1))
  }
  const balancer = loadBalancerNamed(world, target)
  if (balancer) return loadBalancerHealth(world, balancer)
  const classic = classicLoadBalancerNamed(world, target)
  // What other services' names lead to is not modelled, and healthy.
  return classic ? classicHealth(world, classic) : true
}

/** Unhealthy as soon as one of its target groups has no healthy target, or no target at all (API_AliasTarget). */
function loadBalancerHealth(world: World, { loadBalancerArn }: LoadBalancerRecord): boolean {
  const region = loadBalancerArn.split(':')[3] ?? ''
  const groups = Object.values(world.regions[region]?.elb.targetGroups ?? {})
  return groups.filter((group) => group.loadBalancerArns.includes(loadBalancerArn)).every(hasHealthyTarget)
}

function hasHealthyTarget({ targets }: TargetGroupRecord): boolean {
  // `unavailable` is a target of a group that sends no health checks.
  return Object.values(targets).some(({ state }) => state === 'healthy' || state === 'unavailable')
}

function classicHealth(world: World, { region, balancer }: ClassicPlace): boolean {
  return inService(world, region, balancer).length > 0
}
