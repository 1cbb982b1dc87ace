/** What the run screen says and offers in each state, without drawing it. */
import { describe, expect, it } from 'vitest'
import { rulePlan } from '../../../core/cutover/fixtures/bench.ts'
import { plannedRun } from '../../../core/cutover/machine.ts'
import { defaultParams } from '../../../core/cutover/params.ts'
import { makePlan } from '../../../core/cutover/plan.ts'
import { forwardBlock, wayBack } from '../../../core/cutover/permits.ts'
import type { Phase, Run } from '../../../core/cutover/run.ts'
import { translate } from '../../../i18n/translate.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'
import { phaseText } from '../parts/log-words.ts'
import { countdownText } from '../parts/Countdown.tsx'
import { timeOfDay } from '../parts/time-of-day.ts'
import { waitReason } from '../parts/wait-words.ts'
import { blockReason } from './block-words.ts'
import { guardValue } from './guard-value.ts'
import { headline, nextName } from './headline.ts'
import { ladderRungs } from './ladder-rows.ts'
import { primaryAction } from './primary.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 27, 5)
const planning = makePlan({
  zone: { id: 'Z1', name: 'example.com.' },
  hostname: 'www.example.com',
  records: [{ Name: 'www.example.com.', Type: 'A', TTL: 3600, ResourceRecords: [{ Value: '192.0.2.1' }] }],
  params: {
    ...defaultParams,
    balancer: { dnsName: 'a.elb.amazonaws.com', hostedZoneId: 'ZELB', dualStack: false },
    steps: [0, 50, 100],
    originalTtl: 3600,
  },
})
if ('refusal' in planning) throw new Error(planning.refusal.code)
const { plan } = planning

type Say = Parameters<typeof headline>[2]
const say: Say = (message, values) =>
  translate('en', values && !('text' in message) ? { text: message, values } : message)

/** In state `state` of D0, ttl-prep, w0, w50, w100, final. */
function at(phase: Phase, change: Partial<Run> = {}): Run {
  const state = 'state' in phase ? phase.state : 0
  const claim = {
    id: 'x',
    generation: 1,
    state,
    highest: state,
    status: 'active' as const,
    nonce: 'n',
    originalDigest: '',
    planDigest: '',
    writtenAt: start / 1000,
  }
  const claimRecord = { Name: plan.names.claim, Type: 'TXT' as const }
  return { ...plannedRun(plan, 'x'), phase, journal: { claim, claimRecord }, ...change }
}

