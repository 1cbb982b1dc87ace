import { describe, expect, it } from 'vitest'
import { rangesAt } from './use-range.ts'

const minute = 60_000
const hour = 60 * minute

describe('a range that moves along', () => {
  it('draws up to the present minute', () => {
    expect(rangesAt(100 * minute + 1, hour).drawn).toEqual({ from: 41 * minute, to: 101 * minute })
  })

  it('asks for the same range for ten minutes', () => {
    const asked = Array.from({ length: 10 }, (_, n) => rangesAt((100 + n) * minute, hour).asked)
    expect(new Set(asked.map((one) => one.from)).size).toBe(1)
    expect(rangesAt(110 * minute, hour).asked.from).toBe(50 * minute)
  })

  it('always asks for all that it draws', () => {
    for (let now = 1000 * minute; now < 1030 * minute; now += 7_000) {
      const { asked, drawn } = rangesAt(now, 3 * hour)
      expect(asked.from).toBeLessThanOrEqual(drawn.from)
      expect(asked.to).toBeGreaterThanOrEqual(drawn.to)
    }
  })
})
