/** What a person may ask for, and when nothing comes of it. */
import { describe, expect, it } from 'vitest'
import { Bench } from './fixtures/bench.ts'
import type { Command } from './run.ts'

const blocked = (bench: Bench) => bench.fail('invalid', 'protected: do not touch').read()

describe('a refusal of AWS', () => {
  it('is kept until the person goes on, and the step can be taken again', () => {
    const bench = blocked(new Bench().upTo(2).next().build())
    expect(bench.command({ kind: 'recheck' }).read().phase.at).toBe('blocked')
    expect(bench.next().pending).toEqual([])
    bench.command({ kind: 'resume' })
    expect(bench.phase).toEqual({ at: 'ready', state: 2 })
    expect(bench.next().write().phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('of a step back from where nothing was waited for waits again', () => {
    const bench = new Bench().upTo(2).next().write().command({ kind: 'back', to: 1 }).build()
    expect(blocked(bench).command({ kind: 'resume' }).phase).toMatchObject({ at: 'propagating', state: 3 })
  })

  it('of the rollback can be rolled back once its cause is gone', () => {
    const bench = blocked(new Bench().upTo(3).command({ kind: 'rollback' }).build())
    expect(bench.phase).toMatchObject({ at: 'blocked', want: { kind: 'rollback' } })
    expect(bench.command({ kind: 'rollback' }).write().insync().phase.at).toBe('restored')
  })

  it('of the removal of the journal leads back to where it can be asked for', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' }).write().insync().later(2e6)
    blocked(bench.command({ kind: 'cleanup' }).build()).command({ kind: 'resume' })
    expect(bench.phase.at).toBe('restoring')
    bench.later(120_000).tick().read()
    expect(bench.phase.at).toBe('restored')
  })
})

describe('where it does not belong', () => {
  it.each<[string, () => Bench, Command]>([
    ['a start under way', () => new Bench().started(), { kind: 'start' }],
    ['a hold too early', () => new Bench().upTo(3), { kind: 'hold' }],
    ['a hold while soaking', () => new Bench().upTo(2).next().write().insync(), { kind: 'hold' }],
    ['the end before the hold', () => new Bench().upTo(4), { kind: 'finish', evidence: true }],
    ['a reapply without drift', () => new Bench().upTo(3), { kind: 'reapply' }],
    ['an adoption without drift', () => new Bench().upTo(3), { kind: 'adopt', to: 2 }],
    ['a stop without drift', () => new Bench().upTo(3), { kind: 'stop-here' }],
    ['a journal that is there', () => new Bench().upTo(3), { kind: 'recreate' }],
    ['a cutover that is ours', () => new Bench().upTo(3), { kind: 'attach' }],
    ['a step after the last', () => new Bench().upTo(5), { kind: 'next', checksPassed: true }],
  ])('%s changes nothing', (_, make, command) => {
    const bench = make()
    bench.pending = []
    const { run } = bench
    expect(bench.command(command).run).toEqual(run)
    expect(bench.pending).toEqual([])
  })
})

it('settings are kept apart', () => {
  const bench = new Bench().command({ kind: 'auto', advance: true }).command({ kind: 'auto', abort: true })
  expect(bench.run).toMatchObject({ autoAdvance: true, autoAbort: true })
  expect(bench.command({ kind: 'auto', advance: false }).run).toMatchObject({
    autoAdvance: false,
    autoAbort: true,
  })
})

it('a pause is taken back by hand, with the abort that was due', () => {
  const bench = new Bench()
    .upTo(3)
    .command({ kind: 'auto', abort: true })
    .tell({ type: 'guards', verdict: 'abort' })
  expect(bench.run.abortAt).toBeDefined()
  expect(bench.command({ kind: 'resume' }).run).toMatchObject({ paused: undefined, abortAt: undefined })
})

it('looking twice reads once', () => {
  expect(new Bench().command({ kind: 'recheck' }).command({ kind: 'recheck' }).types).toEqual(['read'])
})

it('the way back does not wait for a reading that is under way, nor for an outcome', () => {
  const bench = new Bench().upTo(3).command({ kind: 'recheck' }).command({ kind: 'rollback' }).write()
  expect(bench.phase.at).toBe('restoring')
  const unclear = new Bench().upTo(2).next().build().fail('unknown-outcome').readFails()
  unclear.command({ kind: 'rollback' }).write()
  expect(unclear.phase.at).toBe('restoring')
})

it('nothing replaces the rollback that was asked for', () => {
  const bench = new Bench().upTo(3).removeJournal().command({ kind: 'recheck' }).read()
  bench.command({ kind: 'rollback' }).command({ kind: 'recreate' }).write()
  expect(bench.run.journal?.claim.status).toBe('rolledback')
})
