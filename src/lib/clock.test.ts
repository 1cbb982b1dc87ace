import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { haste, heardServerDate, now, serverNow, serverOffset, setPace } from './clock.ts'

const start = Date.UTC(2026, 10, 20, 6)
const minute = 60_000

describe('the pace of AWS’s time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start })
  })
  afterEach(() => {
    setPace(1)
    heardServerDate(now(), now(), now())
    vi.useRealTimers()
  })

  it('is this computer’s, until it is set; what was gained is kept', () => {
    vi.advanceTimersByTime(minute)
    expect(serverNow()).toBe(start + minute)
    setPace(60)
    expect(haste()).toBe(60)
    expect(serverNow()).toBe(start + minute)
    vi.advanceTimersByTime(minute)
    expect(serverNow()).toBe(start + 61 * minute)
    expect(serverOffset()).toBe(59 * minute)
    setPace(0)
    expect(haste()).toBe(1)
    vi.advanceTimersByTime(minute)
    expect(serverNow()).toBe(start + 61 * minute)
    setPace(1)
    vi.advanceTimersByTime(minute)
    expect(serverNow()).toBe(start + 62 * minute)
  })

  it('is not mistaken for a wrong clock by what answers say', () => {
    setPace(600)
    vi.advanceTimersByTime(1_000)
    heardServerDate(start + 600_000, now(), now())
    expect(serverNow()).toBe(start + 600_000)
    // Somebody moved the simulated time on.
    heardServerDate(start + 1_200_000, now(), now())
    expect(serverNow() - (start + 1_200_000)).toBeLessThanOrEqual(1_000)
    vi.advanceTimersByTime(1_000)
    expect(serverNow() - (start + 1_800_000)).toBeLessThanOrEqual(1_000)
  })
})
