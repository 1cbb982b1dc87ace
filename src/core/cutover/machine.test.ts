/** The way of a cutover, row by row: from the plan to the end, back from everywhere, and whatever comes in between. */
import { describe, expect, it } from 'vitest'
import { address, Bench, edited, id, minute, start, testPlan, trouble } from './fixtures/bench.ts'
import { digest, sameRecords } from './canon.ts'
import { plannedRun } from './machine.ts'
import { readClaim } from './claim.ts'
import { wayBack } from './permits.ts'
import type { Command } from './run.ts'

const claimOf = (bench: Bench) => {
  const { claim } = bench.reading()
  const seen = claim && readClaim(claim)
  return seen && 'claim' in seen ? seen.claim : undefined
}

describe('the start', () => {
  it('writes the journal, touches no live record, and is confirmed by reading', () => {
    const bench = new Bench().command({ kind: 'start' }).build()
    const { changes } = bench.run.intent ?? {}
    expect(changes?.map(({ ResourceRecordSet: { Type } }) => Type)).toEqual(['TXT', 'TXT'])
    bench.deliver()
    expect(bench.phase).toEqual({ at: 'planned' })
    bench.read()
    expect(bench.phase).toEqual({ at: 'ready', state: 0 })
    expect(claimOf(bench)).toMatchObject({ id, generation: 1, state: 0, highest: 0, status: 'active' })
  })

  it('takes its claim away again when the original was edited in between', () => {
    const bench = new Bench().command({ kind: 'start' }).write().edit([edited]).read()
    expect(bench.run.wanted).toEqual({ kind: 'cancel' })
    bench.write()
    expect(bench.phase.at).toBe('restored')
    expect(claimOf(bench)).toMatchObject({ status: 'rolledback', highest: 0 })
    expect(digest(bench.reading().records)).toBe(digest([edited]))
  })

  it('is not made when the records are no longer those of the plan', () => {
    const bench = new Bench().edit([edited]).command({ kind: 'start' }).read()
    expect(bench.phase).toEqual({ at: 'planned', changed: true })
    expect(bench.pending).toEqual([])
  })

  it('that nobody sees is read for again, and not believed after a minute', () => {
    const bench = new Bench().command({ kind: 'start' }).write().removeJournal().read()
    expect(bench.take('wait').until).toBe(start + 2_000)
    bench.later(30_000).tick().read()
    expect(bench.run.intent?.status).toBe('resolving')
    bench.later(31_000).tick().read()
    expect(bench.run.intent).toBeUndefined()
    expect(bench.phase).toEqual({ at: 'planned' })
  })

  it('without permission leaves the commands to somebody else', () => {
    const bench = new Bench().command({ kind: 'start' }).build().fail('denied').read()
    expect(bench.phase).toEqual({ at: 'manual-only', trouble: trouble('denied') })
    expect(bench.command({ kind: 'recheck' }).read().phase.at).toBe('manual-only')
    expect(wayBack(bench.run)).toEqual({ offer: 'none', reason: 'not-started' })
  })

  it('can be tried again once there is a permission', () => {
    const bench = new Bench().command({ kind: 'start' }).build().fail('denied').read()
    expect(bench.command({ kind: 'resume' }).started().phase).toEqual({ at: 'ready', state: 0 })
  })
})

/** The start was denied, and somebody else ran the commands up to state 2. */
const movedByHand = () => {
  const bench = new Bench().command({ kind: 'start' }).build().fail('denied').read()
  return bench
    .edit(bench.run.plan.states[2]?.records ?? [])
    .command({ kind: 'recheck' })
    .read()
}

