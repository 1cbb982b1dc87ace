/** What follows from guards, when a cutover may go on, and how series become minutes and baselines. */
import { describe, expect, it } from 'vitest'
import { median } from '../../metrics/median.ts'
import { baselineOf } from './baseline.ts'
import type { GuardReading } from './guard.ts'
import { freshMemory, type GuardMemory, judge, remember } from './judge.ts'
import { minutesOf, watchRange } from './minutes.ts'

const message = { text: { en: '', ko: '' } }
const reading = (
  id: GuardReading['id'],
  state: GuardReading['state'],
  action: GuardReading['action'] = 'pause',
): GuardReading => ({ id, state, action, message })

const good = reading('G2', 'ok', 'abort')
const bad = reading('G2', 'tripped', 'abort')
const unsure = reading('G2', 'inconclusive', 'abort')
const quiet = reading('G9', 'inconclusive')
const second = 1000

describe('the verdict', () => {
  it('is that of the worst guard', () => {
    const worst = reading('G1', 'tripped', 'abort-now')
    expect(judge([reading('G4', 'tripped'), worst, bad])).toEqual({
      verdict: 'abort-now',
      trips: [worst, bad, reading('G4', 'tripped')],
    })
    expect(judge([good])).toEqual({ verdict: 'ok', trips: [] })
  })

  it('pauses for too little traffic, and for nothing else that could not be judged', () => {
    expect(judge([unsure]).verdict).toBe('ok')
    expect(judge([unsure, quiet])).toEqual({ verdict: 'pause', trips: [quiet] })
  })
})

const after = (list: GuardReading[], from: GuardMemory = freshMemory, every = 30 * second): GuardMemory =>
  list.reduce((memory, each) => remember(memory, [each], (memory.evaluatedAt ?? 0) + every), from)

describe('the memory', () => {
  it('lets go after two clean evaluations in a row', () => {
    expect(after([bad, good]).held).toBe('abort')
    expect(after([bad, good, good])).toMatchObject({ held: 'ok', by: [], clean: 2 })
    expect(after([bad, good, bad, good]).held).toBe('abort')
  })

  it('keeps the worst verdict and all who caused it', () => {
    expect(after([bad, quiet])).toMatchObject({ held: 'abort', by: ['G2', 'G9'] })
    expect(after([quiet, bad])).toMatchObject({ held: 'abort', by: ['G9', 'G2'] })
  })

  it('takes silence of the guard that tripped for no sign of health', () => {
    expect(after([bad, unsure, unsure, unsure])).toMatchObject({ held: 'abort', clean: 0 })
    expect(after([unsure, unsure])).toMatchObject({ held: 'ok', clean: 2 })
  })

  it('knows since when all is well', () => {
    expect(after([good, good, good]).cleanSince).toBe(30 * second)
    expect(after([good, bad, good, good]).cleanSince).toBe(90 * second)
    expect(after([good, bad]).cleanSince).toBeUndefined()
    expect(remember(after([bad]), [unsure, quiet], 60 * second).cleanSince).toBeUndefined()
  })

  it('sees nothing wrong in too little traffic', () => {
    expect(after([quiet, quiet])).toMatchObject({ held: 'pause', by: ['G9'], cleanSince: 30 * second })
    expect(after([quiet, good, good])).toMatchObject({ held: 'ok', cleanSince: 30 * second })
  })

  it('begins anew after a time in which nobody watched', () => {
    const asleep = after([good], after([good, good]), 180 * second + 1)
    expect(asleep.cleanSince).toBe(asleep.evaluatedAt)
    expect(after([good], after([good, good]), 180 * second).cleanSince).toBe(30 * second)
  })
})

describe('minutes', () => {
  const minute = 60_000
  const now = 100 * minute + 30 * second

  it('asks for ten whole minutes', () => {
    expect(watchRange(now)).toEqual({ from: 90 * minute, to: 100 * minute })
  })

  it('leaves out the youngest minute that has a value', () => {
    const found = minutesOf(
      {
        requests: [
          { at: 90 * minute, value: 5 },
          { at: 98 * minute, value: 7 },
        ],
        healthyHosts: [
          { at: 98 * minute, value: 2 },
          { at: 99 * minute, value: 2 },
        ],
      },
      now,
    )
    expect(found).toHaveLength(9)
    expect(found[0]).toEqual({ at: 90 * minute, requests: 5 })
    expect(found[1]).toEqual({ at: 91 * minute })
    expect(found.at(-1)).toEqual({ at: 98 * minute, requests: 7, healthyHosts: 2 })
  })

  it('waits three minutes for late values, no longer', () => {
    expect(minutesOf({ requests: [{ at: 97 * minute, value: 1 }] }, now).at(-1)).toEqual({ at: 96 * minute })
    expect(minutesOf({ requests: [{ at: 91 * minute, value: 1 }] }, now).at(-1)).toEqual({ at: 95 * minute })
    expect(minutesOf({}, now)).toHaveLength(6)
    expect(minutesOf({ requests: [{ at: 100 * minute, value: 1 }] }, now)).toHaveLength(10)
  })
})

describe('the baseline', () => {
  it('is made of medians and shares', () => {
    expect(
      baselineOf([
        { requests: 100, errors: 5, clientErrors: 10, p95: 0.2 },
        { requests: 300, errors: 5, p95: 0.6 },
        {},
      ]),
    ).toEqual({ requestsPerHour: 100, p95: 0.4, errorRatio: 0.025, clientErrorRatio: 0.025 })
  })

  it('says nothing about what was not measured', () => {
    expect(baselineOf([])).toEqual({})
    expect(baselineOf([{}, {}])).toEqual({ requestsPerHour: 0 })
  })

  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1])).toBe(2.5)
    expect(median([])).toBeUndefined()
  })
})
