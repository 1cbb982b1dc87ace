/** How long each state lasts, by plan. */
import { describe, expect, it } from 'vitest'
import type { RecordSet } from '../dns/record-set.ts'
import { address, hostname, minute, params, rulePlan, testPlan } from './fixtures/bench.ts'
import type { PlanParams } from './params.ts'
import {
  abortState,
  effectiveTtl,
  holdOf,
  holdState,
  isExposed,
  retryDelay,
  totalLength,
  totalWait,
  waitOf,
} from './timing.ts'

const hour = 60 * minute
const ipv6: RecordSet = { ...address, Type: 'AAAA', ResourceRecords: [{ Value: '2001:db8::1' }] }
const dualStack = { ...params.balancer, dualStack: true }
const elsewhere: RecordSet = {
  Name: hostname,
  Type: 'A',
  AliasTarget: { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName: 'd1.cloudfront.net.', EvaluateTargetHealth: false },
}
const several: RecordSet = { ...address, ResourceRecords: [{ Value: '192.0.2.1' }, { Value: '192.0.2.2' }] }

describe('time at each state', () => {
  it.each<[string, Partial<PlanParams>, RecordSet[], number[]]>([
    // D0, ttl-prep: the old TTL runs out; w0, w50, w100: at least the bake time; final.
    ['weighted', {}, [address], [0, 6, 10, 10, 10, 2]],
    ['weighted with little baking', { bakeMs: 1 }, [address], [0, 6, 2, 2, 2, 2]],
    ['unprepared', { prepareTtl: false, bakeMs: 1 }, [address], [0, 10, 2, 2, 2]],
    ['simple', { strategy: 'simple' }, [address], [0, 6, 2]],
    [
      'simple with IPv6 added',
      { strategy: 'simple', addIpv6: true, balancer: dualStack },
      [address],
      [0, 6, 2, 10],
    ],
    ['an alias elsewhere', { bakeMs: 1 }, [elsewhere], [0, 10, 10, 10, 6]],
    ['parked values', { bakeMs: 1 }, [several], [0, 6, 2, 2, 2, 2]],
    ['parked values, TTLs not that low', { bakeMs: 1, lowTtl: 120 }, [several], [0, 6, 4, 4, 4, 3]],
  ])('%s', (_, more, records, minutes) => {
    const plan = testPlan(more, records)
    expect(plan.states.map((_state, index) => waitOf(plan, index) / minute)).toEqual(minutes)
    expect(totalWait(plan)).toBe(minutes.reduce((sum, each) => sum + each, 0) * minute)
  })

  it('of a rule is the bake time, and of no state none', () => {
    expect(rulePlan().states.map((_, index) => waitOf(rulePlan(), index))).toEqual([0, 6e5, 6e5, 6e5])
    expect(waitOf(rulePlan(), 99)).toBe(0)
    expect(effectiveTtl(testPlan(), 99)).toBe(300)
  })
})

describe('the hold', () => {
  it.each<[string, Partial<PlanParams>, RecordSet[], string]>([
    ['where an unhealthy load balancer falls back by itself', {}, [address], 'w100'],
    ['not where its health is not asked', { evaluateTargetHealth: false }, [address], 'final'],
    ['not where IPv6 stays behind', {}, [address, ipv6], 'final'],
    ['with both families', { balancer: dualStack }, [address, ipv6], 'w100'],
    ['of a swap', { strategy: 'simple' }, [address], 'final'],
  ])('begins %s', (_, more, records, label) => {
    const plan = testPlan(more, records)
    expect(plan.states[holdState(plan)]?.label).toBe(label)
    // The last state is held for an hour more where the hold began before it.
    const extra = label === 'final' ? 0 : hour
    expect(totalLength(plan)).toBe(totalWait(plan) + plan.params.holdMs + extra)
  })

  it('of a rule begins at its last state', () => {
    expect(holdState(rulePlan())).toBe(3)
    expect(holdState({ ...testPlan(), states: [] })).toBe(-1)
  })

  it('lasts a day, and an hour more at the last state', () => {
    const plan = testPlan()
    expect([4, 5].map((index) => holdOf(plan, index) / hour)).toEqual([24, 1])
    const simple = testPlan({ strategy: 'simple' })
    expect(holdOf(simple, 2) / hour).toBe(24)
  })
})

it('an automatic abort goes to where nothing new is answered', () => {
  expect(abortState(testPlan())).toBe(2)
  expect(abortState(testPlan({ strategy: 'simple' }))).toBe(1)
  expect(abortState(testPlan({ strategy: 'simple', prepareTtl: false }))).toBe(0)
  expect(abortState(rulePlan())).toBe(1)
})

it('clients may be on the new side from the first share on', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map((index) => isExposed(testPlan(), index))).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
    false,
  ])
})

it('attempts come ever later', () => {
  expect([1, 2, 3, 4, 5].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000])
})
