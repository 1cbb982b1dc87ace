/** What became of a write is read from the claim, and from nothing else. */
import { describe, expect, it } from 'vitest'
import { Bench, edited, id, minute, trouble } from './fixtures/bench.ts'
import { type Claim, claimRecord, readClaim } from './claim.ts'
import type { ProblemKind } from '../problem.ts'
import type { Trouble } from './run.ts'

const kinds: ProblemKind[] = [
  'denied',
  'throttled',
  'signed-out',
  'not-found',
  'invalid',
  'conflict',
  'unknown-outcome',
  'offline',
  'blocked',
  'unexpected',
]
const race = 'Tried to delete resource record set but it was not found'

/** A step from w0 to w50 on the wire. */
const sending = () => new Bench().upTo(2).next().build()

function swapClaim(bench: Bench, more: Partial<Claim>): void {
  const { claim: record } = bench.reading()
  const seen = record && readClaim(record)
  if (!record || !seen || !('claim' in seen)) throw new Error('no claim')
  bench.zone = bench.zone.map((each) =>
    each === record ? claimRecord(record.Name, { ...seen.claim, ...more }) : each,
  )
}

describe('a write that failed', () => {
  it.each(kinds)('with %s has landed if its claim stands there', (kind) => {
    const bench = sending()
    bench.apply(bench.take('send').changes)
    bench.tell({ type: 'send-failed', trouble: trouble(kind) }).read()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3, changeId: undefined })
    expect(bench.run.intent).toBeUndefined()
  })

  it.each([
    ['denied', 'no'],
    ['invalid', 'Invalid XML'],
    ['not-found', 'No health check'],
  ] as const)('with %s (%s), not applied so far, is for a person', (kind, message) => {
    const bench = sending().fail(kind, message).read()
    expect(bench.phase).toMatchObject({ at: 'blocked', state: 2, want: { kind: 'step', to: 3 } })
    expect(bench.run.intent).toBeUndefined()
  })

  it.each([
    ['invalid', race],
    ['throttled', 'slow down'],
    ['conflict', 'still being processed'],
    ['unknown-outcome', 'lost'],
    ['offline', 'lost'],
    ['blocked', 'lost'],
    ['unexpected', '?'],
    ['signed-out', 'expired'],
  ] as const)('with %s (%s), not applied so far, is tried again', (kind, message) => {
    expect(sending().fail(kind, message).read().run.intent?.status).toBe('waiting')
  })

  it('is tried with a new nonce each time, ever later, and five times in all', () => {
    const bench = sending()
    for (const delay of [1_000, 2_000, 4_000, 8_000]) {
      bench.fail('throttled').read()
      expect(bench.take('wait').until).toBe(bench.now + delay)
      bench.later(delay).tick().build()
    }
    expect(new Set(bench.run.intent?.nonces).size).toBe(5)
    bench.fail('throttled').read()
    expect(bench.run).toMatchObject({ paused: 'tries', intent: undefined })
    expect(bench.phase).toMatchObject({ at: 'gate', state: 2 })
  })

  it('is found even if an earlier attempt is the one that arrives', () => {
    const bench = sending()
    const { changes } = bench.take('send')
    bench.tell({ type: 'send-failed', trouble: trouble('unknown-outcome') }).read()
    bench.later(1_000).tick().build().fail('unknown-outcome')
    bench.apply(changes)
    bench.read()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('is no start for ever', () => {
    const bench = new Bench().command({ kind: 'start' }).build()
    for (let tries = 1; tries < 5; tries++) bench.fail('offline').read().later(9_000).tick().build()
    bench.fail('offline').read()
    expect(bench.run).toMatchObject({ phase: { at: 'planned' }, paused: 'tries' })
  })

  it('before its time is not tried, and not without keys', () => {
    const bench = sending().fail('throttled').read()
    expect(bench.tell({ type: 'tick' }).types).toEqual(['wait'])
    bench
      .tell({ type: 'conditions', conditions: { online: false } })
      .later(1_000)
      .tick()
    expect(bench.pending).toEqual([])
    expect(bench.tell({ type: 'conditions', conditions: { online: true } }).types).toEqual(['read'])
  })
})

describe('what has come up before the next attempt', () => {
  it.each([
    ['a pause', { kind: 'pause' }],
    ['a tripped guard', undefined],
  ] as const)('%s gives the step up', (_, command) => {
    const bench = sending().fail('throttled').read()
    if (command) bench.command(command)
    else bench.change({ forwardBlocked: 'plan-changed' })
    bench.later(1_000).tick().read()
    expect(bench.run.intent).toBeUndefined()
    expect(bench.pending).toEqual([])
  })

  it('another leader makes it wait', () => {
    const bench = sending().fail('throttled').read()
    bench.take('wait')
    bench
      .later(1_000)
      .tell({ type: 'conditions', conditions: { leader: false } })
      .read()
    expect(bench.take('wait').until).toBe(bench.now + 5_000)
    expect(bench.run.intent?.status).toBe('waiting')
    bench
      .tell({ type: 'conditions', conditions: { leader: true } })
      .later(5_000)
      .tick()
      .write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('a rollback goes at once, and fences the attempt off', () => {
    const bench = sending()
    const late = bench.take('send').changes
    bench.tell({ type: 'send-failed', trouble: trouble('unknown-outcome') }).command({ kind: 'rollback' })
    bench.read()
    bench.take('store')
    bench.tell({ type: 'stored' }).deliver()
    expect(bench.phase.at).toBe('restoring')
    expect(() => bench.apply(late)).toThrow('DELETE _cutover')
  })

  it('a rollback is tried again although there is a pause', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).build().fail('throttled').read()
    bench.command({ kind: 'pause' }).later(1_000).tick().write()
    expect(bench.phase.at).toBe('restoring')
  })
})

