import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, it } from 'vitest'
import type { World } from '../../world/world.ts'
import { advanceTo } from '../advance.ts'
import { createClassicLoadBalancer } from '../elb/classic.ts'
import { createLoadBalancer } from '../elb/build.ts'
import { balanced, listen, REGION, testingWorld } from '../elb/testing-world.ts'
import { registerTarget } from '../targets.ts'
import { addServer, setServerStopped } from '../traffic/servers.ts'
import { addressesOf, classicLoadBalancerAt, loadBalancerAt } from './addresses.ts'
import { type DnsQuestion, answerInZone, authoritativeAnswer } from './authority.ts'
import { alias, change, record } from './testing-records.ts'
import { createHostedZone } from './zone-build.ts'
import { submitChanges } from './zone-changes.ts'

let world: World

beforeEach(() => {
  world = testingWorld()
})

const zoneOf = (records: ResourceRecordSet[], more: object = {}) =>
  createHostedZone(world, { id: 'Z1', name: 'example.com', records, ...more })
const ask = (name: string, type = 'A', more: Partial<DnsQuestion> = {}) =>
  authoritativeAnswer(world, { name, type, draw: 0, ...more })
const data = (...asked: Parameters<typeof ask>) => ask(...asked).records.map((one) => one.data)
const external = (name: string, more: object) => {
  world.dns.external[name] = { name, ttl: 60, a: [], aaaa: [], ...more }
}

describe('names', () => {
  it('are answered with all their values, in any case', () => {
    zoneOf([record('www', 'A', ['192.0.2.1', '192.0.2.2'])])
    expect(ask('WWW.example.com')).toEqual({
      rcode: 'NOERROR',
      records: ['192.0.2.1', '192.0.2.2'].map((value) => ({
        name: 'www.example.com.',
        type: 'A',
        ttl: 300,
        data: value,
      })),
      negativeTtl: 900,
    })
  })

  it('that do not exist are NXDOMAIN; without the type they are NOERROR and empty', () => {
    zoneOf([record('www', 'A', ['192.0.2.1']), record('x.deep', 'A', ['192.0.2.1'])])
    expect(ask('nope.example.com')).toMatchObject({ rcode: 'NXDOMAIN', records: [] })
    expect(ask('www.example.com', 'AAAA')).toMatchObject({ rcode: 'NOERROR', records: [] })
    expect(ask('deep.example.com')).toMatchObject({ rcode: 'NOERROR', records: [] })
    expect(ask('unknown.test')).toMatchObject({ rcode: 'NXDOMAIN' })
  })

  it('are missing for the lesser of the SOA record\u2019s TTL and minimum', () => {
    const zone = zoneOf([])
    zone.records = zone.records.map((set) =>
      set.Type === 'SOA' ? { ...set, ResourceRecords: [{ Value: 'ns. host. 1 7200 900 1209600 60' }] } : set,
    )
    expect(ask('nope.example.com').negativeTtl).toBe(60)
  })

  it('are served by a wildcard, unless something exists at or below them', () => {
    zoneOf([
      record('\\052', 'A', ['192.0.2.7']),
      record('www', 'TXT', ['"x"']),
      record('x.deep', 'A', ['192.0.2.1']),
    ])
    expect(ask('any.example.com').records).toMatchObject([{ name: 'any.example.com.', data: '192.0.2.7' }])
    expect(data('a.b.example.com')).toEqual(['192.0.2.7'])
    expect(ask('www.example.com')).toMatchObject({ rcode: 'NOERROR', records: [] })
    expect(ask('deep.example.com')).toMatchObject({ rcode: 'NOERROR', records: [] })
    expect(ask('other.deep.example.com').rcode).toBe('NXDOMAIN')
  })

  it('below an NS record set belong to other name servers', () => {
    const zone = zoneOf([record('shop', 'NS', ['ns.else.test.']), record('a.shop', 'A', ['192.0.2.1'])])
    expect(ask('a.shop.example.com').rcode).toBe('SERVFAIL')
    expect(answerInZone(world, zone, { name: 'a.shop.example.com', type: 'A', draw: 0 }).records).toEqual([])
    external('a.shop.example.com.', { a: ['198.51.100.1'] })
    expect(data('a.shop.example.com')).toEqual(['198.51.100.1'])
  })

  it('belong to the longest zone that is delegated', () => {
    zoneOf([record('a.shop', 'A', ['192.0.2.1'])])
    const child = { name: 'shop.example.com', records: [{ ...record('a.shop', 'A', ['192.0.2.2']) }] }
    createHostedZone(world, { ...child, id: 'Z2', delegated: false })
    expect(data('a.shop.example.com')).toEqual(['192.0.2.1'])
    createHostedZone(world, { ...child, id: 'Z3' })
    expect(data('a.shop.example.com')).toEqual(['192.0.2.2'])
  })

  it('are answered by private zones inside their networks', () => {
    zoneOf([record('www', 'A', ['192.0.2.1'])])
    createHostedZone(world, {
      name: 'example.com',
      privateZone: true,
      vpcs: [{ vpcId: 'vpc-1', region: REGION }],
      records: [record('www', 'A', ['10.0.0.1'])],
    })
    expect(data('www.example.com')).toEqual(['192.0.2.1'])
    expect(data('www.example.com', 'A', { vpcId: 'vpc-1' })).toEqual(['10.0.0.1'])
    expect(data('www.example.com', 'A', { vpcId: 'vpc-2' })).toEqual(['192.0.2.1'])
  })
})

