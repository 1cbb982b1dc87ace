import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { expect, test } from 'vitest'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import type { Visitors } from '../../world/internet-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { regionOf } from '../../world/create.ts'
import { advanceTo } from '../advance.ts'
import { addressesOf } from '../dns/addresses.ts'
import { addResolvers } from '../dns/resolvers.ts'
import { createHostedZone } from '../dns/zone-build.ts'
import { submitChanges } from '../dns/zone-changes.ts'
import { allocateAddress, createInstance, releaseAddress, setInstanceState } from '../ec2/build.ts'
import { createClassicLoadBalancer } from '../elb/classic.ts'
import { defaultNetwork } from '../elb/build.ts'
import { balanced, listen, REGION, START, testingWorld } from '../elb/testing-world.ts'
import { allMetrics } from '../metrics/catalog.ts'
import { loadBalancerDimension, readMetric } from '../metrics/read.ts'
import { type Datum, statistic } from '../metrics/statistics.ts'
import { windowOf } from '../metrics/window.ts'
import { registerTarget } from '../targets.ts'
import { addServer, setServerStopped } from './servers.ts'
import { addVisitors, hangUp, type VisitorsOptions } from './visitors.ts'

const MINUTE = 60_000
const HOST = 'www.example.com'

interface Town {
  world: World
  zone: HostedZoneRecord
  balancer: LoadBalancerRecord
  alias: ResourceRecordSet
}

/** A load balancer with one good target, and a zone. */
function town(records: ResourceRecordSet[] = [], ipAddressType: 'ipv4' | 'dualstack' = 'ipv4'): Town {
  const world = testingWorld()
  addResolvers(world)
  const { group, loadBalancerArn } = balanced(world)
  listen(world, '10.0.0.1', {})
  registerTarget(world, REGION, group.targetGroupArn, { id: '10.0.0.1', port: 80 })
  const balancer = regionOf(world, REGION).elb.loadBalancers[loadBalancerArn]
  if (!balancer) throw new Error('no load balancer')
  balancer.ipAddressType = ipAddressType
  const zone = createHostedZone(world, { name: 'example.com', records })
  advanceTo(world, START + MINUTE)
  return { world, zone, balancer, alias: aliasTo(balancer) }
}

function aliasTo({ dnsName, canonicalHostedZoneId }: LoadBalancerRecord): ResourceRecordSet {
  const AliasTarget = { DNSName: dnsName, HostedZoneId: canonicalHostedZoneId, EvaluateTargetHealth: false }
  return { Name: HOST, Type: 'A', AliasTarget }
}

function a(TTL: number, ...values: string[]): ResourceRecordSet {
  return { Name: HOST, Type: 'A', TTL, ResourceRecords: values.map((Value) => ({ Value })) }
}

function failover(id: string, Failover: 'PRIMARY' | 'SECONDARY', ip: string): ResourceRecordSet {
  return { ...a(60, ip), SetIdentifier: id, Failover }
}

function machine(world: World, behaviour: ImageBehaviour): { id: string; ip: string } {
  const { vpcId, subnets } = defaultNetwork(world, REGION)
  const [subnet] = subnets
  if (!subnet) throw new Error('no subnet')
  const region = regionOf(world, REGION)
  region.subnets[subnet.subnetId] ??= { ...subnet, vpcId, base: '10.9.0.0', nextHost: 4 }
  const image = `legacy-${Object.keys(region.ec2.instances).length}`
  world.images[image] = behaviour
  const { subnetId } = subnet
  const { instanceId } = createInstance(world, REGION, { subnetId, listening: [{ port: 80, image }] })
  return { id: instanceId, ip: allocateAddress(world, REGION, { instanceId }).publicIp }
}

function visit(world: World, options: Partial<VisitorsOptions> = {}): Visitors {
  const name = options.name ?? 'people'
  const standard = { region: REGION, host: HOST, resolver: 'corporate', rps: 10, protocol: 'HTTP' as const }
  addVisitors(world, { ...standard, ...options, name })
  const made = world.internet.visitors[name]
  if (!made) throw new Error('no visitors')
  return made
}

function replace({ world, zone }: Town, from: ResourceRecordSet[], to: ResourceRecordSet[]): void {
  const done = submitChanges(world, zone, [
    ...from.map((ResourceRecordSet) => ({ Action: 'DELETE' as const, ResourceRecordSet })),
    ...to.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet })),
  ])
  if ('code' in done) throw new Error(done.message)
}

/** Sum over [from, now) in minutes after START; 0 where there is no data. */
function sum(
  world: World,
  namespace: string,
  name: string,
  dimensions: Record<string, string>,
  from = 0,
): number {
  const data: Datum[] = readMetric(
    windowOf(world, regionOf(world, REGION), START + from * MINUTE, world.now),
    {
      namespace,
      name,
      dimensions,
    },
  )
  return data.length === 0 ? 0 : statistic('Sum', data)
}

