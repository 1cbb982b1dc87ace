/** What is seen without writing: edits, lost and found claims, and the ways out. */
import { describe, expect, it } from 'vitest'
import { Bench, address, edited, minute } from './fixtures/bench.ts'
import { type Claim, claimRecord } from './claim.ts'
import type { Command, Phase } from './run.ts'

const recheck: Command = { kind: 'recheck' }
const look = (bench: Bench) => bench.command(recheck).read()
const live = (bench: Bench, state: number) => bench.run.plan.states[state]?.records ?? []
function drifted(state = 3): Bench & { phase: Extract<Phase, { at: 'drift' }> } {
  const bench = look(new Bench().upTo(state).edit([edited]))
  if (bench.phase.at !== 'drift') throw new Error(bench.phase.at)
  return bench as Bench & { phase: Extract<Phase, { at: 'drift' }> }
}
/** The claim in the zone is replaced as by AWS or by a late request; `more`: what is different. */
function withClaim(bench: Bench, more: Partial<Claim>): Bench {
  const { journal, plan } = bench.run
  if (!journal) throw new Error('no journal')
  bench.zone = bench.zone.filter(({ Name }) => Name !== plan.names.claim)
  bench.zone.push(claimRecord(plan.names.claim, { ...journal.claim, ...more }))
  return bench
}

describe('an edit by hand', () => {
  it('is shown, and goes away when it is taken back', () => {
    const bench = drifted()
    expect(bench.phase).toMatchObject({ state: 3, matches: [] })
    expect(look(bench.edit(live(bench, 3))).phase).toEqual({ at: 'ready', state: 3 })
  })

  it('of what was not waited for is waited for again', () => {
    const bench = new Bench().upTo(2).next().write().insync().edit([edited])
    look(bench)
    look(bench.edit(live(bench, 3)))
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3, changeId: undefined })
  })

  it('before anything moved is one, too', () => {
    const bench = look(new Bench().started().edit([edited]))
    expect(bench.phase).toMatchObject({ at: 'drift', state: 0 })
    expect(look(bench.edit([address])).phase).toEqual({ at: 'ready', state: 0 })
  })

  it('of something unmanaged is none', () => {
    const bench = new Bench().upTo(3)
    const { phase } = bench
    bench.zone.push({
      Name: 'mail.example.com.',
      Type: 'A',
      TTL: 60,
      ResourceRecords: [{ Value: '192.0.2.7' }],
    })
    expect(look(bench).phase).toEqual(phase)
  })

  it('stops every step, and only what was shown can be given up', () => {
    const step = new Bench().upTo(2).edit([edited]).next().read()
    expect(step.phase.at).toBe('drift')
    expect(step.reading().records).toEqual([edited])
    const back = new Bench().upTo(3).edit([edited]).command({ kind: 'back', to: 2 }).read()
    expect(back.phase.at).toBe('drift')
    const bench = drifted()
    const { shown } = bench.phase
    bench
      .edit([{ ...edited, TTL: 7 }])
      .command({ kind: 'rollback', discard: shown })
      .read()
    expect(bench.phase).toMatchObject({ at: 'drift' })
    expect(bench.pending).toEqual([])
  })

  it('that is one of our own states stops a step back all the same', () => {
    const bench = new Bench().upTo(3)
    expect(bench.edit(live(bench, 2)).command({ kind: 'back', to: 1 }).read().phase.at).toBe('drift')
  })

  it.each([
    ['reapply', { kind: 'reapply' }, { at: 'propagating', state: 3 }],
    ['stop-here', { kind: 'stop-here' }, { at: 'completing' }],
    ['rollback', { kind: 'rollback' }, { at: 'restoring' }],
  ] as const)('can be decided: %s', (_, command, phase) => {
    const bench = drifted()
    bench.command(command.kind === 'rollback' ? { kind: 'rollback', discard: bench.phase.shown } : command)
    expect(bench.write().phase).toMatchObject(phase)
    const kept = command.kind === 'stop-here' ? [edited] : live(bench, command.kind === 'rollback' ? 0 : 3)
    expect(bench.reading().records).toEqual(expect.arrayContaining([...kept]))
  })

  it('is not overwritten by a reapply once it is another one', () => {
    const bench = drifted()
      .edit([{ ...edited, TTL: 7 }])
      .command({ kind: 'reapply' })
      .read()
    expect(bench.phase.at).toBe('drift')
    expect(bench.pending).toEqual([])
  })

  it('that is one of our own states can be adopted, and no other', () => {
    const bench = new Bench().upTo(3)
    look(bench.edit(live(bench, 2)))
    expect(bench.phase).toMatchObject({ at: 'drift', state: 3, matches: [2] })
    expect(bench.command({ kind: 'adopt', to: 4 }).read().phase.at).toBe('drift')
    bench.command({ kind: 'adopt', to: 2 }).write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 2 })
    expect(bench.run.journal?.claim).toMatchObject({ state: 2, highest: 3 })
  })

  it('that is one of our own states does not stop a rollback', () => {
    const bench = new Bench().upTo(3)
    bench.edit(live(bench, 2)).command({ kind: 'rollback' }).write()
    expect(bench.phase.at).toBe('restoring')
  })

  it('may be undone even before anything moved', () => {
    const bench = look(new Bench().started().edit([edited]))
    if (bench.phase.at !== 'drift') throw new Error(bench.phase.at)
    bench.command({ kind: 'rollback', discard: bench.phase.shown }).write()
    expect(bench.reading().records).toEqual([address])
  })

  it('in the hold lets the hold begin again when it is taken back', () => {
    const bench = new Bench().upTo(4).command({ kind: 'hold' }).edit([edited])
    look(bench)
    look(bench.edit(live(bench, 4)))
      .later(minute)
      .command({ kind: 'hold' })
    expect(bench.phase).toEqual({ at: 'holding', state: 4, since: bench.now })
  })
})

