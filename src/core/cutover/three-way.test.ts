import { expect, test } from 'vitest'
import { hostname, member, values } from './fixtures/records.ts'
import { threeWay } from './three-way.ts'

const first = values(hostname, 'A', 300, '192.0.2.1')
const short = { ...first, TTL: 60 }
const other = values(hostname, 'A', 60, '198.51.100.9')
const v6 = values(hostname, 'AAAA', 60, '2001:db8::1')
const old = member(short, 'legacy', { Weight: 50 })

test('nothing differs from what is expected', () => {
  expect(threeWay([first], [short], [short])).toEqual([])
})

test.each([
  ['edited', [first], [short], [other], 'edited'],
  ['put back by hand', [first], [short], [first], 'original'],
  ['removed', [first], [short], [], 'removed'],
  ['added', [first], [short], [short, v6], 'added'],
] as const)('%s', (_, original, expected, live, kind) => {
  expect(threeWay(original, expected, live).map((edit) => edit.kind)).toEqual([kind])
})

test('keeps all three beside each other, by name, type and identifier', () => {
  const heavy = { ...old, Weight: 60 }
  expect(threeWay([first], [v6, old], [heavy])).toEqual([
    // The simple record is what the member came from.
    { kind: 'edited', subject: old, original: first, expected: old, live: heavy },
    { kind: 'removed', subject: v6, expected: v6 },
  ])
})

test('comes in one order, whatever order it was read in', () => {
  const edits = threeWay([], [], [first, v6])
  expect(edits.map(({ subject }) => subject)).toEqual([first, v6])
  expect(threeWay([], [], [v6, first])).toEqual(edits)
})
