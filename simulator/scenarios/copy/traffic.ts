/** Visitors of a copy's hostname: as many as its old servers counted, by the usual resolvers. */
import type {
  GetMetricDataCommandInput,
  GetMetricDataCommandOutput,
  MetricStat,
} from '@aws-sdk/client-cloudwatch'
import { classicLoadBalancerNamed, loadBalancerNamed } from '../../engine/dns/addresses.ts'
import { addResolvers } from '../../engine/dns/resolvers.ts'
import { addVisitors } from '../../engine/traffic/visitors.ts'
import type { World } from '../../world/world.ts'
import { kindsOfVisitors } from '../migration/visitors.ts'
import type { Destinations, Hostname } from './hostname.ts'
import { answersOf, type RecordedCall } from './recorded.ts'

/** Mean requests a second where nobody counted: enough for a guard to judge a tenth of it. */
const unknownRps = 10

/** Load balancers count; servers on premises and addresses do not. */
export function copyTraffic(
  world: World,
  recorded: readonly RecordedCall[],
  { region, hostname, destinations }: { region: string; hostname: Hostname; destinations: Destinations },
): void {
  addResolvers(world)
  const { zone, name } = hostname
  const [vpc] = zone.vpcs
  // What only a network can resolve is asked for inside it.
  const inside = zone.privateZone && vpc !== undefined
  const office = world.internet.resolvers['corporate']
  if (inside && office) for (const site of office.sites) site.vpcId = vpc.vpcId
  const rps = meanRps(world, recorded, destinations) ?? unknownRps
  const host = name.replace(/\.$/, '')
  for (const [kind, { share, resolver, ...how }] of Object.entries(kindsOfVisitors)) {
    addVisitors(world, {
      ...how,
      resolver: inside ? 'corporate' : resolver,
      name: `visitors-${kind}`,
      region,
      host,
      swing: 0.3,
      rps: rps * share,
    })
  }
  if (destinations.addresses.some((address) => address.includes(':')) && !inside)
    addVisitors(world, {
      name: 'visitors-ipv6',
      resolver: 'google',
      ipv6: true,
      region,
      host,
      swing: 0.3,
      rps: rps / 10,
    })
}

/** Requests a second of the load balancers that the hostname leads to; undefined when none of them counted any. */
function meanRps(
  world: World,
  recorded: readonly RecordedCall[],
  { balancers }: Destinations,
): number | undefined {
  const wanted = new Set(balancers.map((name) => dimensionOf(world, name)))
  const answers = answersOf<GetMetricDataCommandInput, GetMetricDataCommandOutput>(
    recorded,
    'cloudwatch',
    'GetMetricData',
  )
  const means = new Map<string, number>()
  for (const { input, output } of answers) {
    for (const { Id, MetricStat: stat } of input.MetricDataQueries ?? []) {
      const who = countedBy(stat)
      const values = valuesOf(output, Id)
      if (who === undefined || !wanted.has(who) || values.length === 0) continue
      const sum = values.reduce((total, value) => total + value, 0)
      means.set(who, sum / values.length / (stat?.Period ?? 60))
    }
  }
  return means.size > 0 ? [...means.values()].reduce((total, mean) => total + mean, 0) : undefined
}

function valuesOf({ MetricDataResults = [] }: Partial<GetMetricDataCommandOutput>, id?: string): number[] {
  return MetricDataResults.filter(({ Id }) => Id === id).flatMap(({ Values = [] }) => Values)
}

/** The load balancer whose requests are counted as a whole: with further dimensions it would be a part of them. */
function countedBy(stat: MetricStat | undefined): string | undefined {
  const { MetricName, Dimensions = [] } = stat?.Metric ?? {}
  return MetricName === 'RequestCount' && Dimensions.length === 1 ? Dimensions[0]?.Value : undefined
}

/** What CloudWatch calls the load balancer with this DNS name. */
function dimensionOf(world: World, dnsName: string): string | undefined {
  const newer = loadBalancerNamed(world, dnsName)
  if (newer) return newer.loadBalancerArn.split(':loadbalancer/')[1]
  return classicLoadBalancerNamed(world, dnsName)?.balancer.name
}