describe('after a rollback', () => {
  it('an edit before it was everywhere is shown; taken back, everything is restored', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).write().edit([edited]).insync()
    expect(bench.phase).toMatchObject({ at: 'drift', state: 0 })
    expect(bench.command({ kind: 'reapply' }).read().pending).toEqual([])
    look(bench.edit([address]))
    expect(bench.phase).toEqual({ at: 'restored', since: bench.run.lastWriteAt })
  })

  it("an edit later is nobody's business", () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).write().insync().edit([edited])
    expect(look(bench).phase.at).toBe('restored')
  })

  it.each([
    { kind: 'step', to: 0, why: 'abort' },
    { kind: 'step', to: 2, why: 'back' },
    { kind: 'step', to: 0, why: 'reapply' },
    { kind: 'adopt', to: 0 },
  ] as const)('nothing goes on: %j was asked for before it', (wanted) => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).write()
    bench.change({ wanted, reading: true }).tell({ type: 'read', reading: bench.reading() })
    expect(bench.run).toMatchObject({ intent: undefined, wanted: undefined, phase: { at: 'restoring' } })
  })

  it('there is no step to a state that the plan does not have', () => {
    const bench = new Bench()
      .upTo(2)
      .change({ wanted: { kind: 'step', to: 9, why: 'hold-over', reason: '' } })
    bench.change({ reading: true }).tell({ type: 'read', reading: bench.reading() })
    expect(bench.run.intent).toBeUndefined()
  })
})

