import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRule, createTargetGroup, listenersChanged } from '../elb/build.ts'
import { fixedResponse, forward, whenPath } from '../elb/actions.ts'
import { balanced, behave, listen, REGION, START, testingWorld } from '../elb/testing-world.ts'
import { advanceTo } from '../advance.ts'
import { registerTarget } from '../targets.ts'
import { addClients } from '../traffic/clients.ts'
import { requestsBetween } from '../traffic/rate.ts'
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import type { ClientPopulation, ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { allMetrics } from './catalog.ts'
import { loadBalancerDimension, readMetric, targetGroupDimension } from './read.ts'
import { type Datum, statistic } from './statistics.ts'
import { windowOf } from './window.ts'

const HOUR = 3_600_000

interface Shop {
  world: World
  group: TargetGroupRecord
  loadBalancerArn: string
  /** Statistic over the whole range; undefined when there is no data point. */
  value: (name: string, stat?: string, of?: 'group' | 'balancer', from?: number) => number | undefined
  data: (name: string, of?: 'group' | 'balancer', group?: TargetGroupRecord) => Datum[]
}

/** One target behind a load balancer, and one population. */
function shop(behaviour: ImageBehaviour, clients: Partial<ClientPopulation> = {}): Shop {
  const world = testingWorld()
  const { group, loadBalancerArn } = balanced(world)
  listen(world, '10.0.0.1', behaviour)
  registerTarget(world, REGION, group.targetGroupArn, { id: '10.0.0.1', port: 80 })
  addClients(world, {
    name: 'people',
    region: REGION,
    loadBalancerArn,
    port: 80,
    host: 'shop.test',
    path: '/buy',
    rps: 5,
    swing: 0,
    ...clients,
  })
  const data: Shop['data'] = (name, of = 'group', one = group) => {
    const region = world.regions[REGION]
    if (!region) return []
    const LoadBalancer = loadBalancerDimension(loadBalancerArn)
    const TargetGroup = targetGroupDimension(one.targetGroupArn)
    const dimensions: Record<string, string> =
      of === 'group' ? { LoadBalancer, TargetGroup } : { LoadBalancer }
    return readMetric(windowOf(world, region, START, world.now), {
      namespace: 'AWS/ApplicationELB',
      name,
      dimensions,
    })
  }
  const value: Shop['value'] = (name, stat = 'Sum', of = 'group', from = START) => {
    const found = data(name, of).filter(({ at }) => at >= from)
    return found.length > 0 ? statistic(stat, found) : undefined
  }
  return { world, group, loadBalancerArn, value, data }
}

test('requests counted are the integral of the rate, give or take the noise', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 200, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 3, max: 20 }),
      (rps, swing, hours) => {
        const { world, value } = shop({}, { rps, swing })
        const from = START + HOUR
        advanceTo(world, from + hours * HOUR)
        const expected = requestsBetween(REGION, rps, swing, from, world.now)
        const counted = value('RequestCount', 'Sum', 'group', from) ?? 0
        expect(Math.abs(counted - expected)).toBeLessThan(expected * 0.02 + 5 * Math.sqrt(hours * 60))
        expect(value('HTTPCode_Target_2XX_Count', 'Sum', 'group', from) ?? 0).toBe(counted)
        expect(value('RequestCount', 'Sum', 'balancer', from) ?? 0).toBe(counted)
      },
    ),
    { numRuns: 20 },
  )
})

test('the integral of the rate is additive and follows the day', () => {
  const whole = requestsBetween(REGION, 3, 0.8, START, START + 24 * HOUR)
  expect(whole).toBeCloseTo(3 * 24 * 3600, 3)
  const night = requestsBetween(REGION, 3, 0.8, START + 6 * HOUR, START + 8 * HOUR)
  const afternoon = requestsBetween(REGION, 3, 0.8, START + 18 * HOUR, START + 20 * HOUR)
  expect(afternoon).toBeGreaterThan(4 * night)
})

test('what did not happen has no data', () => {
  const { world, value } = shop({})
  advanceTo(world, START + HOUR)
  const later = START + 10 * 60_000
  expect(value('RequestCount', 'Sum', 'group', later)).toBeGreaterThan(0)
  for (const name of [
    'HTTPCode_Target_5XX_Count',
    'HTTPCode_Target_4XX_Count',
    'HTTPCode_Target_3XX_Count',
  ]) {
    expect(value(name)).toBeUndefined()
  }
  expect(value('HTTPCode_ELB_5XX_Count', 'Sum', 'balancer', later)).toBeUndefined()
  const quiet = shop({}, { rps: 0 })
  advanceTo(quiet.world, START + HOUR)
  for (const name of [
    'RequestCount',
    'TargetResponseTime',
    'RequestCountPerTarget',
    'ActiveConnectionCount',
  ]) {
    expect(quiet.value(name)).toBeUndefined()
    expect(quiet.value(name, 'Sum', 'balancer')).toBeUndefined()
  }
  expect(quiet.value('HealthyHostCount', 'Average', 'group', later)).toBe(1)
})

