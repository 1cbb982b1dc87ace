/** What holds for every plan, whatever stands at the hostname: proved on generated layouts against Route 53's strict rules. */
import type { Change as SdkChange, ResourceRecordSet } from '@aws-sdk/client-route-53'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../simulator/engine/dns/names.ts'
import { applyChanges, type StrictRules } from '../../../simulator/engine/dns/strict-zone.ts'
import type { Change, RecordSet } from '../dns/record-set.ts'
import { batchTrouble, buildBatch, hasOnePolicyEach } from './batch.ts'
import { canon, digest } from './canon.ts'
import { verbatim } from './fixtures/compare.ts'
import { alias, member, params as usual, targets, values, zone, zoneId } from './fixtures/records.ts'
import { isManagedType } from './managed.ts'
import { cutoverNames, firstJournalName } from './names.ts'
import type { PlanParams } from './params.ts'
import { makePlan, planFromSnapshot, type Plan, type PlanInput, snapshotOf } from './plan.ts'
import { type Snapshot, snapshotRecord } from './snapshot.ts'

const wildcardName = String.raw`\052.example.com.`
const origin = 'origin.example.com.'

const ttl = fc.constantFrom(0, 30, 60, 61, 300, 172_800)
const octet = fc.integer({ min: 0, max: 255 })
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'))
const ipv6 = fc.integer({ min: 1, max: 0xffff }).map((last) => `2001:db8::${last.toString(16)}`)
const target = fc.constantFrom(...Object.values(targets), [zoneId, origin] as const)
const identifier = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })

const recordOf = (name: string, type: 'A' | 'AAAA'): fc.Arbitrary<RecordSet> =>
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc
        .tuple(ttl, fc.uniqueArray(type === 'A' ? ipv4 : ipv6, { minLength: 1, maxLength: 6 }))
        .map(([seconds, list]) => values(name, type, seconds, ...list)),
    },
    fc.tuple(target, fc.boolean()).map(([to, evaluate]) => alias(name, type, to, evaluate)),
  )

const cnameOf = (name: string): fc.Arbitrary<RecordSet[]> =>
  fc
    .tuple(ttl, fc.constantFrom('legacy.example.net.', 'Legacy.EXAMPLE.net', 'app.example.com.'))
    .map(([seconds, value]) => [values(name, 'CNAME', seconds, value)])

const addressesOf = (name: string): fc.Arbitrary<RecordSet[]> =>
  fc
    .record({
      a: recordOf(name, 'A'),
      aaaa: recordOf(name, 'AAAA'),
      which: fc.constantFrom('a', 'aaaa', 'both'),
    })
    .map(({ a, aaaa, which }) => [...(which === 'aaaa' ? [] : [a]), ...(which === 'a' ? [] : [aaaa])])

/** One routing policy for all members, as Route 53 has it. */
const policies: ((index: number) => Partial<RecordSet>)[] = [
  (index) => ({ Weight: index % 256 }),
  (index) => ({
    Region: ['us-east-1', 'ap-northeast-2', 'eu-west-1', 'sa-east-1'][index] ?? `region-${index}`,
  }),
  (index) => ({ GeoLocation: { CountryCode: ['*', 'KR', 'DE', 'US'][index] ?? `${index}` } }),
  () => ({ MultiValueAnswer: true }),
  (index) => ({ CidrRoutingConfig: { CollectionId: 'c', LocationName: `${index}` } }),
  (index) => ({ GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: index } }),
]

const groupOf = (name: string): fc.Arbitrary<RecordSet[]> =>
  fc
    .record({
      seconds: ttl,
      ids: fc.uniqueArray(identifier, { minLength: 1, maxLength: 4 }),
      policy: fc.constantFrom(...policies),
    })
    .map(({ seconds, ids, policy }) =>
      ids.map((id, index) => member(values(name, 'A', seconds, `192.0.2.${index}`), id, policy(index))),
    )

