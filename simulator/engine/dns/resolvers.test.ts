import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { advanceTo } from '../advance.ts'
import { REGION, START, testingWorld } from '../elb/testing-world.ts'
import { addVisitors } from '../traffic/visitors.ts'
import { dohAnswer } from './doh.ts'
import { addResolvers, resolve } from './resolvers.ts'
import { createHostedZone } from './zone-build.ts'
import { submitChanges } from './zone-changes.ts'

const MINUTE = 60_000

function a(name: string, TTL: number, ...values: string[]): ResourceRecordSet {
  return { Name: name, Type: 'A', TTL, ResourceRecords: values.map((Value) => ({ Value })) }
}

function member(id: string, weight: number, value: string): ResourceRecordSet {
  return { ...a('www.example.com', 60, value), SetIdentifier: id, Weight: weight }
}

function cname(name: string, TTL: number, Value: string): ResourceRecordSet {
  return { Name: name, Type: 'CNAME', TTL, ResourceRecords: [{ Value }] }
}

/** A zone with one name that clients of every resolver go to. */
function town(...records: ResourceRecordSet[]): { world: World; zone: HostedZoneRecord } {
  const world = testingWorld()
  addResolvers(world)
  const zone = createHostedZone(world, { name: 'example.com', records })
  for (const resolver of Object.keys(world.internet.resolvers)) {
    addVisitors(world, { name: `by-${resolver}`, region: REGION, host: 'www.example.com', resolver, rps: 1 })
  }
  return { world, zone }
}

function replace(world: World, zone: HostedZoneRecord, from: ResourceRecordSet, to: ResourceRecordSet): void {
  const done = submitChanges(world, zone, [
    { Action: 'DELETE', ResourceRecordSet: from },
    { Action: 'CREATE', ResourceRecordSet: to },
  ])
  if ('code' in done) throw new Error(done.message)
}

/** Data and remaining TTLs that each site of a resolver tells. */
function told(
  world: World,
  resolverName: string,
  name = 'www.example.com.',
  type = 'A',
): [string, number][][] {
  const resolver = world.internet.resolvers[resolverName]
  if (!resolver) throw new Error(`no resolver ${resolverName}`)
  return resolver.sites.map((site) =>
    resolve(world, { resolver, site }, name, type).records.map((one) => [one.data, one.ttl]),
  )
}

function data(world: World, resolver: string): string[] {
  return told(world, resolver).flatMap((records) => records.map(([value]) => value))
}

test('the time left goes down second by second, and starts again when it is over', () => {
  const { world } = town(a('www.example.com', 300, '203.0.113.1'))
  const before = told(world, 'corporate')[0]?.[0]?.[1] ?? 0
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThanOrEqual(300)
  advanceTo(world, START + 7000)
  expect(told(world, 'corporate')[0]).toEqual([['203.0.113.1', before > 7 ? before - 7 : before + 293]])
  advanceTo(world, START + 7000 + 300_000)
  expect(told(world, 'corporate')[0]).toEqual([['203.0.113.1', before > 7 ? before - 7 : before + 293]])
})

test('sites of one resolver cache for themselves', () => {
  const { world } = town(a('www.example.com', 3600, '203.0.113.1'))
  const left = told(world, 'google').map((records) => records[0]?.[1])
  expect(left).toHaveLength(3)
  expect(new Set(left).size).toBeGreaterThan(1)
})

test('after a change every ordinary cache tells the old address until its time is over, and no longer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 7200 }), (ttl) => {
      const old = a('www.example.com', ttl, '203.0.113.1')
      const { world, zone } = town(old)
      replace(world, zone, old, a('www.example.com', 60, '203.0.113.2'))
      // The name servers do not know yet.
      advanceTo(world, START + 20_000)
      for (const name of ['google', 'cloudflare', 'corporate']) {
        expect(new Set(data(world, name))).toEqual(new Set(['203.0.113.1']))
      }
      const insync = START + 50_000
      const left = told(world, 'corporate')[0]?.[0]?.[1] ?? 0
      advanceTo(world, START + 20_000 + left * 1000 - 1001)
      expect(data(world, 'corporate')).toEqual(['203.0.113.1'])
      advanceTo(world, insync + ttl * 1000)
      for (const name of ['google', 'cloudflare', 'corporate']) {
        expect(new Set(data(world, name))).toEqual(new Set(['203.0.113.2']))
        for (const [record] of told(world, name)) expect(record?.[1]).toBeLessThanOrEqual(60)
      }
    }),
    { numRuns: 25 },
  )
})

