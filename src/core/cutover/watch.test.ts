/** What is watched between writes: changes that spread, verification, guards and the automatic abort. */
import { describe, expect, it } from 'vitest'
import { Bench, edited, minute, start, testPlan } from './fixtures/bench.ts'

const propagating = () => new Bench().upTo(2).next().write()
const seconds = 1_000

describe('a change that spreads', () => {
  it('is asked for often at first, then every ten seconds, and called slow after ten minutes', () => {
    const bench = propagating()
    const { changeId, at } = bench.take('poll')
    expect(at - bench.now).toBe(2 * seconds)
    for (const [after, wait] of [
      [1, 2],
      [5, 5],
      [60, 10],
    ] as const) {
      const sent = bench.phase.at === 'propagating' ? bench.phase.submittedAt : 0
      bench.now = sent + after * seconds
      bench.tell({ type: 'change', changeId, status: 'PENDING' })
      expect(bench.take('poll')).toMatchObject({ changeId, at: bench.now + wait * seconds })
      expect(bench.phase).toMatchObject({ slow: false })
    }
    bench.later(10 * minute).tell({ type: 'change', changeId, status: 'PENDING' })
    expect(bench.phase).toMatchObject({ at: 'propagating', slow: true })
  })

  it('of an earlier step says nothing about this one', () => {
    const bench = propagating()
    const { changeId } = bench.take('poll')
    bench.command({ kind: 'back', to: 1 }).write().tell({ type: 'change', changeId, status: 'INSYNC' })
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 1 })
    expect(bench.types).toEqual(['poll'])
    bench.tick()
    expect(bench.types).toEqual(['poll'])
  })

  it.each(['step', 'rollback'])('of a %s that cannot be asked for is waited for blindly', (kind) => {
    const bench = kind === 'step' ? propagating() : new Bench().upTo(3).command({ kind: 'rollback' }).write()
    const { changeId } = bench.take('poll')
    bench.tell({ type: 'change', changeId, status: 'unknown' })
    expect(bench.take('wait').until).toBe(bench.now + 120 * seconds)
    bench.later(119 * seconds).tick()
    expect(bench.types).toEqual(['wait'])
    bench
      .later(1 * seconds)
      .tick()
      .read()
    expect(bench.phase.at).toBe(kind === 'step' ? 'soaking' : 'restored')
  })

  it('is read at once when the blind wait is over already', () => {
    const bench = propagating()
    const { changeId } = bench.take('poll')
    bench
      .later(2 * minute)
      .tell({ type: 'change', changeId, status: 'unknown' })
      .read()
    expect(bench.phase.at).toBe('soaking')
  })

  it('is not taken for done by a clock that runs ahead', () => {
    const bench = new Bench().upTo(2).next().build().loseAnswer().read()
    bench.serverNow = bench.now
    bench.take('wait')
    bench
      .later(2 * minute)
      .tick()
      .read()
    expect(bench.phase.at).toBe('propagating')
    expect(bench.take('wait').until).toBe(bench.serverNow + 2 * minute)
    bench.serverNow += 2 * minute
    bench.tick().read()
    expect(bench.phase).toMatchObject({ at: 'soaking', since: bench.serverNow })
  })

  it('is looked at beside other readings, and only its own end counts', () => {
    const bench = propagating().command({ kind: 'recheck' }).read()
    expect(bench.phase.at).toBe('propagating')
    expect(bench.types).toEqual(['poll'])
  })

  it('that is everywhere but not as it shall be is drift', () => {
    expect(propagating().edit([edited]).insync().phase.at).toBe('drift')
  })
})

const soaking = () => propagating().insync()