const besides = (name: string): RecordSet[] => [
  values(name, 'TXT', 300, '"beside"'),
  values(name, 'MX', 300, '10 mail.example.com.'),
]
const bindings = (name: string): RecordSet[] => [
  values(name, 'HTTPS', 300, '1 . alpn="h2" ipv4hint="192.0.2.1"'),
  values(name, 'SVCB', 60, '1 . alpn="h2"'),
]

/** What stands at a name: nothing, a CNAME alone, or addresses or a group with other types beside them. */
function atName(name: string): fc.Arbitrary<RecordSet[]> {
  const answers = fc.oneof({ weight: 4, arbitrary: addressesOf(name) }, groupOf(name), fc.constant([]))
  const mixed = fc
    .tuple(answers, fc.subarray(besides(name)), fc.subarray(bindings(name)))
    .map((parts) => parts.flat())
  return name === 'example.com.' ? mixed : fc.oneof({ weight: 3, arbitrary: mixed }, cnameOf(name))
}

const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 5 })
  .map((list) => [0, ...list.toSorted((a, b) => a - b), 100])

const someParams: fc.Arbitrary<PlanParams> = fc
  .record({
    strategy: fc.constantFrom('simple' as const, 'weighted' as const),
    dualStack: fc.boolean(),
    evaluateTargetHealth: fc.boolean(),
    lowTtl: fc.constantFrom(30, 60, 300),
    steps,
    prepareTtl: fc.boolean(),
    retireServiceBindings: fc.boolean(),
    addIpv6: fc.boolean(),
    legacyIpv6: fc.boolean(),
  })
  .map(({ dualStack, ...rest }) => ({ ...usual, ...rest, balancer: { ...usual.balancer, dualStack } }))

interface Drawn {
  plan: Plan
  input: PlanInput
  /** Everything in the zone. */
  records: RecordSet[]
  /** What the plan may move, as it is. */
  original: RecordSet[]
}

/** Layouts that can be planned. */
const drawn: fc.Arbitrary<Drawn> = fc
  .constantFrom('www.example.com.', 'example.com.', wildcardName, 'a.b.example.com.')
  .chain((hostname) =>
    fc.record({
      hostname: fc.constant(hostname),
      own: atName(hostname),
      wild: atName(wildcardName),
      params: someParams,
      long: fc.boolean(),
    }),
  )
  .map(({ hostname, own, wild, params, long }) => {
    const targetsHere = [
      values(origin, 'A', long ? 3600 : 30, '192.0.2.77', '192.0.2.78'),
      values(origin, 'AAAA', long ? 3600 : 30, '2001:db8::77'),
    ]
    const wildcard = hostname === wildcardName ? [] : wild
    const input: PlanInput = {
      zone: { id: zoneId, name: 'example.com.' },
      hostname,
      records: own,
      params: { ...params, wildcard, aliasTargets: targetsHere },
    }
    const planning = makePlan(input)
    const records = zone([...targetsHere, ...wildcard, ...own]).records
    const live = own.filter(({ Type }) => isManagedType(Type, params.retireServiceBindings))
    return 'plan' in planning ? { plan: planning.plan, input, records, original: live } : undefined
  })
  .filter((each) => each !== undefined)

const rules: fc.Arbitrary<StrictRules> = fc.record({
  weightedValues: fc.constantFrom('one' as const, 'many' as const),
  weightedTtl: fc.constantFrom('reject' as const, 'rewrite' as const),
  laxDelete: fc.boolean(),
})

/** The zone after a batch. @throws Error with what Route 53 says against it */
function applied(records: RecordSet[], changes: Change[], rule: StrictRules): RecordSet[] {
  const place = { id: zoneId, name: 'example.com.' }
  const after = applyChanges(place, records as unknown as ResourceRecordSet[], changes as SdkChange[], rule)
  if ('code' in after) throw new Error(after.message)
  return after.records as unknown as RecordSet[]
}