describe('the sentence', () => {
  it('says until when the old TTL is waited for, and then what is verified', () => {
    const run = at({ at: 'soaking', state: 1, since: start })
    expect(headline(run, start, say)).toEqual({
      tone: 'moving',
      status: 'Waiting, watched',
      sentence: '“TTL lowered” is in force. Resolvers forget what was before.',
      until: { at: start + 61 * minute, reason: 'old TTL 3,600 s + 60 s' },
    })
    expect(headline(run, start + 61 * minute, say)).toMatchObject({ status: 'Verifying' })
  })

  it('speaks of the rule where a rule is moved: no resolver has anything to forget', () => {
    const moved = rulePlan()
    const found: Phase[] = [
      { at: 'soaking', state: 2, since: start },
      { at: 'holding', state: 5, since: start },
      { at: 'restored', since: start },
      { at: 'drift', state: 2, shown: '', matches: [] },
    ]
    for (const phase of found) {
      const said = [headline(at(phase, { plan: moved }), start, say).sentence, phaseText(phase, moved, say)]
      expect(said.join(' ')).toMatch(/rule|requests|is set/i)
      expect(said.join(' ')).not.toMatch(/record|resolver|INSYNC|caches/i)
    }
  })

  it('counts the hold down to the later of its two ends: the state has one, and the evidence may need longer', () => {
    const run = at({ at: 'holding', state: 5, since: start })
    expect(headline(run, start, say).until?.at).toBe(start + 60 * minute)
    expect(headline(run, start, say, start + 5 * minute).until?.at).toBe(start + 60 * minute)
    expect(headline(run, start, say, start + 1_400 * minute).until?.at).toBe(start + 1_400 * minute)
  })

  it('counts down to the end of the wait for what might still arrive late', () => {
    for (const phase of [
      { at: 'restored', since: start },
      { at: 'completing', since: start },
    ] as const)
      expect(headline(at(phase, { lastWriteAt: start }), start, say).until).toEqual({
        at: start + 20 * minute,
        reason: 'wait before the journal may be removed',
      })
  })

  it('names a change that spreads slowly, and a write that is tried again', () => {
    const phase = { at: 'propagating' as const, state: 2, submittedAt: start, slow: true }
    expect(headline(at(phase), start, say)).toMatchObject({ tone: 'warning', status: 'Spreading slowly' })
    const trouble = { kind: 'throttled' as const, code: 'Throttling', message: 'Rate exceeded' }
    const want = { kind: 'step' as const, to: 2, why: 'next' as const }
    const intent = { want, claimAfter: undefined, nonces: [], changes: [], comment: '', observed: '' }
    const waiting = { ...intent, status: 'waiting' as const, retryAt: start + 1_000, trouble }
    expect(headline(at({ at: 'ready', state: 1 }, { intent: waiting }), start, say)).toMatchObject({
      status: 'Trying again',
      until: { at: start + 1_000 },
    })
  })
})

describe('the blue button', () => {
  it('goes on, begins the hold where it is held, and cleans up only after signed requests have expired', () => {
    expect(primaryAction(at({ at: 'gate', state: 2, since: start }), start + 10 * minute)).toEqual({
      does: 'next',
      block: undefined,
    })
    expect(primaryAction(at({ at: 'gate', state: 4, since: start }), start)).toMatchObject({ does: 'hold' })
    const restored = at({ at: 'restored', since: start }, { lastWriteAt: start })
    expect(primaryAction(restored, start + 19 * minute)).toMatchObject({ does: 'cleanup', block: 'waiting' })
    expect(primaryAction(restored, start + 20 * minute)).toMatchObject({ does: 'cleanup', block: undefined })
  })

  it('says why it may not be pressed', () => {
    const run = at({ at: 'soaking', state: 1, since: start }, { paused: 'person' })
    const moment = { now: start, isChecking: false, time: (time: number) => new Date(time).toISOString() }
    expect(say(blockReason(run, forwardBlock(run, start) ?? 'busy', moment))).toBe('Paused by you.')
    expect(say(blockReason(run, 'waiting', moment))).toBe('Waits until 2026-11-27T06:01:00.000Z.')
    expect(say(blockReason(run, 'waiting', { ...moment, now: start + 61 * minute }))).toBe(
      'Waits for the verification.',
    )
    expect(wayBack(run)).toEqual({ offer: 'rollback' })
  })
})

const tones = (run: Run, log: LogEntry[] = []) => ladderRungs(run, log).map(({ tone }) => tone)
const none = (count: number) => Array.from({ length: count }, () => undefined)

