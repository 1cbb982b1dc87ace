/** Batches refuse what no cutover may do, and can leave the assertions out for tests that show what they are for. */
import { describe, expect, it } from 'vitest'
import { buildBatch, hasOnePolicyEach } from './batch.ts'
import { alias, hostname, member, params, values, zoneId } from './fixtures/records.ts'
import { cutoverNames } from './names.ts'

const names = cutoverNames(hostname, 'example.com.')
const plan = { hostname, names, zone: { id: zoneId, name: 'example.com.' }, params }
const address = values(hostname, 'A', 60, '192.0.2.1')
const claim = values(names.claim, 'TXT', 60, '"before"')
const claimAfter = values(names.claim, 'TXT', 60, '"after"')

describe('a batch', () => {
  it('deletes first and creates then, targets of aliases before the aliases', () => {
    const parked = values(names.parked, 'A', 60, '192.0.2.1', '192.0.2.2')
    const toParked = alias(hostname, 'A', [zoneId, names.parked])
    const kept = values(hostname, 'AAAA', 60, '2001:db8::1')
    const shape = (observed: (typeof address)[], target: (typeof address)[]): string[] =>
      buildBatch({ plan, observed, target, journalBefore: [claim], journalAfter: [claimAfter] }).map(
        ({ Action, ResourceRecordSet: { Name, Type } }) =>
          `${Action} ${Type} ${Name === hostname ? 'live' : Name === names.parked ? 'parked' : 'claim'}`,
      )
    expect(shape([address, kept], [toParked, parked, kept])).toEqual([
      'DELETE TXT claim',
      'DELETE A live',
      'DELETE AAAA live',
      'CREATE AAAA live',
      'CREATE A parked',
      'CREATE A live',
      'CREATE TXT claim',
    ])
    expect(shape([kept, parked, toParked], [kept]).slice(0, 4)).toEqual([
      'DELETE TXT claim',
      'DELETE A live',
      'DELETE A parked',
      'DELETE AAAA live',
    ])
  })

  it('leaves what stays alone when it asserts nothing', () => {
    expect(buildBatch({ plan, observed: [address], target: [address], assertUnchanged: false })).toEqual([])
  })

  it.each([
    ['another name', values('other.example.com.', 'A', 60, '192.0.2.1')],
    ['another type', values(hostname, 'MX', 60, '10 mail.example.com.')],
    ['another type of the claim', values(names.claim, 'A', 60, '192.0.2.1')],
  ])('never touches %s', (_, record) => {
    expect(() => buildBatch({ plan, observed: [], target: [record] })).toThrow('must not touch')
    expect(() => buildBatch({ plan, observed: [record], target: [] })).toThrow('must not touch')
  })

  it('touches service bindings only where they are to be retired', () => {
    const binding = values(hostname, 'HTTPS', 60, '1 .')
    const kept = { ...plan, params: { retireServiceBindings: false } }
    expect(buildBatch({ plan, observed: [binding], target: [] }).length).toBe(1)
    expect(() => buildBatch({ plan: kept, observed: [binding], target: [] })).toThrow('must not touch')
  })

  it('never mixes routing policies', () => {
    const mixed = [address, member(address, 'one', { Weight: 1 })]
    expect(hasOnePolicyEach(mixed)).toBe(false)
    expect(() => buildBatch({ plan, observed: [], target: mixed })).toThrow('Two routing policies')
  })
})