/** The zone of a layout as state `index` of its plan leaves it. */
function zoneAt(
  { plan, records, original }: Drawn,
  index: number,
): { others: RecordSet[]; observed: RecordSet[] } {
  return {
    others: records.filter((record) => !original.includes(record)),
    observed: index === 0 ? original : (plan.states[index]?.records ?? []),
  }
}

/** A plan and two of its states. */
const moves = fc
  .record({ one: drawn, rule: rules, from: fc.nat(), to: fc.nat() })
  .map(({ one, from, to, ...rest }) => ({
    ...rest,
    one,
    from: from % one.plan.states.length,
    to: to % one.plan.states.length,
  }))

const runs = { numRuns: 250 }

describe('every move of every plan', () => {
  it('is accepted by the strict zone, yields exactly the target and touches nothing else', () => {
    fc.assert(
      fc.property(moves, ({ one, rule, from, to }) => {
        const { others, observed } = zoneAt(one, from)
        const wanted = one.plan.states[to]?.records ?? []
        const changes = buildBatch({ plan: one.plan, observed, target: wanted })
        const after =
          changes.length === 0 ? [...others, ...observed] : applied([...others, ...observed], changes, rule)
        const lines = new Set(wanted.map(canon))
        const live = after.filter((record) => lines.has(canon(record)))
        expect(digest(live)).toBe(digest(wanted))
        expect(verbatim(after.filter((record) => !live.includes(record)))).toEqual(verbatim(others))
        expect(hasOnePolicyEach(after)).toBe(true)
      }),
      runs,
    )
  })

  it('back to the original puts back exactly what was read', () => {
    fc.assert(
      fc.property(moves, ({ one, rule, from }) => {
        const { others, observed } = zoneAt(one, from)
        const changes = buildBatch({ plan: one.plan, observed, target: one.plan.states[0]?.records ?? [] })
        const after =
          changes.length === 0 ? [...others, ...observed] : applied([...others, ...observed], changes, rule)
        expect(verbatim(after)).toEqual(verbatim(one.records))
      }),
      runs,
    )
  })

  it('only creates and deletes, and only what is ours', () => {
    fc.assert(
      fc.property(moves, ({ one: { plan, ...one }, from, to }) => {
        const { observed } = zoneAt({ plan, ...one }, from)
        const own = new Set([plan.hostname, plan.names.parked, plan.names.claim, plan.names.snapshot])
        for (const { Action, ResourceRecordSet: record } of buildBatch({
          plan,
          observed,
          target: plan.states[to]?.records ?? [],
        })) {
          expect(['CREATE', 'DELETE']).toContain(Action)
          expect(own).toContain(record.Name)
          expect(['TXT', 'MX', 'NS', 'SOA']).not.toContain(record.Type)
        }
      }),
      runs,
    )
  })

  it('that changes nothing asserts everything and leaves the zone as it is', () => {
    fc.assert(
      fc.property(moves, ({ one, rule, from }) => {
        const { others, observed } = zoneAt(one, from)
        fc.pre(observed.length > 0)
        const changes = buildBatch({ plan: one.plan, observed, target: observed })
        expect(changes.length).toBe(2 * observed.length)
        const after = applied([...others, ...observed], changes, rule)
        expect(verbatim(after)).toEqual(verbatim([...others, ...observed]))
      }),
      runs,
    )
  })

  it('is the same whatever order the records and their values came in', () => {
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.nat()), ({ one, from, to }, noise) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, at: noise.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ each }) => each)
        const turned = (record: RecordSet): RecordSet =>
          record.ResourceRecords ? { ...record, ResourceRecords: shuffled(record.ResourceRecords) } : record
        const { plan, input } = one
        const { observed } = zoneAt(one, from)
        const wanted = plan.states[to]?.records ?? []
        expect(buildBatch({ plan, observed: shuffled(observed), target: shuffled(wanted) })).toEqual(
          buildBatch({ plan, observed, target: wanted }),
        )
        expect(digest(observed.map(turned))).toBe(digest(observed))
        const again = makePlan({ ...input, records: shuffled(input.records).map(turned) })
        expect('plan' in again && again.plan.digest).toBe(plan.digest)
      }),
      runs,
    )
  })
})