describe('verification', () => {
  it('begins when the wait is over, once for however many waits end', () => {
    const bench = soaking()
    const { until } = bench.take('wait')
    expect(bench.tick().take('wait').until).toBe(until)
    bench.now = until
    expect(bench.tick().types).toEqual(['verify'])
    expect(bench.tick().types).toEqual(['verify'])
    bench.take('verify')
    bench.tell({ type: 'verified', state: 3, passed: false })
    expect(bench.take('wait').until).toBe(bench.now + 30 * seconds)
    expect(bench.later(29 * seconds).tick().types).toEqual([])
    bench
      .later(1 * seconds)
      .tick()
      .take('verify')
    bench.tell({ type: 'verified', state: 3, passed: true })
    expect(bench.phase).toMatchObject({ at: 'gate', state: 3 })
  })

  it('that is early or of another state does not count', () => {
    const bench = soaking().tell({ type: 'verified', state: 2, passed: true })
    expect(bench.phase.at).toBe('soaking')
    bench.tell({ type: 'verified', state: 3, passed: true })
    expect(bench.phase.at).toBe('soaking')
    bench.later(60 * minute).tell({ type: 'verified', state: 3, passed: true })
    expect(bench.phase.at).toBe('gate')
  })

  it.each([
    [true, 3, 'gate'],
    [true, 4, 'holding'],
    [false, 4, 'gate'],
  ])('with automatic steps %s leads from state %i to %s', (advance, state, at) => {
    const bench = new Bench().upTo(state - 1).command({ kind: 'auto', advance })
    expect(bench.next().write().insync().soaked().phase).toMatchObject({ at, state })
  })

  it('of the last state leads to the hold, too', () => {
    const bench = new Bench(testPlan({ strategy: 'simple', prepareTtl: false })).started()
    bench.command({ kind: 'auto', advance: true }).next().write().insync().soaked()
    expect(bench.phase).toMatchObject({ at: 'holding', state: 1 })
  })
})

const exposed = (state = 3) => new Bench().upTo(state).command({ kind: 'auto', abort: true })

