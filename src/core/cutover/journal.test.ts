/** What is written into the zone comes back as it was, and whatever was changed on the way is noticed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, claimRecord, claimText, readClaim } from './claim.ts'
import { digest } from './canon.ts'
import { defaultParams, type PlanParams } from './params.ts'
import { isSnapshot, readSnapshot, type Snapshot, snapshotRecord } from './snapshot.ts'
import { quoteTxt, unquoteTxt } from './txt.ts'

const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) })
const word = fc.stringMatching(/^[0-9a-f]{16}$/)
const count = fc.nat(1_000_000)

const claims: fc.Arbitrary<Claim> = fc.record({
  id: fc.stringMatching(/^[0-9A-Z]{26}$/),
  generation: count,
  state: count,
  highest: count,
  status: fc.constantFrom('active', 'rolledback', 'done'),
  nonce: word,
  originalDigest: word,
  planDigest: word,
  writtenAt: count,
})

const params: PlanParams = {
  ...defaultParams,
  balancer: { dnsName: 'web-1.elb.amazonaws.com', hostedZoneId: 'Z1', dualStack: false },
  originalTtl: 300,
}

function snapshotOf(values: string[]): Snapshot {
  const ResourceRecords = values.map((Value) => ({ Value }))
  return {
    version: 1,
    id: '01J',
    hostname: 'www.example.com.',
    original: [{ Name: 'www.example.com.', Type: 'A', TTL: 300, ResourceRecords }],
    params,
  }
}

const many = (length: number): string[] => Array.from({ length }, (_, at) => `10.0.${at >> 8}.${at & 255}`)
const readOf = (records: { Value: string }[]): unknown =>
  readSnapshot({ Name: 's.', Type: 'TXT', ResourceRecords: records })

describe('text in TXT values', () => {
  it('comes back for any bytes, alone and beside others', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1 }), (strings) => {
        expect(unquoteTxt(strings.map(quoteTxt).join(' '))).toEqual(strings)
      }),
    )
  })

  it('is refused when it is no list of quoted strings', () => {
    for (const value of ['plain', '"open', '"a" b', '"\\1"']) expect(unquoteTxt(value)).toBeUndefined()
    expect(unquoteTxt('"a""b"')).toEqual(['a', 'b'])
  })
})

describe('the claim', () => {
  it('comes back from its record and fits one string', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        expect(readClaim(claimRecord('_cutover-x.example.com.', claim))).toEqual({ claim })
        expect(claimText(claim).length).toBeLessThanOrEqual(250)
      }),
    )
  })

  it.each([
    ['another version', 'v=cutover2 id=x', 'foreign'],
    ['something else', 'hello', 'corrupt'],
    ['no generation', 'v=cutover1 id=A i=0 hi=0 st=active x=1 d=2 pd=3 t=4', 'corrupt'],
    ['a status of no meaning', 'v=cutover1 id=A g=1 i=0 hi=0 st=odd x=1 d=2 pd=3 t=4', 'corrupt'],
    ['no nonce', 'v=cutover1 id=A g=1 i=0 hi=0 st=active d=2 pd=3 t=4', 'corrupt'],
  ])('with %s is not taken for ours', (_, text, unreadable) => {
    const record = { Name: 'n.', Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: quoteTxt(text) }] }
    expect(readClaim(record)).toEqual({ unreadable, text })
  })

  it('is one value: a second one is not ours', () => {
    const value = { Value: quoteTxt('v=cutover1') }
    expect(readClaim({ Name: 'n.', Type: 'TXT', ResourceRecords: [value, value] })).toMatchObject({
      unreadable: 'corrupt',
    })
    expect(readClaim({ Name: 'n.', Type: 'TXT' })).toMatchObject({ unreadable: 'corrupt' })
    expect(readClaim({ Name: 'n.', Type: 'TXT', ResourceRecords: [{ Value: 'bare' }] })).toMatchObject({
      text: 'bare',
    })
  })
})

describe('the snapshot', () => {
  it('comes back from its record, in any order of its values', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 400 }), fc.integer(), (values, turn) => {
        const snapshot = snapshotOf(values)
        const record = snapshotRecord('s.', snapshot)
        fc.pre(record !== undefined)
        const parts = record?.ResourceRecords ?? []
        const at = Math.abs(turn) % parts.length
        const turned = {
          Name: 's.',
          Type: 'TXT',
          ResourceRecords: [...parts.slice(at), ...parts.slice(0, at)],
        }
        expect(readSnapshot(turned)).toEqual(snapshot)
      }),
      { numRuns: 50 },
    )
  })

  it('of a hundred weighted members fits two values of at most 4,000 characters', () => {
    const original = many(100).map((Value, at) => ({
      Name: 'www.example.com.',
      Type: 'A',
      SetIdentifier: `member-${at}`,
      Weight: at,
      TTL: 60,
      ResourceRecords: [{ Value }],
      HealthCheckId: `${at}bcdef11-2222-3333-4444-555555fe${at}`,
    }))
    const record = snapshotRecord('s.', { ...snapshotOf([]), original })
    expect(record?.ResourceRecords?.length).toBeLessThanOrEqual(2)
    for (const { Value } of record?.ResourceRecords ?? []) expect(Value.length).toBeLessThan(4000)
  })

  it('that does not fit is not written at all', () => {
    const noise = Array.from({ length: 2000 }, (_, at) => digest([{ Name: `${at}.`, Type: 'A' }]))
    expect(snapshotRecord('s.', snapshotOf(noise))).toBeUndefined()
  })

  it('with any value lost or changed is noticed', () => {
    const noise = Array.from({ length: 300 }, (_, at) => digest([{ Name: `${at}.`, Type: 'A' }]))
    const values = snapshotRecord('s.', snapshotOf(noise))?.ResourceRecords ?? []
    expect(values.length).toBeGreaterThan(1)
    for (const lost of values) expect(readOf(values.filter((each) => each !== lost))).toBeUndefined()
    expect(readOf([{ Value: '"hello"' }])).toBeUndefined()
    expect(readOf([{ Value: 'bare' }])).toBeUndefined()
    expect(readOf([])).toBeUndefined()
    const [first = { Value: '' }, ...rest] = values
    expect(readOf([{ Value: first.Value.slice(0, -40).concat('"') }, ...rest])).toBeUndefined()
  })

  it('is of our version and complete', () => {
    expect(isSnapshot(null)).toBe(false)
    expect(isSnapshot({ ...snapshotOf([]), version: 2 as unknown as 1 })).toBe(false)
    expect(isSnapshot({ version: 1, id: 'x', hostname: 'y' })).toBe(false)
    const later = snapshotRecord('s.', { ...snapshotOf([]), version: 2 as unknown as 1 })
    expect(later && readSnapshot(later)).toBeUndefined()
  })
})