const eachPlan = (check: (one: Drawn) => void): void => fc.assert(fc.property(drawn, check), runs)
const isOurs = ({ SetIdentifier = '' }: RecordSet): boolean =>
  /^(legacy|ecs)-[0-9a-f]{6}$/.test(SetIdentifier)
const toBalancer = ({ AliasTarget }: RecordSet): boolean =>
  AliasTarget?.DNSName === `${usual.balancer.dnsName.toLowerCase()}.`

describe('every plan', () => {
  it('ends with aliases to the load balancer, and has no CNAME at the apex', () => {
    eachPlan(({ plan: { states, hostname } }) => {
      for (const record of states.at(-1)?.records ?? []) {
        expect(['A', 'AAAA']).toContain(record.Type)
        expect(record).toMatchObject({ Name: hostname })
        expect(toBalancer(record)).toBe(true)
        expect(record).not.toHaveProperty('SetIdentifier')
      }
      expect(states.at(-1)?.records.some(({ Type }) => Type === 'A')).toBe(true)
      const atApex = states.flatMap(({ records }) => records).filter(({ Name }) => Name === 'example.com.')
      expect(atApex.filter(({ Type }) => Type === 'CNAME')).toEqual([])
    })
  })

  it('splits each type by whole weights that add up to 100, so that they are never all 0', () => {
    eachPlan(({ plan: { states } }) => {
      for (const { records, share = 0 } of states.filter(({ kind }) => kind === 'weights')) {
        const members = records.filter(isOurs)
        const types = new Set(members.map(({ Type }) => Type))
        expect(types.size).toBeGreaterThan(0)
        for (const type of types) {
          const weights = members.filter(({ Type }) => Type === type).map(({ Weight }) => Weight)
          expect(new Set(weights)).toEqual(new Set([100 - share, share]))
          expect(weights.length).toBe(2)
          for (const weight of weights) expect(Number.isInteger(weight) && Number(weight) <= 255).toBe(true)
        }
      }
    })
  })

  it('sends nobody to the load balancer over IPv6 before the end, unless the legacy answered over it', () => {
    eachPlan(({ plan: { states }, input, original }) => {
      const legacy = original.length > 0 ? original : input.params.wildcard
      fc.pre(!legacy.some(({ Type }) => Type === 'AAAA'))
      const before = states.filter(({ kind }) => kind !== 'final' && kind !== 'v6')
      const early = before.flatMap(({ records }) => records).filter(({ Type }) => Type === 'AAAA')
      expect(early.filter(toBalancer)).toEqual([])
    })
  })

  it('never leaves a hostname without an answer that had one', () => {
    eachPlan(({ plan: { states, hostname }, original }) => {
      fc.pre(original.length > 0)
      for (const { records } of states) expect(records.some(({ Name }) => Name === hostname)).toBe(true)
    })
  })

  it('has no two states in a row that are the same', () => {
    eachPlan(({ plan: { states } }) => {
      const digests = states.map(({ records }) => digest(records))
      expect(digests.filter((each, index) => each === digests[index - 1])).toEqual([])
    })
  })

  it('comes out of its snapshot again', () => {
    eachPlan(({ plan }) => {
      const snapshot = JSON.parse(JSON.stringify(snapshotOf(plan, '01J'))) as Snapshot
      expect(planFromSnapshot(snapshot, plan.zone)).toEqual(plan)
    })
  })
})