test('a resolver that clamps keeps a short TTL for an hour', () => {
  const old = a('www.example.com', 60, '203.0.113.1')
  const { world, zone } = town(old)
  const left = told(world, 'clamping')[0]?.[0]?.[1] ?? 0
  expect(left).toBeGreaterThan(60)
  expect(left).toBeLessThanOrEqual(3600)
  advanceTo(world, START + left * 1000 + 1000)
  replace(world, zone, old, a('www.example.com', 60, '203.0.113.2'))
  advanceTo(world, world.now + 55 * MINUTE)
  expect(data(world, 'clamping')).toEqual(['203.0.113.1'])
  expect(data(world, 'corporate')).toEqual(['203.0.113.2'])
  advanceTo(world, world.now + 6 * MINUTE)
  expect(data(world, 'clamping')).toEqual(['203.0.113.2'])
})

test('each link of a chain is cached for itself', () => {
  const old = cname('www.example.com', 3600, 'Legacy.example.com')
  const address = a('legacy.example.com', 60, '203.0.113.1')
  const { world, zone } = town(old, address, a('new.example.com', 60, '203.0.113.9'))
  expect(data(world, 'corporate')).toEqual(['Legacy.example.com', '203.0.113.1'])
  replace(world, zone, address, a('legacy.example.com', 60, '203.0.113.2'))
  advanceTo(world, world.now + 111_000)
  expect(data(world, 'corporate')).toEqual(['Legacy.example.com', '203.0.113.2'])
  const left = told(world, 'corporate')[0]?.[0]?.[1] ?? 0
  replace(world, zone, old, cname('www.example.com', 300, 'new.example.com.'))
  advanceTo(world, world.now + Math.max(left * 1000, 51_000))
  expect(data(world, 'corporate')).toEqual(['new.example.com.', '203.0.113.9'])
  expect(Object.keys(world.internet.caches).filter((key) => key.includes('legacy'))).not.toContain(
    'corporate/hq/legacy.example.com./A',
  )
})

test('that a name does not exist is remembered as well, for as long as the SOA says', () => {
  const { world, zone } = town()
  expect(told(world, 'corporate')).toEqual([[]])
  const resolver = world.internet.resolvers.corporate
  const [site] = resolver?.sites ?? []
  if (!resolver || !site) throw new Error('no resolver')
  const { rcode, negativeTtl } = resolve(world, { resolver, site }, 'www.example.com.', 'A')
  expect(rcode).toBe('NXDOMAIN')
  expect(negativeTtl).toBeLessThanOrEqual(900)
  submitChanges(world, zone, [
    { Action: 'CREATE', ResourceRecordSet: a('www.example.com', 60, '203.0.113.1') },
  ])
  expect(negativeTtl).toBeGreaterThan(60)
  advanceTo(world, START + negativeTtl * 1000 - 2000)
  expect(data(world, 'corporate')).toEqual([])
  advanceTo(world, START + 60_000 + 900_000)
  expect(data(world, 'corporate')).toEqual(['203.0.113.1'])
})

test('weights decide how many of many answers, one answer a TTL and site', () => {
  const { world } = town(member('old', 75, '203.0.113.1'), member('new', 25, '203.0.113.2'))
  let fresh = 0
  let answers = 0
  for (let minute = 1; minute <= 400; minute += 1) {
    advanceTo(world, START + minute * MINUTE)
    const found = [...data(world, 'google'), ...data(world, 'cloudflare')]
    answers += found.length
    fresh += found.filter((value) => value === '203.0.113.2').length
  }
  expect(answers).toBe(2400)
  expect(fresh / answers).toBeGreaterThan(0.2)
  expect(fresh / answers).toBeLessThan(0.3)
})

test('where answers do not change, hours cost no event', () => {
  const { world } = town(a('www.example.com', 60, '203.0.113.1'))
  const before = world.nextOrder
  advanceTo(world, START + 24 * 60 * MINUTE)
  expect(world.nextOrder).toBe(before)
})

test('reading changes nothing, and a saved world goes on alike', () => {
  const old = a('www.example.com', 600, '203.0.113.1')
  const { world, zone } = town(old)
  replace(world, zone, old, a('www.example.com', 60, '203.0.113.2'))
  advanceTo(world, START + 3 * MINUTE)
  const saved = JSON.parse(JSON.stringify(world)) as World
  const resolver = world.internet.resolvers.google
  for (const site of resolver?.sites ?? []) {
    for (const name of ['www.example.com', 'nothing.example.com', 'www.elsewhere.net']) {
      if (resolver) dohAnswer(world, { resolver, site }, { name, type: 1, cd: false })
    }
  }
  expect(JSON.parse(JSON.stringify(world))).toEqual(saved)
  for (const each of [world, saved]) advanceTo(each, START + 30 * MINUTE)
  expect(JSON.parse(JSON.stringify(world))).toEqual(JSON.parse(JSON.stringify(saved)))
  expect(new Set(data(saved, 'google'))).toEqual(new Set(['203.0.113.2']))
})
