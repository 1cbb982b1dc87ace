import { describe, expect, it } from 'vitest'
import { translate } from '../i18n/translate.ts'
import { agoMessage, durationMessage, formatTime } from './time-format.ts'

describe('how long ago', () => {
  it.each([
    [-4000, 'just now', '방금'],
    [999, 'just now', '방금'],
    [12_000, '12 s ago', '12초 전'],
    [3_599_999, '59 min ago', '59분 전'],
    [7_200_000, '2 h ago', '2시간 전'],
    [200_000_000, '2 d ago', '2일 전'],
  ])('%d ms', (age, en, ko) => {
    expect(translate('en', agoMessage(age))).toBe(en)
    expect(translate('ko', agoMessage(age))).toBe(ko)
  })
})

describe('durations', () => {
  it.each([
    [0, '0 s', '0초'],
    [60_000, '1 min', '1분'],
    [61_000, '1 min 1 s', '1분 1초'],
    [3_600_000, '1 h', '1시간'],
    [3_660_000, '1 h 1 min', '1시간 1분'],
    [86_400_000, '1 d', '1일'],
    [90_000_000, '1 d 1 h', '1일 1시간'],
    [-5, '0 s', '0초'],
  ])('%d ms', (ms, en, ko) => {
    expect(translate('en', durationMessage(ms))).toBe(en)
    expect(translate('ko', durationMessage(ms))).toBe(ko)
  })
})

describe('points in time', () => {
  it('name the zone, in 24 hours', () => {
    const at = Date.UTC(2026, 10, 21, 0, 5, 9)
    expect(formatTime(at, 'en', 'UTC')).toBe('21 Nov 2026, 00:05:09 UTC')
    expect(formatTime(at, 'ko', 'UTC')).toBe('2026. 11. 21. 00:05:09 UTC')
  })
})