describe('what somebody else moved by hand', () => {
  it('can be rolled back by whoever may write now', () => {
    const bench = movedByHand()
    expect(wayBack(bench.run)).toEqual({ offer: 'rollback' })
    bench.command({ kind: 'rollback' }).write().insync()
    expect(bench.phase.at).toBe('restored')
    expect(bench.run.journal?.claim).toMatchObject({ state: 0, highest: 2, status: 'rolledback' })
    expect(sameRecords(bench.reading().records, bench.run.plan.states[0]?.records ?? [])).toBe(true)
  })

  it('stays with them while nobody here may', () => {
    const bench = movedByHand().command({ kind: 'rollback' }).build().fail('denied').read()
    expect(bench.phase).toEqual({ at: 'manual-only', trouble: trouble('denied') })
    expect(wayBack(bench.run)).toEqual({ offer: 'rollback' })
  })

  it('is theirs to undo where it is no state of the plan', () => {
    const bench = movedByHand().edit([]).command({ kind: 'recheck' }).read()
    expect(wayBack(bench.run)).toEqual({ offer: 'none', reason: 'by-hand' })
  })
})

describe('forward', () => {
  it('goes through all states to the end, and the zone is always what the claim says', () => {
    const bench = new Bench().upTo(4).command({ kind: 'hold' })
    expect(bench.phase).toMatchObject({ at: 'holding', state: 4 })
    bench
      .later(24 * 60 * minute)
      .command({ kind: 'finish', evidence: true })
      .write()
      .insync()
      .soaked()
    expect(bench.phase).toMatchObject({ at: 'gate', state: 5 })
    bench.command({ kind: 'hold' }).later(60 * minute)
    bench.command({ kind: 'finish', evidence: true }).write()
    expect(bench.phase).toMatchObject({ at: 'completing' })
    expect(claimOf(bench)).toMatchObject({ state: 5, highest: 5, status: 'done' })
    bench.command({ kind: 'recheck' }).read()
    bench
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .write()
    expect(bench.phase).toEqual({ at: 'closed', how: 'completed' })
    expect(digest(bench.zone)).toBe(digest(bench.run.plan.states[5]?.records ?? []))
  })

  it('of a hold that a person ends gives the reason instead of the time', () => {
    const bench = new Bench().upTo(4).command({ kind: 'hold' })
    expect(bench.command({ kind: 'finish', evidence: false }).pending).toEqual([])
    expect(bench.command({ kind: 'finish', evidence: false, reason: '  ' }).pending).toEqual([])
    bench.command({ kind: 'finish', evidence: false, reason: ' unused ' })
    expect(bench.run.wanted).toEqual({ kind: 'step', to: 5, why: 'hold-over', reason: 'unused' })
    bench.write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 5 })
  })
})

describe('back', () => {
  it.each([1, 2, 3, 4, 5])('from state %i puts back exactly what was there', (state) => {
    const bench = new Bench().upTo(state).command({ kind: 'rollback' }).write()
    expect(bench.phase.at).toBe('restoring')
    bench.insync()
    expect(bench.phase).toEqual({ at: 'restored', since: bench.now })
    expect(bench.reading().records).toEqual([address])
    expect(claimOf(bench)).toMatchObject({ state: 0, highest: state, status: 'rolledback' })
    expect(bench.command({ kind: 'cleanup' }).pending).toEqual([])
    bench
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .write()
    expect(bench.phase).toEqual({ at: 'closed', how: 'restored' })
    expect(bench.zone).toEqual([address])
  })

  it('before anything moved only gives the claim up', () => {
    const bench = new Bench().started().edit([edited]).command({ kind: 'cancel' }).write()
    expect(bench.phase.at).toBe('restored')
    expect(bench.reading().records).toEqual([edited])
    expect(bench.command({ kind: 'recheck' }).read().phase.at).toBe('restored')
  })

  it('from the very end takes up the journal that still stands', () => {
    const bench = new Bench().upTo(4).command({ kind: 'hold' })
    bench.command({ kind: 'finish', evidence: false, reason: 'a' }).write().insync().soaked()
    bench.command({ kind: 'hold' }).command({ kind: 'finish', evidence: false, reason: 'b' }).write()
    bench.command({ kind: 'rollback' }).write().insync()
    expect(bench.phase.at).toBe('restored')
  })

  it.each(['soaking', 'gate', 'propagating'])('by a step from %s goes to any lower state', (from) => {
    const bench = new Bench().upTo(2).next().write()
    if (from !== 'propagating') bench.insync()
    if (from === 'gate') bench.soaked()
    expect(bench.phase.at).toBe(from)
    bench.command({ kind: 'back', to: 1 }).write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 1 })
    expect(claimOf(bench)).toMatchObject({ state: 1, highest: 3, status: 'active' })
  })

  it.each([3, 4, -1, 99])('does not step from state 3 to %i', (to) => {
    const bench = new Bench().upTo(3).command({ kind: 'back', to })
    expect(bench.pending).toEqual([])
    expect(new Bench().command({ kind: 'back', to: 0 }).pending).toEqual([])
  })
})

