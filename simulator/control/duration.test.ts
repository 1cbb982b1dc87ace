import { describe, expect, it } from 'vitest'
import { ControlError } from './control.ts'
import { durationMs } from './duration.ts'

describe('a duration', () => {
  it.each([
    ['PT10M', 600_000],
    ['PT1H30M', 5_400_000],
    ['PT1.5S', 1500],
    ['P1D', 86_400_000],
    ['P1W', 604_800_000],
    ['P1DT1S', 86_401_000],
    ['PT0S', 0],
  ])('%s is %d ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })

  it.each(['', 'P', 'PT', '10M', 'P1M', 'P1Y', 'PT-1S', 'PT1.2.3S', 'P1DT'])('"%s" is none', (text) => {
    expect(() => durationMs(text)).toThrow(ControlError)
  })
})
