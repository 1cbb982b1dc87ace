import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { expect, test } from 'vitest'
import { advanceTo } from '../engine/advance.ts'
import { addressesOf } from '../engine/dns/addresses.ts'
import { authoritativeAnswer } from '../engine/dns/authority.ts'
import { submitChanges } from '../engine/dns/zone-changes.ts'
import { allMetrics } from '../engine/metrics/catalog.ts'
import { loadBalancerDimension, readMetric, targetGroupDimension } from '../engine/metrics/read.ts'
import { statistic } from '../engine/metrics/statistics.ts'
import { windowOf } from '../engine/metrics/window.ts'
import { respond } from '../engine/traffic/respond.ts'
import { hangUp } from '../engine/traffic/visitors.ts'
import { createWorld, regionOf } from '../world/create.ts'
import type { HostedZoneRecord } from '../world/dns-tables.ts'
import type { LoadBalancerRecord, TargetGroupRecord } from '../world/elb-tables.ts'
import type { RegionTables, World } from '../world/world.ts'
import { migration } from './migration.ts'

const now = Date.UTC(2026, 10, 20, 6)
const minute = 60_000
const services = ['www', 'shop', 'portal', 'api', 'app', 'site', 'media', 'docs', 'search', 'orders']

function build(): { world: World; region: RegionTables; zone: HostedZoneRecord } {
  const world = createWorld({ id: 'w', scenario: 'migration', seed: 1, now })
  migration.build(world)
  const zone = Object.values(world.dns.hostedZones).find((one) => !one.privateZone)
  if (!zone) throw new Error('no zone')
  return { world, region: regionOf(world, 'ap-northeast-2'), zone }
}

function balancerOf({ elb }: RegionTables, name: string): LoadBalancerRecord {
  const found = Object.values(elb.loadBalancers).find((one) => one.name === name)
  if (!found) throw new Error(`no load balancer ${name}`)
  return found
}

function groupOf({ elb }: RegionTables, name: string): TargetGroupRecord {
  const found = Object.values(elb.targetGroups).find((one) => one.name === name)
  if (!found) throw new Error(`no target group ${name}`)
  return found
}

/** Sum of a metric over the last minutes; 0 where there is no data. */
function recent(
  world: World,
  minutes: number,
  [namespace, name]: [string, string],
  dimensions: Record<string, string>,
): number {
  const window = windowOf(world, regionOf(world, 'ap-northeast-2'), world.now - minutes * minute, world.now)
  const data = readMetric(window, { namespace, name, dimensions })
  return data.length === 0 ? 0 : statistic('Sum', data)
}

function inGroup(region: RegionTables, balancer: string, group: string): Record<string, string> {
  return {
    LoadBalancer: loadBalancerDimension(balancerOf(region, balancer).loadBalancerArn),
    TargetGroup: targetGroupDimension(groupOf(region, group).targetGroupArn),
  }
}

function cutOver(world: World, zone: HostedZoneRecord, name: string, balancer: LoadBalancerRecord): void {
  const old = zone.records.filter(({ Name, Type }) => Name === `${name}.` && Type === 'A')
  const alias: ResourceRecordSet = {
    Name: name,
    Type: 'A',
    AliasTarget: {
      DNSName: balancer.dnsName,
      HostedZoneId: balancer.canonicalHostedZoneId,
      EvaluateTargetHealth: true,
    },
  }
  const done = submitChanges(world, zone, [
    ...old.map((ResourceRecordSet) => ({ Action: 'DELETE' as const, ResourceRecordSet })),
    { Action: 'CREATE', ResourceRecordSet: alias },
  ])
  if ('code' in done) throw new Error(done.message)
}

test('every hostname leads to its old servers, which answer', () => {
  const { world } = build()
  const hosts = ['www', 'shop', 'portal', 'api', 'app', 'media', 'docs', 'search', 'orders', 'm'].map(
    (label) => `${label}.`,
  )
  for (const host of [...hosts, ''].map((label) => `${label}example.com`)) {
    const { rcode, records } = authoritativeAnswer(world, { name: `${host}.`, type: 'A', draw: 0.5 })
    expect([host, rcode]).toEqual([host, 'NOERROR'])
    const ip = records.find(({ type }) => type === 'A')?.data ?? ''
    expect([host, respond(world, { ip, port: 443, protocol: 'HTTPS', host, path: '/' }).kind]).toEqual([
      host,
      'answer',
    ])
  }
})

test('the new services are ready: healthy targets in two zones, and nobody there yet', () => {
  const { world, region } = build()
  for (const name of services) {
    const targets = Object.values(groupOf(region, name).targets)
    expect([name, targets.map(({ state }) => state)]).toEqual([name, targets.map(() => 'healthy')])
    expect(new Set(targets.map(({ availabilityZone }) => availabilityZone)).size).toBeGreaterThanOrEqual(2)
  }
  const clients = Object.values(world.clients).filter(({ name }) => name.includes('@application'))
  expect(new Set(clients.map(({ host }) => host))).toEqual(new Set(['orders.example.com']))
})

