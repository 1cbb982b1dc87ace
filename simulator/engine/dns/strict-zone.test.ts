import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alias, change, record } from './testing-records.ts'
import { type StrictRules, type StrictZone, applyChanges } from './strict-zone.ts'
import { compareRecordSets, keyOf } from './zone-order.ts'

const zone: StrictZone = { id: 'Z1', name: 'example.com.' }
const strict: StrictRules = { laxDelete: false, weightedValues: 'one', weightedTtl: 'reject' }
const www = record('www', 'A', ['192.0.2.1', '192.0.2.2'])
const weighted = (SetIdentifier: string, Weight: number, more: Partial<ResourceRecordSet> = {}) =>
  record('w', 'A', ['192.0.2.1'], { SetIdentifier, Weight, ...more })
const apex = (Type: 'NS' | 'SOA', value: string): ResourceRecordSet => ({
  Name: 'example.com.',
  Type,
  TTL: 900,
  ResourceRecords: [{ Value: value }],
})
const soa = apex('SOA', 'ns-1. h. 1 2 3 4 60')
const born = [apex('NS', 'ns-1.awsdns-1.com.'), soa]

const apply = (
  records: ResourceRecordSet[],
  changes: Change[],
  rules: Partial<StrictRules> = {},
  more = {},
) => applyChanges({ ...zone, ...more }, records, changes, { ...strict, ...rules })

function refusal(...given: Parameters<typeof apply>): string {
  const result = apply(...given)
  return 'code' in result ? `${result.code}: ${result.message}` : 'accepted'
}

function after(...given: Parameters<typeof apply>): ResourceRecordSet[] {
  const result = apply(...given)
  if ('code' in result) throw new Error(result.message)
  return result.records.toSorted(compareRecordSets)
}

describe('an accepted batch', () => {
  it('deletes and creates in order, values in any order, names in any case', () => {
    const upper = { ...record('WWW', 'A', ['192.0.2.2', '192.0.2.1']), Name: 'WWW.Example.com' }
    expect(after([www], [change('DELETE', upper), change('CREATE', { ...www, TTL: 60 })])).toEqual([
      { ...www, TTL: 60 },
    ])
  })

  it('asserts a record set by deleting and creating it again', () => {
    expect(after([www], [change('DELETE', www), change('CREATE', www)])).toEqual([www])
  })

  it('turns a simple record set into a weighted group and back', () => {
    const simple = record('w', 'A', ['192.0.2.1'])
    const group = [
      weighted('a', 100),
      alias('w', 'A', 'lb.elb.amazonaws.com.', { SetIdentifier: 'b', Weight: 0 }),
    ]
    const there = [change('DELETE', simple), ...group.map((set) => change('CREATE', set))]
    expect(after([simple], there)).toEqual(group)
    const back = [...group.map((set) => change('DELETE', set)), change('CREATE', simple)]
    expect(after(group, back)).toEqual([simple])
  })

  it('keeps untouched record sets as the same objects, and stores names as Route 53 does', () => {
    const result = apply([www], [change('CREATE', alias('X', 'A', 'Dualstack.LB.elb.amazonaws.com'))])
    const records = 'records' in result ? result.records : []
    expect(records[0]).toBe(www)
    expect(records[1]).toMatchObject({
      Name: 'x.example.com.',
      AliasTarget: { DNSName: 'dualstack.lb.elb.amazonaws.com.' },
    })
  })

  it('replaces with UPSERT, and creates where there was nothing', () => {
    const other = record('www', 'A', ['192.0.2.9'])
    expect(
      after([www], [change('UPSERT', other), change('UPSERT', record('a', 'A', ['192.0.2.1']))]),
    ).toEqual([record('a', 'A', ['192.0.2.1']), other])
  })
})

const many = (count: number, Action: 'CREATE' | 'UPSERT', value: (index: number) => string) =>
  refusal(
    [],
    Array.from({ length: count }, (_, index) => change(Action, record(`n${index}`, 'TXT', [value(index)]))),
  )