describe('what comes while a write is under way', () => {
  it('a rollback waits for the answer, and then goes first', () => {
    const bench = new Bench().upTo(2).next().build().command({ kind: 'rollback' })
    expect(bench.types).toEqual(['send'])
    bench.deliver().write()
    expect(bench.phase.at).toBe('restoring')
    expect(bench.reading().records).toEqual([address])
  })

  it('a step that is only noted is not sent any more when a rollback or a pause comes', () => {
    for (const command of [{ kind: 'rollback' }, { kind: 'pause' }] as const) {
      const bench = new Bench().upTo(2).next().read().command(command)
      bench.take('store')
      bench.tell({ type: 'stored' })
      expect(bench.run.intent).toBeUndefined()
      expect(bench.types).toEqual(command.kind === 'rollback' ? ['read'] : [])
    }
  })

  it('an edit of the same moment leads to drift, and nothing is overwritten', () => {
    const bench = new Bench().upTo(2).next().build().edit([edited])
    bench.fail('invalid', 'but it was not found').read()
    expect(bench.phase).toMatchObject({ at: 'drift', state: 2, matches: [] })
    expect(bench.reading().records).toEqual([edited])
  })

  it('another reading says nothing while the request is on the wire', () => {
    const bench = new Bench().upTo(2).command({ kind: 'recheck' })
    const before = bench.reading()
    bench.change({ reading: false }).next().build()
    bench.tell({ type: 'read', reading: before })
    expect(bench.run.intent?.status).toBe('sending')
    expect(bench.types.filter((type) => type === 'send')).toHaveLength(1)
  })
})

describe('answers that nobody waits for', () => {
  it.each([
    { type: 'stored' },
    { type: 'sent', changeId: 'C9', submittedAt: 1 },
    { type: 'send-failed', trouble: trouble('invalid') },
    { type: 'change', changeId: 'C9', status: 'INSYNC' },
    { type: 'verified', state: 2, passed: true },
    { type: 'rule', actions: [] },
    { type: 'rule-failed', trouble: trouble('denied') },
    { type: 'tick' },
  ] as const)('$type changes nothing', (event) => {
    const bench = new Bench().upTo(2)
    const { phase, journal } = bench.run
    bench.tell(event)
    expect(bench.run).toMatchObject({ phase, journal })
    expect(bench.pending).toEqual([])
  })

  it('a second answer to the same request is a no-op', () => {
    const bench = new Bench().upTo(2).next().write()
    const { run } = bench
    bench.tell({ type: 'sent', changeId: 'C1', submittedAt: 1 })
    bench.tell({ type: 'send-failed', trouble: trouble('unknown-outcome') })
    expect(bench.run).toEqual(run)
  })
})

