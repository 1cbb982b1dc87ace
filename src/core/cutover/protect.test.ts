/** Protections are lifted under the claim, set again at every end, and never forgotten. */
import { describe, expect, it } from 'vitest'
import { attachRun } from './attach.ts'
import { Bench, hostname, id, minute, testPlan, trouble, zone } from './fixtures/bench.ts'
import { plannedRun } from './machine.ts'
import { forwardBlock } from './permits.ts'
import type { Plan } from './plan.ts'
import { onProtected, onProtectFailed } from './protect.ts'

const plan: Plan = { ...testPlan(), protections: [{ name: hostname, type: 'A', comment: 'ask us' }] }
const failed = { type: 'protect-failed', trouble: trouble('denied') } as const

/** The claim stands, and the protections are to be lifted. */
const started = (): Bench => new Bench(plan).command({ kind: 'start' }).write().read()
const lifted = (): Bench => {
  const bench = started()
  expect(bench.take('protect')).toEqual({ type: 'protect', lift: true })
  return bench.tell({ type: 'protected' })
}

describe('protections', () => {
  it('are lifted after the start, and before any step', () => {
    const bench = started()
    expect(bench.phase).toEqual({ at: 'ready', state: 0 })
    expect(forwardBlock(bench.run, bench.now)).toBe('busy')
    bench.tell({ type: 'protected' })
    expect(bench.run.protecting).toBeUndefined()
    expect(bench.run.protectionsSet).toBe(false)
    expect(forwardBlock(bench.run, bench.now)).toBeUndefined()
  })

  it('are set again after a cancellation, a rollback and the end, before the journal goes', () => {
    const bench = lifted().command({ kind: 'cancel' }).write()
    expect(bench.phase.at).toBe('restored')
    expect(bench.take('protect')).toEqual({ type: 'protect', lift: false })
    bench
      .tell({ type: 'protected' })
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .write()
    expect(bench.phase.at).toBe('closed')
  })

  it('keep the journal where nobody knows whether they were set', () => {
    const before = lifted().command({ kind: 'cancel' }).write()
    const attaching = attachRun(zone, before.reading())
    if (!('run' in attaching)) throw new Error(attaching.trouble)
    // The claim's snapshot says what was protected.
    expect(attaching.run.plan.protections).toEqual(plan.protections)
    const bench = before.beside(attaching.run).later(20 * minute)
    bench.command({ kind: 'cleanup' })
    expect(bench.pending).toEqual([{ type: 'protect', lift: false }])
    bench.take('protect')
    bench.tell({ type: 'protected' }).command({ kind: 'cleanup' }).write()
    expect(bench.phase.at).toBe('closed')
  })

  it('that AWS refuses to lift are tried again, and then a person decides', () => {
    const bench = started()
    for (let tries = 1; tries < 5; tries++) {
      bench.take('protect')
      bench.tell(failed)
      const { until } = bench.take('wait')
      expect(until - bench.now).toBe(1000 * 2 ** (tries - 1))
      bench.tick()
      expect(bench.types).not.toContain('protect')
      bench.later(until - bench.now).tick()
    }
    bench.take('protect')
    bench.tell(failed)
    expect(bench.run).toMatchObject({ paused: 'protection', protecting: { lift: true, tries: 5 } })
    bench.command({ kind: 'resume' })
    expect(bench.take('protect')).toEqual({ type: 'protect', lift: true })
    expect(bench.run.paused).toBeUndefined()
  })

  it('stop nothing any more once they are as they shall be', () => {
    const bench = started()
    bench.change({ protecting: { lift: true, tries: 5 } }).take('protect')
    bench.tell(failed)
    expect(bench.run.paused).toBe('protection')
    bench.command({ kind: 'cancel' }).write()
    expect(bench.take('protect')).toEqual({ type: 'protect', lift: false })
    expect(bench.tell({ type: 'protected' }).run.paused).toBeUndefined()
    const wished = started().change({ paused: 'person' })
    expect(wished.tell({ type: 'protected' }).run.paused).toBe('person')
  })

  it('do not matter where there are none, nor to answers that nobody waits for', () => {
    const run = plannedRun(testPlan(), id)
    expect(onProtected(run)).toEqual({ run, effects: [] })
    expect(onProtectFailed(run, 0)).toEqual({ run, effects: [] })
    expect(new Bench().command({ kind: 'start' }).write().read().types).not.toContain('protect')
  })
})