describe('a claim of somebody else', () => {
  const nonce = 'f'.repeat(16)

  it('of the same cutover is looked at until it is taken over, in its own state', () => {
    const owner = new Bench().upTo(2)
    const bench = owner.beside(owner.run)
    owner.upTo(3)
    bench.zone = owner.zone
    expect(look(bench).phase).toMatchObject({ at: 'lost-claim', seen: { claim: { state: 3 } } })
    expect(bench.command({ kind: 'rollback' }).pending).toEqual([])
    bench.command({ kind: 'attach' }).write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
    bench.insync()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 3 })
  })

  it.each([
    [{ state: 0, highest: 0 }, 'ready'],
    [{ status: 'rolledback', state: 0, highest: 0 }, 'restored'],
    [{ status: 'rolledback', state: 0, highest: 3 }, 'restoring'],
    [{ status: 'done' }, 'completing'],
    [{ planDigest: '0'.repeat(32) }, 'propagating'],
  ] as const)('taken over as %j is %s', (more, at) => {
    const bench = look(withClaim(new Bench().upTo(3), { ...more, nonce }))
    bench.command({ kind: 'attach' }).write()
    expect(bench.phase.at).toBe(at)
    const changed = 'planDigest' in more ? 'plan-changed' : undefined
    expect(bench.run.forwardBlocked).toBe(changed)
    expect(bench.run.journal?.claim).toMatchObject({ ...more, nonce: expect.not.stringMatching(nonce) })
  })

  it('of another cutover cannot be taken over with this plan', () => {
    const bench = look(withClaim(new Bench().upTo(3), { nonce, id: '01JOTHEROTHEROTHEROTHEROTH' }))
    expect(bench.command({ kind: 'attach' }).pending).toEqual([])
    bench.change({ wanted: { kind: 'attach' }, reading: true })
    bench.tell({ type: 'read', reading: bench.reading() })
    expect(bench.phase.at).toBe('lost-claim')
    expect(bench.run.intent).toBeUndefined()
  })

  it('stops what was wanted, and the start of another one', () => {
    const step = withClaim(new Bench().upTo(2), { nonce }).next().read()
    expect(step.phase.at).toBe('lost-claim')
    const start = new Bench()
    start.zone = withClaim(new Bench().started(), { nonce, id: '01JOTHEROTHEROTHEROTHEROTH' }).zone
    expect(start.command({ kind: 'start' }).read().phase.at).toBe('lost-claim')
  })

  it('that is ours again goes on', () => {
    const bench = new Bench().upTo(3)
    const { zone } = bench
    look(withClaim(bench, { nonce }))
    bench.zone = zone.filter(({ Name }) => Name !== bench.run.plan.names.claim)
    const { journal } = bench.run
    if (journal) bench.zone.push(journal.claimRecord)
    expect(look(bench).phase).toEqual({ at: 'ready', state: 3 })
  })

  it.each(['hello', 'v=cutover2 id=x'])('that says %s stops the start: it may be in use', (text) => {
    const bench = new Bench()
    bench.zone.push({
      Name: bench.run.plan.names.claim,
      Type: 'TXT',
      TTL: 60,
      ResourceRecords: [{ Value: `"${text}"` }],
    })
    expect(bench.command({ kind: 'start' }).read().phase.at).toBe('lost-claim')
  })
})

/** A step whose attempts were all given up, and that arrives afterwards. */
function late(): { bench: Bench; arrive: () => void } {
  const bench = new Bench().started().next().build()
  const { changes } = bench.take('send')
  bench.change({ intent: undefined })
  return { bench, arrive: () => bench.apply(changes) }
}

describe('a write of ours that was not expected', () => {
  it('is found by looking', () => {
    const { bench, arrive } = late()
    arrive()
    expect(look(bench).phase).toMatchObject({ at: 'propagating', state: 1 })
    expect(bench.run.journal?.claim).toMatchObject({ state: 1, highest: 1 })
  })

  it('stops the next step, and is put back rather than given up', () => {
    const step = late()
    step.arrive()
    expect(step.bench.next().read().phase).toMatchObject({ at: 'propagating', state: 1 })
    const { bench, arrive } = late()
    bench.command({ kind: 'cancel' })
    arrive()
    bench.write()
    expect(bench.phase.at).toBe('restoring')
    expect(bench.reading().records).toEqual([address])
  })

  it('is no reason to go forward for a step back', () => {
    const bench = new Bench().upTo(4)
    const older = bench.run.journal?.claim
    withClaim(bench, { ...older, generation: 2, state: 1, nonce: bench.run.nonces[1] ?? '' })
    bench.edit(live(bench, 1)).command({ kind: 'back', to: 3 }).read()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 1 })
    expect(bench.run).toMatchObject({ paused: 'stranded', intent: undefined })
    expect(bench.types).toEqual(['wait'])
  })

  it('of a start leads to the start', () => {
    const bench = new Bench().command({ kind: 'start' }).build()
    bench.apply(bench.take('send').changes)
    bench.change({ intent: undefined, phase: { at: 'planned' } })
    expect(bench.command({ kind: 'start' }).read().phase).toEqual({ at: 'ready', state: 0 })
  })

  it('that is gone again pauses, because AWS fell back to before it', () => {
    const bench = new Bench().upTo(3)
    withClaim(bench, { generation: 2, state: 1, nonce: bench.run.nonces[1] ?? '' })
    expect(look(bench).run).toMatchObject({ paused: 'stranded', phase: { at: 'propagating', state: 1 } })
  })

  it('is looked at before the journal is removed', () => {
    const bench = new Bench()
      .upTo(3)
      .command({ kind: 'rollback' })
      .write()
      .insync()
      .later(20 * minute)
    withClaim(bench, { nonce: bench.run.nonces[1] ?? '' })
      .command({ kind: 'cleanup' })
      .read()
    expect(bench.phase.at).toBe('restoring')
    expect(bench.types).toEqual(['wait'])
  })

  it('never lets the journal of a cutover under way be removed', () => {
    const bench = new Bench()
      .upTo(3)
      .command({ kind: 'rollback' })
      .write()
      .insync()
      .later(20 * minute)
    withClaim(bench, { status: 'active', state: 3, generation: 3, nonce: bench.run.nonces[2] ?? '' })
    bench.edit(live(bench, 3)).command({ kind: 'cleanup' }).read()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 3 })
    bench.change({ wanted: { kind: 'cleanup' }, reading: true })
    expect(bench.tell({ type: 'read', reading: bench.reading() }).run.intent).toBeUndefined()
  })
})

