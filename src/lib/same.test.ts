import { expect, it } from 'vitest'
import { saysSame } from './same.ts'

it.each([
  [1, 1],
  [Number.NaN, Number.NaN],
  [undefined, undefined],
  [
    [{ at: 1, value: 2 }, null],
    [{ at: 1, value: 2 }, null],
  ],
  [
    { a: { b: [] }, c: 'd' },
    { c: 'd', a: { b: [] } },
  ],
])('%j says the same as %j', (one, other) => {
  expect(saysSame(one, other)).toBe(true)
})

it.each([
  [1, 2],
  [0, '0'],
  [null, undefined],
  [null, {}],
  [[], {}],
  [[1], [1, 2]],
  [[1, 2], [1]],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: [1] } }, { a: { b: [2] } }],
])('%j does not say the same as %j', (one, other) => {
  expect(saysSame(one, other)).toBe(false)
})