describe('the surroundings', () => {
  it('an expired sign-in keeps the write, which goes on with a new one', () => {
    const bench = new Bench().upTo(2).next().build().fail('signed-out').read()
    expect(bench.run.intent).toMatchObject({ status: 'waiting', retryAt: undefined })
    expect(bench.run.conditions.signedIn).toBe(false)
    expect(bench.tick().pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { signedIn: true } }).write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('a sign-in that expires while an outcome is read is waited for, too', () => {
    const bench = new Bench().upTo(2).next().build().loseAnswer().readFails('signed-out').tick()
    expect(bench.pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { signedIn: true } }).read()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('a rollback that was asked for offline goes on online', () => {
    const bench = new Bench().upTo(3)
    bench.tell({ type: 'conditions', conditions: { online: false } }).command({ kind: 'rollback' })
    expect(bench.tick().pending).toEqual([])
    expect(bench.tell({ type: 'conditions', conditions: { leader: false } }).pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { online: true } }).write()
    expect(bench.phase.at).toBe('restoring')
  })

  it('a reading that fails is repeated while something depends on it', () => {
    const bench = new Bench().upTo(2).command({ kind: 'rollback' }).readFails()
    expect(bench.take('wait').until).toBe(bench.now + 5_000)
    bench.tick().write()
    expect(bench.phase.at).toBe('restoring')
    expect(new Bench().upTo(2).command({ kind: 'recheck' }).readFails().tick().pending).toEqual([])
  })

  it('a zone that is not there is one of another account or gone, and may come back', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' })
    bench.readFails('not-found', 'NoSuchHostedZone')
    expect(bench.phase).toEqual({ at: 'corrupt', reason: 'zone' })
    expect(bench.run.wanted).toBeUndefined()
    bench.command({ kind: 'recheck' }).read()
    expect(bench.phase).toEqual({ at: 'ready', state: 3 })
  })

  it('a change that is everywhere is read once somebody is signed in', () => {
    const bench = new Bench().upTo(2).next().write()
    const { changeId } = bench.take('poll')
    bench.tell({ type: 'change', changeId, status: 'INSYNC' }).readFails('signed-out').tick()
    expect(bench.pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { signedIn: true } }).read()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 3 })
  })
})

const ready = () => new Bench().upTo(2)

describe('a wish forward', () => {
  const blocked: [string, Command][] = [
    ['a pause', { kind: 'pause' }],
    ['another wish', { kind: 'rollback' }],
  ]
  it.each(blocked)('does not outlive %s that comes before the reading', (_, command) => {
    const bench = ready().next().command(command).read()
    expect(bench.run.intent?.want.kind).not.toBe('step')
  })

  it('is not granted twice at once', () => {
    expect(ready().next().next().types).toEqual(['read'])
  })

  it('does not go on over fields that this console does not know', () => {
    const bench = ready().next()
    bench.take('read')
    bench.tell({ type: 'read', reading: { ...bench.reading(), unknownFields: ['NewPolicy'] } })
    expect(bench.run).toMatchObject({ forwardBlocked: 'unknown-field', intent: undefined })
    expect(bench.pending).toEqual([])
    expect(bench.command({ kind: 'recheck' }).read().run.forwardBlocked).toBeUndefined()
  })

  it('stays blocked by another plan, whatever else was read', () => {
    const bench = ready().change({ forwardBlocked: 'plan-changed' }).command({ kind: 'recheck' })
    bench.take('read')
    bench.tell({ type: 'read', reading: { ...bench.reading(), unknownFields: ['NewPolicy'] } })
    expect(bench.command({ kind: 'recheck' }).read().run.forwardBlocked).toBe('plan-changed')
  })

  it('starts from a plan without states at nothing', () => {
    expect(plannedRun({ ...testPlan(), states: [] }, id).live).toEqual([])
  })
})

describe('a plan that is known from a file only', () => {
  it('is rolled back without any journal, and leaves a tombstone that can be read', () => {
    const plan = testPlan()
    const run = { ...plannedRun(plan, id), phase: { at: 'journal-lost' as const, state: 1 } }
    const bench = new Bench(plan, run)
    bench.edit(plan.states[1]?.records ?? [])
    bench.command({ kind: 'rollback' }).write()
    expect(bench.phase.at).toBe('restoring')
    expect(claimOf(bench)).toMatchObject({ id, status: 'rolledback', planDigest: plan.digest })
    expect(digest(bench.reading().records)).toBe(plan.originalDigest)
  })
})