const lost = () => look(new Bench().upTo(3).removeJournal())

describe('a journal that somebody deleted', () => {
  it('is noticed, and written again', () => {
    const bench = lost()
    expect(bench.phase).toEqual({ at: 'journal-lost', state: 3 })
    bench.command({ kind: 'recreate' }).write()
    expect(bench.reading()).toMatchObject({ claim: expect.anything(), snapshot: expect.anything() })
    bench.insync()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 3 })
  })

  it('comes back with its claim only, or with all of it', () => {
    const bench = new Bench().upTo(3)
    const { zone } = bench
    look(bench.removeJournal())
    bench.zone = zone
    expect(look(bench).phase).toEqual({ at: 'ready', state: 3 })
  })

  it('does not stop the way back, but an edit beside it is shown first', () => {
    expect(lost().command({ kind: 'rollback' }).write().reading().records).toEqual([address])
    const bench = lost().edit([edited]).command({ kind: 'rollback' }).read()
    if (bench.phase.at !== 'drift') throw new Error(bench.phase.at)
    bench.command({ kind: 'rollback', discard: bench.phase.shown }).write()
    expect(bench.reading().records).toEqual([address])
  })

  it('stops every step', () => {
    const bench = new Bench().upTo(2).removeJournal().next().read()
    expect(bench.phase).toEqual({ at: 'journal-lost', state: 2 })
  })

  it.each([
    ['done', 'completed'],
    ['rolledback', 'elsewhere'],
  ] as const)('after it was %s means closed: %s', (status, how) => {
    const bench = new Bench().upTo(3)
    const { journal } = bench.run
    if (!journal) throw new Error('no journal')
    bench.change({ journal: { ...journal, claim: { ...journal.claim, status } } }).removeJournal()
    expect(look(bench).phase).toEqual({ at: 'closed', how })
    expect(look(bench).phase.at).toBe('closed')
  })

  it('that never was leaves a plan', () => {
    const bench = new Bench().change({
      phase: { at: 'lost-claim', seen: { unreadable: 'corrupt', text: '' } },
    })
    expect(look(bench).phase).toEqual({ at: 'planned' })
  })

  it('that is gone when it shall be removed is the end', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).write().insync().removeJournal()
    expect(
      bench
        .later(20 * minute)
        .command({ kind: 'cleanup' })
        .read().phase,
    ).toEqual({ at: 'closed', how: 'restored' })
  })

  it('of a start that was given up before it was done never was', () => {
    const bench = new Bench().command({ kind: 'start' }).build().fail('throttled').read()
    expect(bench.command({ kind: 'cancel' }).read().phase).toEqual({ at: 'closed', how: 'nothing-changed' })
  })

  it('of a start cannot be given up twice', () => {
    const bench = new Bench().started().removeJournal().edit([edited]).command({ kind: 'cancel' }).read()
    expect(bench.phase.at).toBe('journal-lost')
  })
})