describe('a refused batch', () => {
  const cname = record('www', 'CNAME', ['x.example.'])
  const health = { healthCheckIds: new Set(['known']) }
  it.each<[string, Parameters<typeof apply>, string]>([
    [
      'E1',
      [[], [change('DELETE', www)]],
      "InvalidChangeBatch: [Tried to delete resource record set [name='www.example.com.', type='A'] but it was not found]",
    ],
    [
      'E1 with an identifier',
      [[weighted('a', 1)], [change('DELETE', weighted('b', 1))]],
      "InvalidChangeBatch: [Tried to delete resource record set [name='w.example.com.', type='A', set-identifier='b'] but it was not found]",
    ],
    [
      'E2',
      [[www], [change('DELETE', { ...www, TTL: 1 })]],
      "InvalidChangeBatch: [Tried to delete resource record set [name='www.example.com.', type='A'] but the values provided do not match the current values]",
    ],
    [
      'E3',
      [[www], [change('CREATE', www)]],
      "InvalidChangeBatch: [Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]",
    ],
    [
      'E4',
      [[record('w', 'A', ['192.0.2.1'])], [change('CREATE', weighted('a', 1))]],
      'InvalidChangeBatch: [RRSet with DNS name w.example.com., type A, SetIdentifier a cannot be created as a non-weighted set exists with the same name and type.]',
    ],
    [
      'E4 of another policy',
      [
        [weighted('a', 1)],
        [change('CREATE', record('w', 'A', ['192.0.2.1'], { SetIdentifier: 'r', Region: 'eu-west-1' }))],
      ],
      'InvalidChangeBatch: [RRSet with DNS name w.example.com., type A, SetIdentifier r cannot be created as a non-latency set exists with the same name and type.]',
    ],
    [
      'E5',
      [[weighted('a', 1)], [change('CREATE', record('w', 'A', ['192.0.2.1']))]],
      'InvalidChangeBatch: [RRSet with DNS name w.example.com., type A cannot be created as other RRSets exist with the same name and type.]',
    ],
    [
      'E6',
      [[www], [change('CREATE', cname)]],
      'InvalidChangeBatch: [RRSet of type CNAME with DNS name www.example.com. is not permitted as it conflicts with other records with the same DNS name in zone example.com.]',
    ],
    [
      'E7',
      [[cname], [change('CREATE', www)]],
      'InvalidChangeBatch: [RRSet of type A with DNS name www.example.com. is not permitted because a conflicting RRSet of type  CNAME with the same DNS name already exists in zone example.com.]',
    ],
    [
      'E8',
      [born, [change('CREATE', { ...cname, Name: 'example.com' })]],
      'InvalidChangeBatch: [RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.]',
    ],
    [
      'E9',
      [[], [change('CREATE', { ...www, Name: 'www.example.org' })]],
      'InvalidChangeBatch: [RRSet with DNS name www.example.org. is not permitted in zone example.com.]',
    ],
    [
      'E10, order',
      [[], [change('CREATE', www), change('DELETE', www)]],
      "InvalidChangeBatch: [The request contains an invalid set of changes for a resource record set 'A www.example.com.']",
    ],
    [
      'E10, twice',
      [[www], [change('DELETE', www), change('DELETE', www)]],
      "InvalidChangeBatch: [The request contains an invalid set of changes for a resource record set 'A www.example.com.']",
    ],
    [
      'E11',
      [[], [change('CREATE', alias('x', 'A', 'www.example.com.', {}, 'Z1')), change('CREATE', www)]],
      'InvalidChangeBatch: [Tried to create an alias that targets www.example.com., type A in zone Z1, but that target was not found]',
    ],
    [
      'E11, elsewhere',
      [[], [change('CREATE', alias('x', 'A', 'www.example.org.', {}, 'Z1'))]],
      'InvalidChangeBatch: [Tried to create an alias that targets www.example.org., type A in zone Z1, but the alias target name does not lie within the target zone]',
    ],
    [
      'E13, nothing',
      [[], [change('CREATE', { Name: 'x.example.com', Type: 'A' })]],
      'InvalidInput: Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none in Change with [Action=CREATE, Name=x.example.com, Type=A, SetIdentifier=null]',
    ],
    [
      'E13, both',
      [[], [change('CREATE', alias('x', 'A', 'y.', { ResourceRecords: [] }))]],
      'InvalidInput: Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one in Change with [Action=CREATE, Name=x.example.com., Type=A, SetIdentifier=null]',
    ],
    [
      'E14',
      [[], [change('CREATE', record('t', 'TXT', [`"${'x'.repeat(256)}"`]))]],
      `InvalidChangeBatch: [Invalid Resource Record: 'FATAL problem: CharacterStringTooLong (Value is too long) encountered with '"${'x'.repeat(256)}"'']`,
    ],
    [
      'a health check that is gone',
      [[], [change('CREATE', { ...www, HealthCheckId: 'gone' })], health],
      'NoSuchHealthCheck: No health check exists with the specified ID: gone',
    ],
    [
      'the last SOA',
      [born, [change('DELETE', soa)]],
      'InvalidChangeBatch: [A HostedZone must contain exactly one SOA record.]',
    ],
    [
      'text without quotes',
      [[], [change('CREATE', record('t', 'TXT', ['plain']))]],
      "InvalidChangeBatch: [Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'plain'']",
    ],
    [
      'a value twice',
      [[], [change('CREATE', record('a', 'A', ['192.0.2.1', '192.0.2.1']))]],
      "InvalidChangeBatch: [Duplicate Resource Record: '192.0.2.1']",
    ],
    [
      'no changes',
      [[], []],
      "InvalidInput: 1 validation error detected: Value '[]' at 'changeBatch.changes' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('%s', (_, given, expected) => {
    expect(refusal(...given)).toBe(expected)
  })

  it.each<[string, Partial<ResourceRecordSet>, string]>([
    ['a policy without an identifier', { Weight: 1 }, "Missing field 'SetIdentifier'"],
    ['an identifier without a policy', { SetIdentifier: 'x' }, 'but found none'],
    ['two policies', { SetIdentifier: 'x', Weight: 1, Region: 'eu-west-1' }, 'but found more than one'],
    ['a weight too high', { SetIdentifier: 'x', Weight: 256 }, 'between 0 and 255'],
    ['a TTL too low', { TTL: -1 }, 'between 0 and 2147483647'],
    ['an identifier too long', { SetIdentifier: 'x'.repeat(129), Weight: 1 }, 'length between 1 and 128'],
    ['a value too long', { ResourceRecords: [{ Value: 'x'.repeat(4001) }] }, 'less than or equal to 4000'],
  ])('InvalidInput: %s', (_, fields, expected) => {
    const said = refusal([], [change('CREATE', { ...www, ...fields })])
    expect(said).toMatch(/^InvalidInput/)
    expect(said).toContain(expected)
  })

  it('E12: 1,000 records and 32,000 characters, twice as much for UPSERT', () => {
    expect(many(1000, 'CREATE', () => '"x"')).toBe('accepted')
    expect(many(1001, 'CREATE', () => '"x"')).toContain('Number of records limit of 1000 exceeded')
    expect(many(501, 'UPSERT', () => '"x"')).toContain('Number of records limit of 1000 exceeded')
    expect(many(160, 'CREATE', () => `"${'x'.repeat(198)}"`)).toBe('accepted')
    expect(many(161, 'CREATE', () => `"${'x'.repeat(198)}"`)).toContain('Number of characters limit of 32000')
  })

  it('names the comment of a protection, for every action on the name and type', () => {
    const more = { protections: [{ name: 'www.example.com.', type: 'A', comment: 'ask Kim' }] }
    for (const batch of [
      [change('DELETE', www)],
      [change('UPSERT', www)],
      [change('DELETE', www), change('CREATE', www)],
    ]) {
      expect(refusal([www], batch, {}, more)).toBe(
        'InvalidChangeBatch: [RRSet with DNS name www.example.com., type A cannot be changed as it is protected: ask Kim]',
      )
    }
    expect(refusal([www], [change('CREATE', record('www', 'AAAA', ['::1']))], {}, more)).toBe('accepted')
  })
})

describe('rules that AWS leaves open', () => {
  it('lax DELETE leaves routing and health checks out', () => {
    const given = weighted('a', 2, { HealthCheckId: 'h' })
    expect(refusal([given], [change('DELETE', weighted('a', 3))])).toContain('do not match')
    expect(refusal([given], [change('DELETE', weighted('a', 3))], { laxDelete: true })).toBe('accepted')
    expect(refusal([given], [change('DELETE', { ...given, TTL: 1 })], { laxDelete: true })).toContain(
      'do not match',
    )
  })

  it('weighted record sets have one value, or many', () => {
    const batch = [change('CREATE', { ...weighted('a', 1), ResourceRecords: www.ResourceRecords })]
    expect(refusal([], batch)).toContain('as it is weighted')
    expect(refusal([], batch, { weightedValues: 'many' })).toBe('accepted')
  })

  it('another TTL in a weighted group is refused, or taken over by all that have one', () => {
    const group = [weighted('a', 1), alias('w', 'A', 'x.', { SetIdentifier: 'b', Weight: 1 })]
    const batch = [change('CREATE', weighted('c', 1, { TTL: 5 }))]
    expect(refusal(group, batch)).toContain('another TTL')
    expect(after(group, batch, { weightedTtl: 'rewrite' }).map(({ TTL }) => TTL)).toEqual([5, undefined, 5])
  })

  it('a weighted group has 100 members', () => {
    const group = Array.from({ length: 100 }, (_, index) => weighted(String(index), 1))
    expect(refusal(group, [change('CREATE', weighted('x', 1))])).toContain('100 weighted sets')
    expect(refusal(group, [change('DELETE', weighted('7', 1)), change('CREATE', weighted('x', 1))])).toBe(
      'accepted',
    )
  })
})

describe('whatever is sent', () => {
  const set = fc
    .record({
      label: fc.constantFrom('a', 'b'),
      type: fc.constantFrom('A' as const, 'CNAME' as const, 'TXT' as const),
      ttl: fc.constantFrom(60, 300),
      id: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
      weight: fc.constantFrom(0, 1),
    })
    .map(({ label, type, ttl, id, weight }) => {
      const value = { A: '192.0.2.1', CNAME: 'x.', TXT: '"x"' }[type]
      return record(label, type, [value], {
        TTL: ttl,
        ...(id === undefined ? {} : { SetIdentifier: id, Weight: weight }),
      })
    })
  const batch = fc.array(
    fc.tuple(fc.constantFrom('CREATE' as const, 'DELETE' as const, 'UPSERT' as const), set),
    {
      minLength: 1,
      maxLength: 4,
    },
  )

  it('each key is there once, each name and type has one policy, CNAMEs are alone, and nothing else changed', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), (batches) => {
        let records: ResourceRecordSet[] = [www]
        for (const changes of batches) {
          const before = structuredClone(records)
          const result = apply(
            records,
            changes.map(([action, one]) => change(action, one)),
          )
          expect(records).toEqual(before)
          if ('records' in result) records = result.records
        }
        expect(new Set(records.map(keyOf)).size).toBe(records.length)
        expect(records).toContain(www)
        for (const one of records) {
          const sameName = records.filter(({ Name }) => Name === one.Name)
          const sameType = sameName.filter(({ Type }) => Type === one.Type)
          expect(new Set(sameType.map(({ Weight }) => Weight === undefined)).size).toBe(1)
          expect(new Set(sameType.map(({ TTL }) => TTL)).size).toBe(1)
          expect(one.Type === 'CNAME' ? sameName : sameType).toEqual(sameType)
        }
      }),
    )
  })
})
