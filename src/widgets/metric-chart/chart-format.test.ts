import { describe, expect, it } from 'vitest'
import { formatTick, formatValue } from './chart-format.ts'

describe('values', () => {
  it.each([
    [0.0239, 'seconds', '23.9 ms'],
    [2.5, 'seconds', '2.5 s'],
    [0, 'seconds', '0 s'],
    [49.06, 'percent', '49.1 %'],
    [1900, 'count', '1.9K'],
    [999, 'count', '999'],
  ] as const)('%d as %s reads %s', (value, unit, text) => {
    expect(formatValue(value, unit, 'en')).toBe(text)
  })
})

describe('ticks of the time axis', () => {
  const day = 86_400_000

  it('say the time of day, and the date at midnight', () => {
    expect(formatTick(10.5 * 3_600_000, day, 'en', true)).toBe('10:30')
    expect(formatTick(day, day, 'en', true)).toBe('2 Jan')
    expect(formatTick(day, day, 'ko', true)).toBe('1월 2일')
  })

  it('say dates where they are far apart', () => {
    expect(formatTick(10.5 * 3_600_000, 14 * day, 'en', true)).toBe('1 Jan')
  })
})