test('traffic follows DNS: from an Elastic IP to a load balancer when the old TTL is over', () => {
  const legacy = a(600, '203.0.113.10')
  const here = town([legacy])
  const { world, balancer } = here
  const { id, ip } = machine(world, {})
  expect(ip).toBe('203.0.113.10')
  visit(world, { resolver: 'google' })
  const [packets, requests] = [
    { InstanceId: id },
    { LoadBalancer: loadBalancerDimension(balancer.loadBalancerArn) },
  ]
  advanceTo(world, START + 60 * MINUTE)
  expect(sum(world, 'AWS/EC2', 'NetworkPacketsIn', packets, 10)).toBeGreaterThan(50 * 600 * 10)
  expect(sum(world, 'AWS/ApplicationELB', 'RequestCount', requests)).toBe(0)
  replace(here, [legacy], [here.alias])
  advanceTo(world, START + 72 * MINUTE)
  const before = sum(world, 'AWS/EC2', 'NetworkPacketsIn', packets, 10)
  advanceTo(world, START + 130 * MINUTE)
  expect(sum(world, 'AWS/EC2', 'NetworkPacketsIn', packets, 75)).toBeLessThan(before * 0.01)
  expect(sum(world, 'AWS/ApplicationELB', 'RequestCount', requests, 75)).toBeGreaterThan(54 * 600)
  expect(new Set(Object.keys(world.internet.visitors.people?.destinations ?? {}))).toEqual(
    new Set(addressesOf(balancer).a),
  )
})

test('sites change one by one, as each cache runs out', () => {
  const legacy = a(3600, '203.0.113.10')
  const here = town([legacy])
  machine(here.world, {})
  const people = visit(here.world, { resolver: 'google' })
  replace(here, [legacy], [here.alias])
  const shares = new Set<string>()
  for (let minute = 0; minute <= 62; minute += 1) {
    advanceTo(here.world, here.world.now + MINUTE)
    shares.add((people.destinations['203.0.113.10'] ?? 0).toFixed(2))
  }
  expect([...shares]).toEqual(['1.00', '0.67', '0.33', '0.00'])
})

test('a classic load balancer tells its requests, those its instances fail, and those it has no instance for', () => {
  const world = testingWorld()
  addResolvers(world)
  const { id } = machine(world, { errorShare: 0.2, http: { '/': { status: 200, latencyMs: 80 } } })
  const classic = createClassicLoadBalancer(world, REGION, { name: 'old-elb', instances: [id] })
  const AliasTarget = {
    DNSName: classic.dnsName,
    HostedZoneId: classic.canonicalHostedZoneNameId,
    EvaluateTargetHealth: false,
  }
  createHostedZone(world, { name: 'example.com', records: [{ Name: HOST, Type: 'A', AliasTarget }] })
  visit(world)
  const dimensions = { LoadBalancerName: 'old-elb' }
  advanceTo(world, START + 60 * MINUTE)
  const requests = sum(world, 'AWS/ELB', 'RequestCount', dimensions)
  expect(requests).toBeGreaterThan(35_000)
  expect(sum(world, 'AWS/ELB', 'HTTPCode_Backend_5XX', dimensions) / requests).toBeCloseTo(0.2, 1)
  expect(sum(world, 'AWS/ELB', 'Latency', dimensions) / requests).toBeCloseTo(0.08, 2)
  expect(sum(world, 'AWS/ELB', 'HTTPCode_ELB_5XX', dimensions)).toBe(0)
  expect(sum(world, 'AWS/EC2', 'NetworkPacketsIn', { InstanceId: id })).toBeGreaterThan(requests * 10)
  setInstanceState(world, REGION, id, 'stopped')
  advanceTo(world, START + 120 * MINUTE)
  expect(sum(world, 'AWS/ELB', 'HTTPCode_ELB_5XX', dimensions, 65)).toBeGreaterThan(50 * 600)
  expect(sum(world, 'AWS/ELB', 'RequestCount', dimensions, 65)).toBe(0)
  expect(sum(world, 'AWS/ELB', 'HealthyHostCount', dimensions, 65)).toBe(0)
  expect(sum(world, 'AWS/EC2', 'NetworkPacketsIn', { InstanceId: id }, 65)).toBe(0)
  const window = windowOf(world, regionOf(world, REGION), START, world.now)
  for (const metric of allMetrics(world, window.region)) {
    expect([metric.name, readMetric(window, metric).length > 0]).toEqual([metric.name, true])
  }
})

test('an instance that breaks above a rate fails the excess', () => {
  const world = testingWorld()
  addResolvers(world)
  const { id } = machine(world, { breaksAboveRps: 6 })
  const { dnsName } = createClassicLoadBalancer(world, REGION, { name: 'old-elb', instances: [id] })
  const record = { Name: HOST, Type: 'CNAME' as const, TTL: 60, ResourceRecords: [{ Value: dnsName }] }
  createHostedZone(world, { name: 'example.com', records: [record] })
  visit(world)
  advanceTo(world, START + 60 * MINUTE)
  const [requests = 0, failed = 0] = ['RequestCount', 'HTTPCode_Backend_5XX'].map((name) =>
    sum(world, 'AWS/ELB', name, { LoadBalancerName: 'old-elb' }),
  )
  expect(failed / requests).toBeCloseTo(0.4, 1)
})

