/** What stands at the hostname in each state, row by row of the conversion table. */
import { describe, expect, it } from 'vitest'
import type { RecordSet } from '../dns/record-set.ts'
import { fixtures } from './fixtures/all.ts'
import { planInput, plansOf } from './fixtures/planning.ts'
import { alias, hostname, member, params, targets, values, zoneId } from './fixtures/records.ts'
import { legacyMember, type Site } from './legacy.ts'
import { cutoverNames } from './names.ts'
import type { PlanParams } from './params.ts'
import { makePlan, type Planning, pointsToBalancer } from './plan.ts'

const parked = '_cutover-df6332c2575162ec-p.example.com.'
const ours = ['ZWKZPGTI48KDX', 'shop-web-1234567890.ap-northeast-2.elb.amazonaws.com.'] as const
const legacy = (record: RecordSet, Weight: number): RecordSet => member(record, 'legacy-df6332', { Weight })
const fresh = (type: string, Weight: number): RecordSet =>
  member(alias(hostname, type, ours, true), 'ecs-df6332', { Weight })
const last = (type: string): RecordSet => alias(hostname, type, ours, true)
const ipv4 = { balancer: { ...params.balancer, dualStack: false } }

/** The records of one state, sorted by type and identifier. */
function recordsOf(id: string, label: string, more: Partial<PlanParams> = {}): RecordSet[] {
  const fixture = fixtures.find((each) => each.id === id)
  const plans = fixture ? plansOf(fixture, more) : []
  const states = plans.at(-1)?.states ?? []
  return states.find((state) => state.label === label)?.records ?? []
}

function refusalOf(
  id: string,
  more: Partial<PlanParams>,
  strategy: 'simple' | 'weighted',
): string | undefined {
  const fixture = fixtures.find((each) => each.id === id)
  if (!fixture) throw new Error(`No layout ${id}`)
  const planning: Planning = makePlan({ ...planInput(fixture, strategy, more) })
  return 'refusal' in planning ? planning.refusal.code : undefined
}

describe('addresses', () => {
  it('with one value become a member beside the alias', () => {
    const address = values(hostname, 'A', 60, '192.0.2.1')
    expect(recordsOf('1', 'ttl-prep')).toEqual([address])
    expect(recordsOf('1', 'w25')).toEqual([fresh('A', 25), legacy(address, 75)])
    expect(recordsOf('1', 'final')).toEqual([last('A')])
  })

  it('with several values are parked and answered from there', () => {
    const toParked = legacy(alias(hostname, 'A', [zoneId, parked]), 100)
    expect(recordsOf('4', 'w0')).toEqual([
      values(parked, 'A', 60, '198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4'),
      fresh('A', 0),
      toParked,
    ])
    expect(recordsOf('4', 'final')).toEqual([last('A')])
  })

  it('of both families are shifted together', () => {
    expect(recordsOf('6', 'w50')).toEqual([
      fresh('A', 50),
      legacy(values(hostname, 'A', 60, '192.0.2.1'), 50),
      fresh('AAAA', 50),
      legacy(values(hostname, 'AAAA', 60, '2001:db8::1'), 50),
    ])
    expect(recordsOf('6', 'final')).toEqual([last('A'), last('AAAA')])
  })

  it('of IPv6 stay on the legacy to the end where the load balancer has none', () => {
    const ipv6 = values(hostname, 'AAAA', 60, '2001:db8::1')
    expect(recordsOf('6', 'w100', ipv4)).toEqual([
      fresh('A', 100),
      legacy(values(hostname, 'A', 60, '192.0.2.1'), 0),
      ipv6,
    ])
    expect(recordsOf('6', 'final', ipv4)).toEqual([last('A')])
  })

  it('of IPv6 that answer from parked values keep them to the end', () => {
    expect(recordsOf('23b', 'w100')).toContainEqual(values(parked, 'AAAA', 60, '2001:db8::1'))
    expect(recordsOf('23b', 'w100')).toContainEqual(alias(hostname, 'AAAA', [zoneId, parked]))
  })

  it('of IPv6 are added in a step of their own, if at all', () => {
    expect(recordsOf('1', 'v6')).toEqual([])
    expect(recordsOf('1', 'final', { addIpv6: true })).toEqual([last('A')])
    expect(recordsOf('1', 'v6', { addIpv6: true })).toEqual([last('A'), last('AAAA')])
    expect(recordsOf('1', 'v6', { addIpv6: true, ...ipv4 })).toEqual([])
    expect(recordsOf('6', 'v6', { addIpv6: true })).toEqual([])
    expect(recordsOf('75a', 'v6', { addIpv6: true })).toEqual([])
  })
})

describe('CNAMEs', () => {
  it('are shifted to the name of the load balancer, and end as aliases', () => {
    const old = values(hostname, 'CNAME', 60, 'legacy.onprem.example.net.')
    const cname = values(hostname, 'CNAME', 60, ours[1])
    expect(recordsOf('9', 'w5')).toEqual([member(cname, 'ecs-df6332', { Weight: 5 }), legacy(old, 95)])
    expect(recordsOf('9', 'final')).toEqual([last('A')])
    expect(recordsOf('9', 'final', { legacyIpv6: true })).toEqual([last('A'), last('AAAA')])
  })

  it('keep one TTL in the group, also a lower one', () => {
    expect(recordsOf('73', 'w0').map(({ TTL }) => TTL)).toEqual([30, 30])
  })

  it('stay CNAMEs where an alias of that type needs one', () => {
    expect(recordsOf('75a', 'final')).toEqual([values(hostname, 'CNAME', 60, ours[1])])
  })
})