describe('CNAMEs', () => {
  it('are followed across zones and to names outside', () => {
    zoneOf([record('www', 'CNAME', ['Web.Example.org'], { TTL: 30 })])
    createHostedZone(world, {
      name: 'example.org',
      records: [{ ...record('web', 'CNAME', ['dc.test.']), Name: 'web.example.org.' }],
    })
    external('dc.test.', { a: ['198.51.100.7'] })
    expect(ask('www.example.com').records).toEqual([
      { name: 'www.example.com.', type: 'CNAME', ttl: 30, data: 'Web.Example.org' },
      { name: 'web.example.org.', type: 'CNAME', ttl: 300, data: 'dc.test.' },
      { name: 'dc.test.', type: 'A', ttl: 60, data: '198.51.100.7' },
    ])
    expect(data('www.example.com', 'CNAME')).toEqual(['Web.Example.org'])
  })

  it('to nothing are NXDOMAIN, and in a circle SERVFAIL', () => {
    const zone = zoneOf([
      record('gone', 'CNAME', ['gone.test.']),
      record('a', 'CNAME', ['b.example.com.']),
      record('b', 'CNAME', ['a.example.com.']),
    ])
    expect(ask('gone.example.com')).toMatchObject({ rcode: 'NXDOMAIN', records: [{ data: 'gone.test.' }] })
    expect(ask('a.example.com')).toMatchObject({ rcode: 'SERVFAIL', records: [] })
    const question = { name: 'gone.example.com', type: 'A', draw: 0 }
    expect(answerInZone(world, zone, question)).toMatchObject({
      rcode: 'NOERROR',
      records: [{ data: 'gone.test.' }],
    })
  })
})

describe('aliases', () => {
  it('to load balancers answer with their addresses for 60 s, which lead back to them', () => {
    const balancer = createLoadBalancer(world, REGION, { name: 'web', ipAddressType: 'dualstack' })
    const classic = createClassicLoadBalancer(world, REGION, { name: 'old' })
    zoneOf([
      alias('www', 'A', `dualstack.${balancer.dnsName.toUpperCase()}.`),
      alias('www', 'AAAA', balancer.dnsName),
      alias('old', 'A', classic.dnsName),
      record('c', 'CNAME', [balancer.dnsName]),
    ])
    const { a, aaaa } = addressesOf(balancer)
    expect([a.length, aaaa.length]).toEqual([2, 2])
    expect(ask('www.example.com').records).toEqual(
      a.map((ip) => ({ name: 'www.example.com.', type: 'A', ttl: 60, data: ip })),
    )
    expect(data('www.example.com', 'AAAA')).toEqual(aaaa)
    expect(data('c.example.com')).toEqual([balancer.dnsName, ...a])
    expect(loadBalancerAt(world, a[1] ?? '')).toBe(balancer)
    expect(classicLoadBalancerAt(world, data('old.example.com')[0] ?? '')).toEqual({
      region: REGION,
      balancer: classic,
    })
    expect(loadBalancerAt(world, '192.0.2.1')).toBeUndefined()
  })

  it('to records of a zone take their TTL and values, to names outside what those lead to', () => {
    zoneOf([
      record('target', 'A', ['192.0.2.1'], { TTL: 17 }),
      alias('www', 'A', 'target.example.com.', {}, 'Z1'),
      alias('twice', 'A', 'www.example.com.', {}, 'Z1'),
      alias('loop', 'A', 'loop.example.com.', {}, 'Z1'),
      alias('env', 'A', 'shop.elasticbeanstalk.com', {}, 'ZEB'),
    ])
    external('shop.elasticbeanstalk.com.', { cname: 'lb.test' })
    external('lb.test.', { a: ['198.51.100.1'] })
    expect(ask('twice.example.com').records).toEqual([
      { name: 'twice.example.com.', type: 'A', ttl: 17, data: '192.0.2.1' },
    ])
    expect(ask('env.example.com').records).toMatchObject([
      { name: 'env.example.com.', type: 'A', data: '198.51.100.1' },
    ])
    expect(ask('loop.example.com')).toMatchObject({ rcode: 'NOERROR', records: [] })
  })
})