test('a pool that keeps its connections stays until somebody hangs up', () => {
  const legacy = a(60, '203.0.113.10')
  const here = town([legacy])
  machine(here.world, {})
  const pool = visit(here.world, { keepsConnections: true })
  replace(here, [legacy], [here.alias])
  advanceTo(here.world, START + 300 * MINUTE)
  expect(pool.destinations).toEqual({ '203.0.113.10': 1 })
  hangUp(here.world, 'people')
  expect(Object.keys(pool.destinations)).toEqual(addressesOf(here.balancer).a)
})

test('a pool resolves again when its server is gone', () => {
  const legacy = a(60, '198.51.100.7')
  const here = town([legacy])
  addServer(here.world, { name: 'rack', addresses: ['198.51.100.7'] })
  const pool = visit(here.world, { keepsConnections: true })
  replace(here, [legacy], [here.alias])
  advanceTo(here.world, START + 10 * MINUTE)
  expect(pool.destinations).toEqual({ '198.51.100.7': 1 })
  setServerStopped(here.world, 'rack', true)
  advanceTo(here.world, START + 11 * MINUTE)
  expect(Object.keys(pool.destinations)).toEqual(addressesOf(here.balancer).a)
})

test('a server that is switched off takes its record set with it, where a health check watches it', () => {
  const first = { ...failover('first', 'PRIMARY', '198.51.100.7'), HealthCheckId: 'watch' }
  const { world } = town([first, failover('second', 'SECONDARY', '198.51.100.8')])
  addServer(world, { name: 'rack', addresses: ['198.51.100.7'] })
  world.dns.healthChecks.watch = {
    id: 'watch',
    callerReference: 'watch',
    config: { Type: 'HTTP', IPAddress: '198.51.100.7', Port: 80, RequestInterval: 10 },
    createdAt: START,
    version: 1,
    tags: {},
  }
  const people = visit(world)
  advanceTo(world, START + 10 * MINUTE)
  expect(people.destinations).toEqual({ '198.51.100.7': 1 })
  setServerStopped(world, 'rack', true)
  advanceTo(world, START + 12 * MINUTE)
  expect(people.destinations).toEqual({ '198.51.100.8': 1 })
  setServerStopped(world, 'rack', false)
  advanceTo(world, START + 14 * MINUTE)
  expect(people.destinations).toEqual({ '198.51.100.7': 1 })
})

test('an Elastic IP address that is given back leads nowhere, and one that is allocated leads to its instance', () => {
  const { world } = town([a(60, '203.0.113.10')])
  const { id } = machine(world, {})
  visit(world)
  const [client] = Object.values(world.clients)
  advanceTo(world, START + 5 * MINUTE)
  expect(client?.rps).toBe(10)
  const [allocationId = ''] = Object.keys(regionOf(world, REGION).ec2.addresses)
  releaseAddress(world, REGION, allocationId)
  advanceTo(world, START + 6 * MINUTE)
  expect(client?.rps).toBe(0)
  allocateAddress(world, REGION, { instanceId: id, publicIp: '203.0.113.10' })
  advanceTo(world, START + 7 * MINUTE)
  expect(client?.rps).toBe(10)
})

test('an application load balancer closes connections for their age: after a rollback its pools are back within an hour', () => {
  const here = town()
  machine(here.world, {})
  replace(here, [], [here.alias])
  advanceTo(here.world, START + 5 * MINUTE)
  const pool = visit(here.world, { keepsConnections: true })
  const connected = here.world.now
  const legacy = a(60, '203.0.113.10')
  replace(here, [here.alias], [legacy])
  advanceTo(here.world, connected + 59 * MINUTE)
  expect(Object.keys(pool.destinations)).toEqual(addressesOf(here.balancer).a)
  advanceTo(here.world, connected + 60 * MINUTE)
  expect(pool.destinations).toEqual({ '203.0.113.10': 1 })
})

test('IPv6 clients take AAAA where there is one, and A where there is none', () => {
  const legacy = a(60, '203.0.113.10')
  const here = town([legacy], 'dualstack')
  machine(here.world, {})
  const people = visit(here.world, { ipv6: true })
  expect(people.destinations).toEqual({ '203.0.113.10': 1 })
  replace(here, [], [{ ...here.alias, Type: 'AAAA' }])
  advanceTo(here.world, START + 20 * MINUTE)
  expect(Object.keys(people.destinations)).toEqual(addressesOf(here.balancer).aaaa)
})

test('visitors of a name that leads nowhere are not seen anywhere', () => {
  const here = town([a(60, '192.0.2.1')])
  visit(here.world)
  advanceTo(here.world, START + 60 * MINUTE)
  expect(Object.keys(here.world.clients)).toEqual([])
})