test('nothing is said about the minute that is still going on, nor before the group existed', () => {
  const { world, data } = shop({})
  advanceTo(world, START + HOUR + 59_999)
  const minutes = data('RequestCount').map(({ at }) => at)
  expect(minutes.at(-1)).toBe(START + HOUR - 60_000)
  expect(minutes[0]).toBeGreaterThanOrEqual(START)
  expect(new Set(minutes).size).toBe(minutes.length)
})

test('without registered targets the load balancer answers 503, and there is no RequestCount', () => {
  const world = testingWorld()
  const { loadBalancerArn, group } = balanced(world)
  addClients(world, {
    name: 'people',
    region: REGION,
    loadBalancerArn,
    port: 80,
    host: 'h',
    path: '/',
    rps: 2,
    swing: 0,
  })
  advanceTo(world, START + HOUR)
  const region = world.regions[REGION]
  if (!region) throw new Error('no Region')
  const read = (name: string): Datum[] =>
    readMetric(windowOf(world, region, START, world.now), {
      namespace: 'AWS/ApplicationELB',
      name,
      dimensions: { LoadBalancer: loadBalancerDimension(loadBalancerArn) },
    })
  expect(statistic('Sum', read('HTTPCode_ELB_503_Count')) / 7200).toBeCloseTo(1, 1)
  expect(read('RequestCount')).toEqual([])
  expect(region.history[`healthy/${group.targetGroupArn}`]).toBeUndefined()
})

test('with only unhealthy targets the load balancer fails open: the targets answer as they can', () => {
  const { world, value } = shop({ http: { '/': { status: 500, latencyMs: 40 } } })
  advanceTo(world, START + 2 * HOUR)
  const from = START + HOUR
  expect(value('UnHealthyHostCount', 'Minimum', 'group', from)).toBe(1)
  expect(value('HTTPCode_Target_5XX_Count', 'Sum', 'group', from)).toBe(
    value('RequestCount', 'Sum', 'group', from),
  )
  expect(value('TargetResponseTime', 'Average', 'group', from)).toBeCloseTo(0.04, 2)
})

test('a target that hangs makes 504s of the load balancer, one that refuses makes 502s', () => {
  const hanging = shop({ http: { '/': { status: 200, latencyMs: 1 }, '/buy': { status: 0, latencyMs: 0 } } })
  advanceTo(hanging.world, START + HOUR)
  const from = START + HOUR / 2
  expect(hanging.value('HTTPCode_ELB_504_Count', 'Sum', 'balancer', from)).toBe(
    hanging.value('RequestCount', 'Sum', 'balancer', from),
  )
  expect(hanging.value('TargetResponseTime', 'Average', 'group', from)).toBeUndefined()
  const refusing = shop({ readyAfterMs: 10 * HOUR })
  advanceTo(refusing.world, START + HOUR)
  expect(refusing.value('HTTPCode_ELB_502_Count', 'Sum', 'balancer', from)).toBeGreaterThan(1000)
})

test('an error share, a change of behaviour, and what breaks above a rate', () => {
  const { world, value } = shop({ errorShare: 0.1 }, { rps: 40 })
  advanceTo(world, START + HOUR)
  const share = (from: number): number =>
    (value('HTTPCode_Target_5XX_Count', 'Sum', 'group', from) ?? 0) /
    (value('RequestCount', 'Sum', 'group', from) ?? 1)
  expect(share(START)).toBeCloseTo(0.1, 1)
  behave(world, '10.0.0.1', { errorShare: 0.5 })
  advanceTo(world, START + 2 * HOUR)
  expect(share(START + HOUR)).toBeCloseTo(0.5, 2)
  behave(world, '10.0.0.1', { breaksAboveRps: 30 })
  advanceTo(world, START + 3 * HOUR)
  expect(share(START + 2 * HOUR)).toBeCloseTo(0.25, 2)
})

test('weights: each group gets its share, weight 0 gets nothing, all 0 is a 503', () => {
  const weight = fc.integer({ min: 0, max: 999 })
  fc.assert(
    fc.property(weight, weight, (first, second) => {
      const { world, loadBalancerArn, value, data, group } = shop({}, { rps: 100 })
      const other = createTargetGroup(world, REGION, { name: 'other', targetType: 'ip' })
      listen(world, '10.0.0.2', {})
      const listener = Object.values(world.regions[REGION]?.elb.listeners ?? {})[0]
      if (!listener) throw new Error('no listener')
      listener.defaultActions = [forward({ [group.targetGroupArn]: first, [other.targetGroupArn]: second })]
      listenersChanged(world, REGION, loadBalancerArn)
      registerTarget(world, REGION, other.targetGroupArn, { id: '10.0.0.2', port: 80 })
      const from = START + HOUR
      advanceTo(world, from + HOUR)
      const sum = (found: Datum[]): number =>
        found.filter(({ at }) => at >= from).reduce((total, one) => total + one.sum, 0)
      const [a, b] = [sum(data('RequestCount', 'group')), sum(data('RequestCount', 'group', other))]
      const total = first + second
      const whole = total === 0 ? 0 : 360_000
      expect(Math.abs(a - (whole * first) / (total || 1))).toBeLessThan(4000)
      expect(Math.abs(b - (whole * second) / (total || 1))).toBeLessThan(4000)
      expect([a === 0, b === 0]).toEqual([first === 0, second === 0])
      expect(a + b).toBe(sum(data('RequestCount', 'balancer')))
      const refused = value('HTTPCode_ELB_503_Count', 'Sum', 'balancer', from) ?? 0
      expect(refused > 300_000).toBe(total === 0)
    }),
    {
      numRuns: 15,
      examples: [
        [0, 0],
        [0, 5],
        [7, 0],
      ],
    },
  )
})

