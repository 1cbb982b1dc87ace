import { expect, test } from 'vitest'
import { cutoverNames } from '../../../core/cutover/names.ts'
import type { OpenCutover } from '../../../data/cutover/open-cutovers.ts'
import type { CutoverRow } from '../../../data/cutover/rows.ts'
import { listRows, writtenAt } from './cutover-rows.ts'

const zone = { id: 'Z1', name: 'example.com.' }

function noted(id: string, hostname: string, nonces = ['n1']): CutoverRow {
  const plan = { zone, hostname, names: cutoverNames(hostname, zone.name) }
  // Only these members are looked at.
  return { id, plan, nonces, savedAt: 5 } as CutoverRow
}

function standing(id: string, hostname: string, row?: CutoverRow): OpenCutover {
  const claim = {
    id,
    generation: 1,
    state: 1,
    highest: 1,
    status: 'active' as const,
    nonce: 'n1',
    originalDigest: 'd',
    planDigest: 'p',
    writtenAt: 7,
  }
  const { claim: claimName } = cutoverNames(hostname, zone.name)
  return { zone, claimName, claim: { claim }, snapshot: 'readable', hostname, ...(row && { row }) }
}

const none = { open: [], rows: [], unresolved: [], driven: [], readZones: ['Z1'] }

test('says who knows of a claim', () => {
  const mine = noted('A', 'a.example.com.')
  const lost = noted('B', 'b.example.com.', ['n0'])
  const open = [
    standing('A', 'a.example.com.', mine),
    standing('B', 'b.example.com.', lost),
    standing('C', 'c.example.com.'),
    standing('D', 'd.example.com.'),
    { ...standing('E', 'e.example.com.'), claim: { unreadable: 'corrupt' as const, text: '?' } },
  ]
  const rows = listRows({ ...none, open, rows: [mine, lost], driven: ['D'] })
  expect(rows.map(({ knowing }) => knowing)).toEqual(['noted', 'taken', 'theirs', 'here', 'theirs'])
  expect(rows.map(writtenAt)).toEqual([7000, 7000, 7000, 7000, undefined])
})

test('lists what is noted here and has no claim, once the zone was read, unless another cutover stands there', () => {
  const rows = [noted('A', 'a.example.com.')]
  expect(listRows({ ...none, rows }).map(({ hostname, open }) => [hostname, open])).toEqual([
    ['a.example.com.', undefined],
  ])
  expect(listRows({ ...none, rows }).map(writtenAt)).toEqual([5])
  expect(listRows({ ...none, rows, readZones: [] })).toEqual([])
  expect(listRows({ ...none, rows, open: [standing('B', 'a.example.com.')] })).toHaveLength(1)
})

test('keeps unresolved writes with their cutover', () => {
  const unresolved = ['A', 'B', 'X'].map((cutover) => ({ cutover }) as never)
  const rows = [noted('B', 'b.example.com.')]
  const open = [standing('A', 'a.example.com.')]
  expect(listRows({ ...none, open, rows, unresolved }).map((row) => row.unresolved)).toEqual([
    [{ cutover: 'A' }],
    [{ cutover: 'B' }],
  ])
})