describe('the ladder', () => {
  it('tells what is behind, what is in force, what is being written, and when each was everywhere', () => {
    const phase = { at: 'propagating' as const, state: 3, submittedAt: start, slow: false }
    const soaked: LogEntry = { at: start, kind: 'phase', phase: { at: 'soaking', state: 1, since: start } }
    const rungs = ladderRungs(at(phase), [soaked])
    expect(rungs.map(({ tone }) => tone)).toEqual(['behind', 'behind', 'behind', 'coming', 'ahead', 'ahead'])
    expect(rungs[1]?.since).toBe(start)
    expect(rungs.map(({ hold }) => hold !== undefined)).toEqual([false, false, false, false, true, true])
  })

  it('shows no time of before beside what is written again, or is still to come', () => {
    const soaked = [1, 2, 3].map((state): LogEntry => {
      const since = start + state * minute
      return { at: since, kind: 'phase', phase: { at: 'soaking', state, since } }
    })
    const back = { at: 'propagating' as const, state: 2, submittedAt: start + 5 * minute, slow: false }
    const rungs = ladderRungs(at(back), soaked)
    expect(rungs.map(({ since }) => since)).toEqual([undefined, start + minute, ...none(4)])
    const again = ladderRungs(at({ at: 'gate', state: 2, since: start + 6 * minute }), soaked)
    expect(again.map(({ since }) => since)).toEqual([
      undefined,
      start + minute,
      start + 2 * minute,
      ...none(3),
    ])
  })

  it('once it is over, tells what was taken back, what was never taken, and where it stands', () => {
    const soaked = [1, 2].map((state): LogEntry => {
      return { at: start, kind: 'phase', phase: { at: 'soaking', state, since: start } }
    })
    const never = ['unreached', 'unreached', 'unreached'] as const
    const going = at({ at: 'restoring', submittedAt: start, slow: false })
    const rolledBack = { ...going, journal: undefined }
    expect(tones(rolledBack, soaked)).toEqual(['coming', 'undone', 'undone', ...never])
    expect(tones({ ...rolledBack, phase: { at: 'restored', since: start } }, soaked)).toEqual([
      'current',
      'undone',
      'undone',
      ...never,
    ])
    const stopped = at({ at: 'soaking', state: 2, since: start })
    const ended: Phase[] = [
      { at: 'completing', since: start },
      { at: 'closed', how: 'completed' },
    ]
    const journal = stopped.journal && {
      ...stopped.journal,
      claim: { ...stopped.journal.claim, status: 'done' as const },
    }
    expect(tones({ ...stopped, phase: { at: 'completing', since: start }, journal }, soaked)).toEqual([
      'behind',
      'behind',
      'current',
      ...never,
    ])
    for (const phase of ended)
      expect(tones({ ...stopped, phase, journal: undefined }, soaked)).toEqual([
        'behind',
        'behind',
        'current',
        ...never,
      ])
    expect(tones({ ...stopped, phase: { at: 'closed', how: 'completed' }, journal: undefined })[5]).toBe(
      'current',
    )
  })

  it('follows what somebody else writes by hand, and so does the name of the next step', () => {
    const trouble = { kind: 'denied' as const, code: 'AccessDenied', message: 'no' }
    const byHand = { phase: { at: 'manual-only' as const, trouble }, journal: undefined }
    const run = { ...plannedRun(plan, 'x'), ...byHand, live: plan.states[2]?.records ?? [] }
    expect(ladderRungs(run, [])[2]?.tone).toBe('current')
    expect(nextName(run, say)).toBe('50 % new')
    expect(nextName(at({ at: 'corrupt', reason: 'zone' }), say)).toBe('TTL lowered')
    expect(nextName(at({ at: 'closed', how: 'restored' }, { journal: undefined }), say)).toBe('none is left')
  })
})

it('writes times, counts and limits', () => {
  expect([countdownText(61 * minute), countdownText(59_400), countdownText(-5)]).toEqual([
    '1:01:00',
    '01:00',
    '00:00',
  ])
  expect(timeOfDay(start, start + minute, 'en', 'UTC')).toBe('05:00:00 UTC')
  expect(timeOfDay(start, start + 24 * 60 * minute, 'ko', 'UTC')).toContain('2026. 11. 27. 05:00:00')
  expect(guardValue('G2', 0.0214, 'en')).toBe('2.14 %')
  expect(guardValue('G3', 0.093, 'en')).toBe('93 ms')
  expect(guardValue('G1', 3, 'en')).toBe('3')
  expect(say(waitReason(plan, 3))).toBe('watched for 10 min at least')
})