test('fixed responses are counted as such', () => {
  const { world, value } = shop({})
  const listener = Object.values(world.regions[REGION]?.elb.listeners ?? {})[0]
  createRule(world, REGION, {
    listenerArn: listener?.listenerArn ?? '',
    priority: 1,
    conditions: [whenPath('/buy')],
    actions: [fixedResponse(404)],
  })
  advanceTo(world, START + HOUR)
  expect(value('HTTP_Fixed_Response_Count', 'Sum', 'balancer')).toBeGreaterThan(10_000)
  expect(value('HTTPCode_ELB_4XX_Count', 'Sum', 'balancer')).toBe(
    value('HTTP_Fixed_Response_Count', 'Sum', 'balancer'),
  )
  expect(value('RequestCount')).toBeUndefined()
})

test('percentiles are in order and within the extremes', () => {
  const { world, value } = shop({ http: { '/': { status: 200, latencyMs: 120 } } })
  advanceTo(world, START + HOUR)
  const found = ['Minimum', 'p50', 'p90', 'p95', 'p99', 'Maximum'].map(
    (stat) => value('TargetResponseTime', stat) ?? 0,
  )
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  expect(found[1]).toBeGreaterThan(0.05)
  expect(value('TargetResponseTime', 'Average')).toBeCloseTo(0.12, 2)
})

function threeHours(): Shop {
  const made = shop({ errorShare: 0.02 }, { swing: 0.5 })
  advanceTo(made.world, START + 3 * HOUR)
  return made
}

test('the same seed gives the same answers, and reading changes nothing', () => {
  const [one, two] = [threeHours(), threeHours()]
  const before = structuredClone(one.world)
  const names = ['RequestCount', 'TargetResponseTime', 'HTTPCode_Target_5XX_Count', 'HealthyHostCount']
  for (const name of names) {
    expect(one.data(name)).toEqual(two.data(name))
    expect(one.data(name)).toEqual(one.data(name))
  }
  const region = one.world.regions[REGION]
  if (region) allMetrics(one.world, region)
  expect(one.world).toEqual(before)
})

test('a world that was saved and loaded goes on as if nothing had been', () => {
  const one = threeHours()
  const saved = JSON.parse(JSON.stringify(one.world)) as World
  for (const world of [one.world, saved]) {
    behave(world, '10.0.0.1', { http: { '/': { status: 503, latencyMs: 5 } } })
    advanceTo(world, START + 4 * HOUR)
  }
  expect(JSON.parse(JSON.stringify(one.world))).toEqual(JSON.parse(JSON.stringify(saved)))
  expect(one.value('UnHealthyHostCount', 'Maximum')).toBe(1)
})

test('a short range is a part of a long one', () => {
  const { world, data } = shop({ errorShare: 0.1 }, { swing: 0.4 })
  advanceTo(world, START + 2 * HOUR)
  const region = world.regions[REGION]
  if (!region) throw new Error('no Region')
  const [name, LoadBalancer] = [
    'RequestCount',
    loadBalancerDimension(Object.keys(region.elb.loadBalancers)[0] ?? ''),
  ]
  const part = readMetric(windowOf(world, region, START + HOUR, START + HOUR + 300_000), {
    namespace: 'AWS/ApplicationELB',
    name,
    dimensions: { LoadBalancer },
  })
  expect(part).toEqual(
    data(name, 'balancer').filter(({ at }) => at >= START + HOUR && at < START + HOUR + 300_000),
  )
  expect(part).toHaveLength(5)
})

test('ListMetrics knows what had data, and only that', () => {
  const { world } = shop({ errorShare: 0.1 })
  advanceTo(world, START + HOUR)
  const region = world.regions[REGION]
  if (!region) throw new Error('no Region')
  const listed = allMetrics(world, region)
  const window = windowOf(world, region, START, world.now)
  for (const metric of listed)
    expect([metric.name, readMetric(window, metric).length > 0]).toEqual([metric.name, true])
  const names = listed.map(({ name }) => name)
  expect(names).toContain('HTTPCode_Target_5XX_Count')
  expect(names).not.toContain('HTTPCode_Target_4XX_Count')
})
