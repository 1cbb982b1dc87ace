import { describe, expect, it } from 'vitest'
import { freshness } from './block-state.ts'

describe('freshness', () => {
  it.each([
    [20_000, 10_000, false, 'fresh'],
    [20_001, 10_000, false, 'late'],
    [50_000, 10_000, false, 'late'],
    [50_001, 10_000, false, 'old'],
    [1000, 10_000, true, 'old'],
    [9_000_000, undefined, false, 'fresh'],
  ])('%d ms old at an interval of %s, failed %s: %s', (age, interval, failed, expected) => {
    expect(freshness(age, interval, failed)).toBe(expected)
  })
})