describe('somebody else', () => {
  it.each([
    ['another cutover', { id: '01JOTHEROTHEROTHEROTHEROTH', nonce: 'f'.repeat(16) }],
    ['another tab', { nonce: 'f'.repeat(16) }],
  ])('%s was faster', (_, claim) => {
    const bench = sending().fail('invalid', race)
    swapClaim(bench, claim)
    bench.read()
    expect(bench.phase).toMatchObject({ at: 'lost-claim', seen: { claim } })
    expect(bench.run.intent).toBeUndefined()
  })

  it('has started at the same moment', () => {
    const other = new Bench().started()
    const bench = new Bench().command({ kind: 'start' }).build()
    bench.zone = other.zone
    swapClaim(bench, { id: '01JOTHEROTHEROTHEROTHEROTH', nonce: 'f'.repeat(16) })
    bench.fail('invalid', 'it already exists').read()
    expect(bench.phase.at).toBe('lost-claim')
  })

  it('has left something that is no claim', () => {
    const bench = sending().fail('invalid', race)
    const { claim } = bench.reading()
    bench.zone = bench.zone.map((each) =>
      each === claim ? { ...each, ResourceRecords: [{ Value: '"hello"' }] } : each,
    )
    bench.read()
    expect(bench.phase).toMatchObject({ at: 'lost-claim', seen: { unreadable: 'corrupt' } })
  })

  it('had finished: its leftover stands until the start is done', () => {
    const leftover = new Bench().started().command({ kind: 'cancel' }).write()
    const bench = new Bench()
    bench.zone = leftover.zone
    swapClaim(bench, { id: '01JOTHEROTHEROTHEROTHEROTH', nonce: 'f'.repeat(16) })
    bench.command({ kind: 'start' }).build().fail('throttled').read()
    expect(bench.run.intent?.status).toBe('waiting')
    bench.later(1_000).tick().write().read()
    expect(bench.phase).toEqual({ at: 'ready', state: 0 })
    expect(bench.run.journal?.claim).toMatchObject({ id, generation: 3 })
  })

  it('had finished, and has cleaned up meanwhile: the start is tried again', () => {
    const bench = new Bench()
    bench.zone = new Bench().started().command({ kind: 'cancel' }).write().zone
    swapClaim(bench, { id: '01JOTHEROTHEROTHEROTHEROTH', nonce: 'f'.repeat(16) })
    bench.command({ kind: 'start' }).build().fail('invalid', race).removeJournal().read()
    bench.later(1_000).tick().write().read()
    expect(bench.phase).toEqual({ at: 'ready', state: 0 })
  })

  it('has it until the claim is taken over, which a race may delay', () => {
    const owner = new Bench().upTo(2)
    const bench = owner.beside({ ...owner.run, nonces: [], phase: { at: 'ready', state: 2 } })
    bench.command({ kind: 'recheck' }).read()
    expect(bench.phase.at).toBe('lost-claim')
    bench.command({ kind: 'attach' }).build().fail('invalid', race).read()
    expect(bench.run.intent?.status).toBe('waiting')
    bench.later(1_000).tick().write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 2 })
  })
})

describe('a journal that is gone', () => {
  it('after our own removal is the end', () => {
    const bench = new Bench().upTo(1).command({ kind: 'rollback' }).write().insync()
    bench
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .build()
      .loseAnswer()
      .read()
    expect(bench.phase).toEqual({ at: 'closed', how: 'restored' })
  })

  it('is lost when records are still ours, and over when they are the original', () => {
    const bench = sending().fail('invalid', race).removeJournal().read()
    expect(bench.phase).toEqual({ at: 'journal-lost', state: 2 })
    const back = sending().fail('invalid', race).removeJournal()
    back.edit(back.run.plan.states[0]?.records ?? []).read()
    expect(back.phase).toEqual({ at: 'closed', how: 'elsewhere' })
  })

  it.each(['recreate', 'rollback'] as const)('does not stop a %s from being tried again', (kind) => {
    const bench = sending().fail('invalid', race).removeJournal().read()
    bench.command({ kind }).build().fail('throttled').read()
    expect(bench.run.intent?.status).toBe('waiting')
    bench.later(1_000).tick().write()
    expect(bench.phase.at).toBe(kind === 'rollback' ? 'restoring' : 'propagating')
    expect(bench.reading().claim).toBeDefined()
  })
})

it('a refusal that is a race of a rollback shows the edit, and goes on once it is given up', () => {
  const bench = new Bench().upTo(3).command({ kind: 'rollback' }).build().edit([edited])
  bench.fail('invalid', race).read()
  if (bench.phase.at !== 'drift') throw new Error(bench.phase.at)
  const { shown } = bench.phase
  bench.command({ kind: 'rollback' }).read()
  expect(bench.phase.at).toBe('drift')
  bench.command({ kind: 'rollback', discard: shown }).write().insync()
  expect(bench.phase.at).toBe('restored')
})

it('decides nothing from words: the same trouble with any text has landed alike', () => {
  const texts: Trouble['message'][] = ['', race, 'AccessDenied', 'Rate exceeded']
  const phases = texts.map((message) => {
    const bench = sending()
    bench.apply(bench.take('send').changes)
    return bench.tell({ type: 'send-failed', trouble: trouble('invalid', message) }).read().phase.at
  })
  expect(new Set(phases)).toEqual(new Set(['propagating']))
})