describe('sizes', () => {
  it('keep within the limits of Route 53, or there is no plan', () => {
    const name = 'www.example.com.'
    const groups = fc.record({
      count: fc.integer({ min: 1, max: 100 }),
      length: fc.integer({ min: 1, max: 4000 }),
      policy: fc.constantFrom(...policies),
      seconds: ttl,
    })
    const many = fc.record({ count: fc.integer({ min: 400, max: 600 }), seconds: ttl })
    const layouts = fc.oneof(
      groups.map(({ count, length, policy, seconds }) =>
        Array.from({ length: count }, (_, index) =>
          member(values(name, 'CNAME', seconds, 'v'.repeat(length)), `${index}`, policy(index)),
        ),
      ),
      many.map(({ count, seconds }) => [
        values(
          name,
          'A',
          seconds,
          ...Array.from({ length: count }, (_, index) => `10.0.${index >> 8}.${index & 255}`),
        ),
      ]),
    )
    const journal = values('claim.', 'TXT', 60, 'c'.repeat(252))
    fc.assert(
      fc.property(layouts, fc.constantFrom('simple' as const, 'weighted' as const), (records, strategy) => {
        const planning = makePlan({
          zone: { id: zoneId, name: 'example.com.' },
          hostname: name,
          records,
          params: { ...usual, strategy },
        })
        const code = 'refusal' in planning ? planning.refusal.code : undefined
        expect([undefined, 'batch-size', 'snapshot-size', 'group-weighted']).toContain(code)
        const plans = 'plan' in planning ? [planning.plan] : []
        for (const plan of plans)
          for (const [from, to] of plan.states.flatMap((one) =>
            plan.states.map((other) => [one, other] as const),
          )) {
            expect(snapshotRecord('s.', snapshotOf(plan, '01J'))).toBeDefined()
            const sets = [
              ...buildBatch({ plan, observed: from.records, target: to.records }).map(
                (change) => change.ResourceRecordSet,
              ),
              journal,
              journal,
            ]
            const list = sets.map(({ ResourceRecords = [{ Value: '' }] }) => ResourceRecords)
            expect(list.flat().length).toBeLessThanOrEqual(1000)
            expect(list.flat().reduce((sum, { Value }) => sum + Value.length, 0)).toBeLessThanOrEqual(32_000)
          }
      }),
      { numRuns: 100 },
    )
  })

  it('say what would be too much', () => {
    const record = values('www.example.com.', 'A', 60, ...Array.from({ length: 993 }, () => '192.0.2.1'))
    expect(batchTrouble([{ Action: 'CREATE', ResourceRecordSet: record }])).toEqual({
      records: 993,
      characters: 993 * 9,
      mostRecords: 1000,
      mostCharacters: 32_000,
    })
    const few = { ...record, ResourceRecords: record.ResourceRecords?.slice(1) ?? [] }
    expect(batchTrouble([{ Action: 'CREATE', ResourceRecordSet: few }])).toBeUndefined()
  })
})

describe('names of the journal', () => {
  it('stand directly below the zone, never at or below the hostname, and never make a name between', () => {
    const label = fc.stringMatching(/^[a-z0-9_-]{1,20}$/)
    fc.assert(
      fc.property(fc.array(fc.oneof(label, fc.constant(String.raw`\052`)), { maxLength: 4 }), (labels) => {
        const hostname = [...labels, 'example.com.'].join('.')
        const names = Object.values(cutoverNames(hostname, 'example.com.'))
        for (const name of names) {
          expect(name).toMatch(/^_cutover-[0-9a-f]{16}(-[sp])?\.example\.com\.$/)
          expect(name).not.toBe(hostname)
          expect(labels.length > 0 && name.endsWith(`.${hostname}`)).toBe(false)
        }
        expect(new Set(names).size).toBe(3)
        const first = firstJournalName('example.com.')
        for (const name of names) expect(compareNames(first, name)).toBeLessThan(0)
      }),
    )
  })
})