test('orders are served by the old instances, through the load balancer that the new service stands behind', () => {
  const { world, region } = build()
  const old = recent(
    world,
    15,
    ['AWS/ApplicationELB', 'RequestCount'],
    inGroup(region, 'orders-alb', 'orders-legacy'),
  )
  expect(old).toBeGreaterThan(15 * 60 * 9 * 0.5)
  const fresh = inGroup(region, 'orders-alb', 'orders')
  expect(recent(world, 15, ['AWS/ApplicationELB', 'RequestCount'], fresh)).toBe(0)
})

test('each trap is one', () => {
  const { world, region } = build()
  const ask = (balancer: string, host: string) => {
    const ip = addressesOf(balancerOf(region, balancer)).a[0] ?? ''
    return respond(world, { ip, port: 443, protocol: 'HTTPS', host, path: '/' })
  }
  expect(ask('edge-alb', 'app.example.com')).toMatchObject({ status: 404 })
  expect(ask('edge-alb', 'portal.example.com')).toMatchObject({ status: 200 })
  const listener = Object.values(region.elb.listeners).find(
    (one) => one.loadBalancerArn === balancerOf(region, 'docs-alb').loadBalancerArn && one.port === 443,
  )
  const names = region.certificates[listener?.certificateArns[0] ?? '']?.subjectAlternativeNames
  expect(names).toEqual(['docs.example.org'])
})

test('a day of traffic is in the metrics of the old servers', () => {
  const { world, region } = build()
  const day = 24 * 60 - 15
  const classic = { LoadBalancerName: 'api-legacy' }
  const requests = recent(world, day, ['AWS/ELB', 'RequestCount'], classic)
  expect(requests).toBeGreaterThan(30 * 86_400 * 0.9)
  expect(recent(world, day, ['AWS/ELB', 'HTTPCode_Backend_5XX'], classic) / requests).toBeCloseTo(0.003, 3)
  const legacy = Object.values(region.ec2.instances).find(({ tags }) => tags.Name === 'www-legacy')
  const packets = recent(world, day, ['AWS/EC2', 'NetworkPacketsIn'], {
    InstanceId: legacy?.instanceId ?? '',
  })
  expect(packets).toBeGreaterThan(18 * 86_400 * 10)
  const names = allMetrics(world, region).filter(({ namespace }) => namespace === 'AWS/ELB')
  expect(names.map(({ name }) => name)).toContain('HealthyHostCount')
})

test('www moves: within two hours nearly everything, and the rest when its pools hang up', () => {
  const { world, region, zone } = build()
  const people = world.internet.visitors['www-partners']
  cutOver(world, zone, 'www.example.com', balancerOf(region, 'edge-alb'))
  advanceTo(world, now + 130 * minute)
  expect(people?.destinations).toEqual({ '203.0.113.10': 1 })
  hangUp(world, 'www-partners')
  advanceTo(world, now + 150 * minute)
  const legacy = Object.values(region.ec2.instances).find(({ tags }) => tags.Name === 'www-legacy')
  const instance = { InstanceId: legacy?.instanceId ?? '' }
  const [before, after] = [190 * minute, 0].map((age) => {
    const window = windowOf(world, region, world.now - age - 15 * minute, world.now - age)
    return statistic(
      'Average',
      readMetric(window, { namespace: 'AWS/EC2', name: 'NetworkPacketsIn', dimensions: instance }),
    )
  })
  expect(after).toBeLessThan((before ?? 0) * 0.05)
  const requests = recent(
    world,
    15,
    ['AWS/ApplicationELB', 'RequestCount'],
    inGroup(region, 'edge-alb', 'www'),
  )
  expect(requests).toBeGreaterThan(15 * 60 * 18 * 1.1)
  const errors = ['AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count'] as [string, string]
  expect(recent(world, 15, errors, inGroup(region, 'edge-alb', 'www')) / requests).toBeLessThan(0.01)
})

test('shop breaks under load, and nobody believes the certificate of docs', () => {
  const { world, region, zone } = build()
  cutOver(world, zone, 'shop.example.com', balancerOf(region, 'shop-alb'))
  cutOver(world, zone, 'docs.example.com', balancerOf(region, 'docs-alb'))
  advanceTo(world, now + 30 * minute)
  const shop = inGroup(region, 'shop-alb', 'shop')
  const requests = recent(world, 10, ['AWS/ApplicationELB', 'RequestCount'], shop)
  const failed = recent(world, 10, ['AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count'], shop)
  expect(failed / requests).toBeGreaterThan(0.3)
  const docs = inGroup(region, 'docs-alb', 'docs')
  expect(recent(world, 10, ['AWS/ApplicationELB', 'RequestCount'], docs)).toBe(0)
  const { LoadBalancer = '' } = docs
  const untrusted = ['AWS/ApplicationELB', 'ClientTLSNegotiationErrorCount'] as [string, string]
  expect(recent(world, 10, untrusted, { LoadBalancer })).toBeGreaterThan(10 * 60 * 2)
  expect(allMetrics(world, region).map(({ name }) => name)).toContain('ClientTLSNegotiationErrorCount')
})

test('is built in the time of a page load', () => {
  build()
  const started = performance.now()
  build()
  expect(performance.now() - started).toBeLessThan(1500)
})