describe('guards', () => {
  it.each([
    ['ok', undefined],
    ['pause', 'guards'],
    ['abort', 'guards'],
  ] as const)('that say %s pause: %s', (verdict, paused) => {
    const bench = new Bench().upTo(3).tell({ type: 'guards', verdict })
    expect(bench.run.paused).toBe(paused)
    expect(bench.pending).toEqual([])
    expect(bench.next().types).toEqual(paused ? [] : ['read'])
  })

  it('say nothing before anything moved, nor before the start', () => {
    for (const bench of [new Bench(), new Bench().upTo(2)])
      expect(bench.tell({ type: 'guards', verdict: 'abort-now' }).run.paused).toBeUndefined()
  })

  it('keep the reason of a pause that is there', () => {
    const bench = exposed().command({ kind: 'pause' }).tell({ type: 'guards', verdict: 'pause' })
    expect(bench.run.paused).toBe('person')
    expect(bench.command({ kind: 'pause' }).run.paused).toBe('person')
  })

  it('abort at once to where nothing new is answered and TTLs are low', () => {
    const bench = exposed(4).tell({ type: 'guards', verdict: 'abort-now' }).write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 2 })
    expect(bench.run.paused).toBe('abort')
    expect(bench.insync().phase).toMatchObject({ at: 'soaking', state: 2 })
  })

  it('abort after thirty seconds that a person can stop', () => {
    const bench = exposed().tell({ type: 'guards', verdict: 'abort' })
    expect(bench.take('wait').until).toBe(bench.now + 30 * seconds)
    bench.later(10 * seconds).tell({ type: 'guards', verdict: 'abort' })
    expect(bench.take('wait').until).toBe(bench.now + 20 * seconds)
    const stopped = exposed().tell({ type: 'guards', verdict: 'abort' }).command({ kind: 'cancel-abort' })
    expect(stopped.later(minute).tick().pending).toEqual([])
    bench
      .later(20 * seconds)
      .tick()
      .write()
    expect(bench.phase).toMatchObject({ at: 'propagating', state: 2 })
    expect(bench.run.abortAt).toBeUndefined()
  })

  it('leave it stopped while the same trouble goes on, but for the worst', () => {
    const bench = exposed().tell({ type: 'guards', verdict: 'abort' }).command({ kind: 'cancel-abort' })
    bench
      .later(30 * seconds)
      .tell({ type: 'guards', verdict: 'abort' })
      .tell({ type: 'guards', verdict: 'pause' })
      .tell({ type: 'guards', verdict: 'abort' })
    expect(bench.run).toMatchObject({ abortAt: undefined, paused: 'guards' })
    const again = bench.tell({ type: 'guards', verdict: 'ok' }).tell({ type: 'guards', verdict: 'abort' })
    expect(again.run.abortAt).toBe(again.now + 30 * seconds)
    again.command({ kind: 'cancel-abort' }).tell({ type: 'guards', verdict: 'abort-now' }).write()
    expect(again.phase).toMatchObject({ at: 'propagating', state: 2 })
  })

  it('count down anew for what trips after the person went on', () => {
    const bench = exposed().tell({ type: 'guards', verdict: 'abort' }).command({ kind: 'cancel-abort' })
    bench.command({ kind: 'resume' }).tell({ type: 'guards', verdict: 'abort' })
    expect(bench.run.abortAt).toBe(bench.now + 30 * seconds)
  })

  it('count down once: not again while traffic is on its way back', () => {
    const bench = exposed().tell({ type: 'guards', verdict: 'abort' })
    bench
      .later(30 * seconds)
      .tick()
      .tell({ type: 'guards', verdict: 'abort' })
    expect(bench.run.abortAt).toBeUndefined()
    bench.build().tell({ type: 'guards', verdict: 'abort' })
    expect(bench.run.abortAt).toBeUndefined()
    bench.deliver()
    expect(bench.run).toMatchObject({ abortAt: undefined, paused: 'abort' })
    const person = exposed(4).command({ kind: 'back', to: 1 }).tell({ type: 'guards', verdict: 'abort-now' })
    expect(person.write().phase).toMatchObject({ at: 'propagating', state: 1 })
  })

  it('do not abort to where it stands already', () => {
    const bench = new Bench().upTo(2).change({ abortAt: start }).tick()
    expect(bench.run).toMatchObject({ abortAt: undefined, paused: 'guards' })
    expect(new Bench().change({ abortAt: start }).tick().pending).toEqual([])
  })

  it('wait for keys and for what is on the wire', () => {
    const bench = exposed().next().build().tell({ type: 'guards', verdict: 'abort-now' })
    expect(bench.types).toEqual(['send'])
    expect(bench.deliver().write().phase).toMatchObject({ at: 'propagating', state: 2 })
  })

  it('never undo an edit by hand: they alarm', () => {
    const bench = exposed().edit([edited]).command({ kind: 'recheck' }).read()
    expect(bench.tell({ type: 'guards', verdict: 'pause' }).run.paused).toBeUndefined()
    bench.tell({ type: 'guards', verdict: 'abort-now' })
    expect(bench.run).toMatchObject({ paused: 'guards', phase: { at: 'drift' } })
    expect(bench.pending).toEqual([])
    expect(exposed().edit([edited]).tell({ type: 'guards', verdict: 'abort-now' }).read().phase.at).toBe(
      'drift',
    )
  })

  it('never take the place of a rollback', () => {
    const bench = exposed().command({ kind: 'rollback' }).tell({ type: 'guards', verdict: 'abort-now' })
    expect(bench.run.wanted).toEqual({ kind: 'rollback', discard: undefined })
    bench.build().tell({ type: 'guards', verdict: 'abort-now' }).command({ kind: 'back', to: 2 })
    expect(bench.run.wanted).toBeUndefined()
    bench.deliver().tell({ type: 'guards', verdict: 'abort-now' }).insync()
    expect(bench.phase.at).toBe('restored')
    expect(bench.pending).toEqual([])
  })
})