describe('aliases', () => {
  it('are members as they are', () => {
    const balancer = targets.dualstackBalancer
    expect(recordsOf('19', 'w25')).toEqual([
      fresh('A', 25),
      legacy(alias(hostname, 'A', balancer, true), 75),
      fresh('AAAA', 25),
      legacy(alias(hostname, 'AAAA', balancer, false), 75),
    ])
  })

  it('to values that caches keep for long answer from a copy that they do not', () => {
    const copy = values(parked, 'A', 60, '198.51.100.1', '198.51.100.2', '198.51.100.3')
    const toCopy = alias(hostname, 'A', [zoneId, parked])
    expect(recordsOf('23a', 'ttl-prep')).toEqual([copy, toCopy])
    expect(recordsOf('23a', 'w25')).toEqual([copy, fresh('A', 25), legacy(toCopy, 75)])
    expect(recordsOf('23a', 'final')).toEqual([last('A')])
  })

  it('to other aliases, to groups and to what caches keep for a short time are left where they point', () => {
    const origin = values('origin.example.com.', 'A', 3600, '192.0.2.1')
    for (const target of [
      alias('origin.example.com.', 'A', targets.classic),
      member(origin, 'one', { Weight: 1 }),
      { ...origin, TTL: 60 },
      { ...origin, Type: 'AAAA' },
      { ...origin, Name: 'elsewhere.example.com.' },
    ])
      expect(recordsOf('23a', 'ttl-prep', { aliasTargets: [target] })).toEqual([])
  })

  it('of type CNAME are shifted beside one with a TTL', () => {
    const cname = alias(hostname, 'CNAME', [zoneId, 'app.example.com.'])
    const planning = makePlan({
      zone: { id: zoneId, name: 'example.com.' },
      hostname,
      records: [cname],
      params,
    })
    const states = 'plan' in planning ? planning.plan.states : []
    expect(states.find(({ label }) => label === 'w5')?.records).toEqual([
      member(values(hostname, 'CNAME', 60, ours[1]), 'ecs-df6332', { Weight: 5 }),
      legacy(cname, 95),
    ])
  })
})

describe('health checks', () => {
  it('of simple records are left out of groups, where they would begin to count', () => {
    expect(recordsOf('66', 'D0')[0]).toMatchObject({ HealthCheckId: 'deleted' })
    expect(recordsOf('66', 'w5')[1]).not.toHaveProperty('HealthCheckId')
    const site: Site = {
      hostname,
      zoneId,
      names: cutoverNames(hostname, 'example.com.'),
      params,
      effective: [],
    }
    const target = alias(hostname, 'A', targets.classic)
    expect(legacyMember(site, { ...target, HealthCheckId: 'check' }, 1)).toEqual([legacy(target, 1)])
    // Route 53 never gives a record set without both: what is missing is filled with what a group can hold.
    expect(legacyMember(site, { Name: hostname, Type: 'A' }, 1)).toEqual([
      legacy(values(hostname, 'A', 60), 1),
    ])
  })
})

describe('wildcards and bindings', () => {
  it('are copied for the hostname, addresses only', () => {
    expect(recordsOf('42', 'D0')).toEqual([])
    expect(recordsOf('42', 'ttl-prep')).toEqual([
      values(hostname, 'A', 60, '198.51.100.1', '198.51.100.2'),
      values(hostname, 'AAAA', 60, '2001:db8::1'),
    ])
    expect(recordsOf('42', 'final')).toEqual([last('A'), last('AAAA')])
  })

  it('are gone from the first step on, unless they are all there is', () => {
    expect(recordsOf('46a', 'ttl-prep').map(({ Type }) => Type)).toEqual(['A'])
    expect(recordsOf('46c', 'ttl-prep').map(({ Type, TTL }) => [Type, TTL])).toEqual([['HTTPS', 60]])
    expect(recordsOf('46c', 'final')).toEqual([last('A')])
  })
})

describe('what is refused', () => {
  it.each([
    ['not from 0', [5, 100]],
    ['not to 100', [0, 50]],
    ['going back', [0, 50, 25, 100]],
    ['in parts of a percent', [0, 0.5, 100]],
    ['no steps', []],
  ])('weights %s', (_, steps) => {
    expect(refusalOf('1', { steps }, 'weighted')).toBe('weights')
    expect(refusalOf('1', { steps }, 'simple')).toBeUndefined()
  })

  it('a wildcard that already leads to the load balancer', () => {
    const wildcard = [alias(String.raw`\052.example.com.`, 'A', ours)]
    expect(refusalOf('45', { wildcard }, 'simple')).toBe('already-there')
  })

  it('a policy that this console does not know', () => {
    const planning = makePlan({
      zone: { id: zoneId, name: 'example.com.' },
      hostname,
      records: [{ ...values(hostname, 'A', 60, '192.0.2.1'), SetIdentifier: 'moon' }],
      params,
    })
    expect(planning).toMatchObject({ refusal: { code: 'unknown-policy' } })
  })

  it('a CNAME that has no value points nowhere', () => {
    expect(pointsToBalancer([{ Name: hostname, Type: 'CNAME' }], params)).toBe(false)
  })
})
