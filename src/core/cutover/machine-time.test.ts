/** Property 22: nothing goes forward before its time, whatever this computer's clock says. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bench, minute, start } from './fixtures/bench.ts'
import { notBefore } from './permits.ts'
import { holdOf, waitOf } from './timing.ts'

const jump = fc.integer({ min: -48 * 60, max: 48 * 60 }).map((minutes) => minutes * minute)

describe('a step', () => {
  it("is never begun before notBefore by AWS's clock, however this computer's clock jumps", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(jump, fc.nat(9)), { minLength: 1, maxLength: 12 }), (jumps) => {
        const bench = new Bench().upTo(2).next().write().insync()
        const since = bench.phase.at === 'soaking' ? bench.phase.since : Number.NaN
        bench.serverNow = bench.now
        for (const [local, minutes] of jumps) {
          bench.serverNow += minutes * minute
          bench.now = start + local
          bench.tick()
          if (bench.types.includes('verify'))
            bench.tell({ type: 'verified', state: bench.take('verify').state, passed: true })
          bench.next()
          if (bench.types.includes('read')) bench.read()
          if (bench.run.intent) break
        }
        const waited = bench.serverNow - since
        expect(bench.run.intent === undefined || waited >= waitOf(bench.run.plan, 3)).toBe(true)
      }),
    )
  })

  it('is possible once it is time, after any jumps', () => {
    const bench = new Bench().upTo(2).next().write().insync()
    bench.serverNow = bench.now
    bench.later(48 * 60 * minute).tick()
    bench
      .tell({ type: 'verified', state: bench.take('verify').state, passed: true })
      .next()
      .read()
    expect(bench.run.intent).toBeUndefined()
    bench.serverNow += waitOf(bench.run.plan, 3)
    bench.now = bench.serverNow
    expect(bench.tick().read().run.intent?.want).toMatchObject({ to: 4 })
  })

  it.each(['holding', 'soaking'] as const)('is given up where it is found %s', (at) => {
    const bench = new Bench()
      .upTo(3)
      .next()
      .change({ phase: { at, state: 3, since: 0 } })
    expect(bench.read().run).toMatchObject({ intent: undefined, wanted: undefined })
  })

  it('at the gate knows its time', () => {
    const bench = new Bench().upTo(3)
    const since = bench.phase.at === 'gate' ? bench.phase.since : Number.NaN
    expect(notBefore(bench.run)).toBe(since + waitOf(bench.run.plan, 3))
  })
})

const holding = (state: number) => {
  const bench = new Bench().upTo(4).command({ kind: 'hold' })
  if (state === 4) return bench
  bench.command({ kind: 'finish', evidence: false, reason: 'x' }).write().insync().soaked()
  return bench.command({ kind: 'hold' })
}

describe('a hold', () => {
  it.each([4, 5])('at state %i is not ended by a clock that runs ahead', (state) => {
    const bench = holding(state)
    const since = bench.phase.at === 'holding' ? bench.phase.since : Number.NaN
    const over = since + holdOf(bench.run.plan, state)
    bench.serverNow = over - 1
    bench.now = over
    bench.command({ kind: 'finish', evidence: true }).read()
    expect(bench.run.intent).toBeUndefined()
    expect(bench.run.wanted).toBeDefined()
    bench.serverNow = over
    bench.tick().read()
    expect(bench.run.intent).toBeDefined()
  })

  it.each([
    [false, 0, undefined],
    [true, -1, undefined],
    [false, 0, ' '],
  ])('is not over with evidence %s and %i ms to its time', (evidence, early, reason) => {
    const bench = holding(4)
    const since = bench.phase.at === 'holding' ? bench.phase.since : Number.NaN
    bench.now = since + holdOf(bench.run.plan, 4) + early
    bench.command({ kind: 'finish', evidence, ...(reason !== undefined && { reason }) })
    expect(bench.pending).toEqual([])
  })

  it('that has ended another way meanwhile does not end again', () => {
    const bench = holding(4)
      .later(24 * 60 * minute)
      .command({ kind: 'finish', evidence: true })
    bench.change({ phase: { at: 'gate', state: 4, since: 0 } }).read()
    expect(bench.run.intent).toBeUndefined()
  })
})

const restored = () => new Bench().upTo(3).command({ kind: 'rollback' }).write().insync()

describe('the journal', () => {
  it("stays until signed requests have expired, by AWS's clock; who asked too early waits for it", () => {
    const bench = restored()
    const over = bench.run.lastWriteAt + 20 * minute
    bench.now = over
    bench.serverNow = over - 1
    bench.command({ kind: 'cleanup' }).read()
    expect(bench.run.intent).toBeUndefined()
    expect(bench.run.wanted).toEqual({ kind: 'cleanup' })
    expect(bench.pending).toEqual([{ type: 'wait', until: over }])
    bench.serverNow = over
    expect(bench.tick().read().run.intent?.want).toEqual({ kind: 'cleanup' })
  })

  it('goes at the second attempt, without another wait', () => {
    const bench = restored()
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .build()
      .fail('throttled', '')
      .read()
    bench.later(1_000).tick().write()
    expect(bench.phase).toEqual({ at: 'closed', how: 'restored' })
  })
})