describe('a weighted alias that evaluates its target', () => {
  it('gives way to a zero-weight record set when its load balancer has no healthy target', () => {
    const { group, loadBalancerArn } = balanced(world)
    const { dnsName } = world.regions[REGION]?.elb.loadBalancers[loadBalancerArn] ?? { dnsName: '' }
    const target = { HostedZoneId: 'ZELB', DNSName: dnsName, EvaluateTargetHealth: true }
    zoneOf([
      record('www', 'A', ['192.0.2.1'], { SetIdentifier: 'legacy', Weight: 0 }),
      alias('www', 'A', dnsName, { SetIdentifier: 'ecs', Weight: 100, AliasTarget: target }),
    ])
    expect(data('www.example.com')).toEqual(['192.0.2.1'])
    listen(world, '10.0.0.9', {})
    registerTarget(world, REGION, group.targetGroupArn, { id: '10.0.0.9', port: 80 })
    advanceTo(world, world.now + 60_000)
    expect(loadBalancerAt(world, data('www.example.com')[0] ?? '')?.dnsName).toBe(dnsName)
  })

  it('stays when nothing else is healthy', () => {
    const { loadBalancerArn } = balanced(world)
    const { dnsName } = world.regions[REGION]?.elb.loadBalancers[loadBalancerArn] ?? { dnsName: '' }
    const target = { HostedZoneId: 'ZELB', DNSName: dnsName, EvaluateTargetHealth: true }
    zoneOf([alias('www', 'A', dnsName, { SetIdentifier: 'ecs', Weight: 100, AliasTarget: target })])
    expect(data('www.example.com')).toHaveLength(2)
  })
})

describe('health checks of record sets', () => {
  it('move failover to the secondary, and back', () => {
    addServer(world, { name: 'dc', addresses: ['198.51.100.1'] })
    world.dns.healthChecks['h'] = {
      id: 'h',
      callerReference: 'h',
      config: { Type: 'HTTP', IPAddress: '198.51.100.1', Port: 80 },
      createdAt: world.now - 60_000,
      version: 1,
      tags: {},
    }
    zoneOf([
      record('www', 'A', ['198.51.100.1'], { SetIdentifier: 'a', Failover: 'PRIMARY', HealthCheckId: 'h' }),
      record('www', 'A', ['192.0.2.2'], { SetIdentifier: 'b', Failover: 'SECONDARY' }),
    ])
    expect(data('www.example.com')).toEqual(['198.51.100.1'])
    setServerStopped(world, 'dc', true)
    expect(data('www.example.com')).toEqual(['192.0.2.2'])
    const check = world.dns.healthChecks['h']
    check.config.Inverted = true
    expect(data('www.example.com')).toEqual(['198.51.100.1'])
    check.config = { Type: 'CALCULATED', ChildHealthChecks: ['none', 'h2'], HealthThreshold: 2 }
    expect(data('www.example.com')).toEqual(['198.51.100.1'])
  })
})

describe('changes', () => {
  it('are answered from INSYNC on, each name with what it had before', () => {
    const www = record('www', 'A', ['192.0.2.1'])
    const zone = zoneOf([www])
    submitChanges(world, zone, [change('DELETE', www), change('CREATE', { ...www, TTL: 60 })])
    advanceTo(world, world.now + 25_000)
    submitChanges(world, zone, [
      change('DELETE', { ...www, TTL: 60 }),
      change('CREATE', record('new', 'A', ['192.0.2.2'])),
    ])
    expect(ask('www.example.com').records).toMatchObject([{ ttl: 300 }])
    expect(ask('new.example.com').rcode).toBe('NXDOMAIN')
    advanceTo(world, zone.propagating[0]?.insyncAt ?? 0)
    expect(ask('www.example.com').records).toMatchObject([{ ttl: 60 }])
    advanceTo(world, world.now + 50_000)
    expect(ask('www.example.com').rcode).toBe('NXDOMAIN')
    expect(data('new.example.com')).toEqual(['192.0.2.2'])
    expect(zone.propagating).toEqual([])
  })

  it('asking changes nothing', () => {
    zoneOf([record('www', 'A', ['192.0.2.1'])])
    const state = JSON.stringify(world)
    ask('www.example.com')
    ask('nope.example.com')
    expect(JSON.stringify(world)).toBe(state)
  })
})
