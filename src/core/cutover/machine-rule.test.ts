/** Within one load balancer: the claim is swapped first, then the rule is set and read back; one request at a time. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bench, minute, ruleActions, rulePlan, trouble } from './fixtures/bench.ts'
import type { RuleActionRecord } from './params.ts'
import { canonActions, sameActions } from './rule-states.ts'
import type { Command } from './run.ts'

const rule = () => new Bench(rulePlan())
const wanted = (bench: Bench, state: number) => bench.run.plan.states[state]?.actions ?? []
const fails = (bench: Bench, kind: Parameters<typeof trouble>[0] = 'throttled'): Bench => {
  bench.take('modify-rule')
  return bench.tell({ type: 'rule-failed', trouble: trouble(kind) })
}
/** A step to state 2 whose rule is not set yet. */
const modifying = () => rule().upTo(1).next().write()
/** After five attempts at setting it. */
const stopped = (): Bench => {
  const bench = modifying()
  for (let tries = 1; tries < 5; tries++) fails(bench).later(8_000).tick()
  return fails(bench)
}
const look = (bench: Bench) => bench.command({ kind: 'recheck' }).read()
const byHand: readonly RuleActionRecord[] = [{ Type: 'fixed-response', Order: 1 }]

it('goes forward by claim and rule, and touches no record', () => {
  const bench = rule().upTo(3)
  expect(bench.actions).toEqual(wanted(bench, 3))
  expect(bench.reading().records).toEqual([])
  bench.command({ kind: 'hold' }).command({ kind: 'finish', evidence: false, reason: 'all moved' }).write()
  expect(bench.phase.at).toBe('completing')
})

/** The actions that were sent, if the command led to a write at all. */
const perform = (bench: Bench, command: Command): readonly RuleActionRecord[] | undefined => {
  bench.pending = []
  bench.command(command)
  if (!bench.types.includes('read') || !bench.read().types.includes('store')) return undefined
  bench.take('store')
  bench.tell({ type: 'stored' }).deliver()
  return bench.pending.find((effect) => effect.type === 'modify-rule')?.actions
}

describe('property 32: whatever way it takes', () => {
  const moves = ['next', 'next', 'next', 'back', 'abort', 'edit', 'reapply', 'lost'] as const
  const commandOf = (move: Exclude<(typeof moves)[number], 'edit'>, state: number): Command => {
    if (move === 'next' || move === 'lost') return { kind: 'next', checksPassed: true }
    if (move === 'reapply') return { kind: 'reapply' }
    return { kind: 'back', to: move === 'abort' ? 0 : Math.max(0, state - 1) }
  }
  it('a rollback restores the same actions, and every list keeps the client secret that AWS has', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 14 }), (script) => {
        const bench = rule().upTo(1)
        for (const move of script) {
          const state = bench.run.journal?.claim.state ?? 0
          if (move === 'edit') {
            bench.actions = wanted(bench, 0)
            bench.pending = []
            look(bench)
            continue
          }
          const sent = perform(bench, commandOf(move, state))
          if (!sent) continue
          expect(sent[0]).toMatchObject({ AuthenticateOidcConfig: { UseExistingClientSecret: true } })
          if (move === 'lost') fails(bench)
          else if (bench.setRule().phase.at === 'soaking' && move === 'next') bench.soaked()
        }
        const sent = perform(bench, { kind: 'rollback' })
        expect(sent?.[0]).toMatchObject({ AuthenticateOidcConfig: { UseExistingClientSecret: true } })
        expect(bench.setRule().phase.at).toBe('restored')
        expect(sameActions(bench.actions ?? [], ruleActions)).toBe(true)
      }),
    )
  })
})

describe('a rule that cannot be set', () => {
  it('is tried five times, ever later, and then a person decides', () => {
    const bench = modifying()
    for (const delay of [1_000, 2_000, 4_000, 8_000]) {
      fails(bench)
      expect(bench.take('wait').until).toBe(bench.now + delay)
      expect(bench.tell({ type: 'tick' }).pending).toEqual([])
      bench.later(delay).tick()
    }
    fails(bench)
    expect(bench.run).toMatchObject({ paused: 'rule', phase: { at: 'modifying', tries: 5 } })
    expect(bench.later(minute).tick().pending).toEqual([])
    bench.command({ kind: 'resume' }).setRule()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 2 })
    expect(bench.run.paused).toBeUndefined()
  })

  it('is set again when it reads back as something else', () => {
    const bench = modifying()
    bench.take('modify-rule')
    bench.tell({ type: 'rule', actions: byHand }).later(1_000).tick().setRule()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 2 })
  })

  it('waits for a sign-in', () => {
    const bench = fails(modifying(), 'signed-out').later(minute).tick()
    expect(bench.pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { signedIn: true } }).setRule()
    expect(bench.phase).toMatchObject({ at: 'soaking', state: 2 })
  })

  it('may have been set all the same', () => {
    const bench = modifying()
    bench.actions = bench.take('modify-rule').actions
    bench.tell({ type: 'rule-failed', trouble: trouble('offline') })
    expect(look(bench).phase).toMatchObject({ at: 'soaking', state: 2 })
  })

  it('is no drift meanwhile, and a step back goes on from what is there', () => {
    const bench = fails(modifying())
    expect(look(bench).phase.at).toBe('modifying')
    bench.command({ kind: 'back', to: 0 }).write()
    expect(bench.setRule().phase).toMatchObject({ at: 'soaking', state: 0 })
    const edited = fails(modifying())
    edited.actions = byHand
    expect(edited.command({ kind: 'back', to: 0 }).read().phase.at).toBe('drift')
  })

  it('of a rollback is under way until it is given up, and then offered again', () => {
    const bench = rule().upTo(2).command({ kind: 'rollback' }).write()
    for (let tries = 1; tries < 5; tries++) fails(bench).later(8_000).tick()
    expect(bench.command({ kind: 'rollback' }).pending).toHaveLength(1)
    fails(bench).command({ kind: 'rollback' }).write().setRule()
    expect(bench.phase.at).toBe('restored')
    expect(bench.actions).toEqual(wanted(bench, 0))
    expect(bench.run.paused).toBeUndefined()
  })

  it('stops nothing any more once it is set, whoever set it', () => {
    const back = stopped().command({ kind: 'back', to: 0 }).write().setRule()
    expect(back.run).toMatchObject({ phase: { at: 'soaking', state: 0 }, paused: undefined })
    const mended = stopped()
    mended.actions = wanted(mended, 2)
    expect(look(mended).run).toMatchObject({ phase: { at: 'soaking', state: 2 }, paused: undefined })
    const wished = stopped().change({ paused: 'person' }).command({ kind: 'back', to: 0 }).write().setRule()
    expect(wished.run).toMatchObject({ phase: { at: 'soaking', state: 0 }, paused: 'person' })
  })
})

describe('one request at a time', () => {
  it('a rollback waits until the change that is on its way is answered', () => {
    const bench = modifying().command({ kind: 'rollback' })
    expect(bench.types).toEqual(['modify-rule'])
    bench.tell({ type: 'guards', verdict: 'pause' }).tick()
    expect(bench.types).toEqual(['modify-rule'])
    bench.setRule().write()
    expect(bench.setRule().phase.at).toBe('restored')
  })

  it('a reading beside it neither begins nor decides anything', () => {
    const bench = modifying().command({ kind: 'rollback' }).change({ reading: true })
    bench.actions = wanted(bench, 2)
    bench.tell({ type: 'read', reading: bench.reading() })
    expect(bench.phase.at).toBe('modifying')
    expect(bench.run).toMatchObject({ intent: undefined, wanted: { kind: 'rollback' } })
  })

  it('resuming does not send it twice', () => {
    expect(modifying().command({ kind: 'resume' }).types).toEqual(['modify-rule'])
  })
})

describe('a rule that somebody changed', () => {
  it('is drift, and is not overwritten by who only takes over', () => {
    const owner = rule().upTo(2)
    const bench = owner.beside({ ...owner.run, nonces: [] })
    bench.actions = byHand
    look(bench).command({ kind: 'attach' }).write()
    expect(bench.phase.at).toBe('propagating')
    expect(bench.insync().phase.at).toBe('drift')
    bench.command({ kind: 'reapply' }).write()
    expect(bench.setRule().phase).toMatchObject({ at: 'soaking', state: 2 })
  })

  it('by a request of ours that came late after the rollback is shown', () => {
    const bench = rule().upTo(2).command({ kind: 'rollback' }).write().setRule()
    expect(bench.phase.at).toBe('restored')
    bench.actions = wanted(bench, 2)
    expect(look(bench).phase.at).toBe('drift')
    bench.command({ kind: 'rollback' }).write()
    expect(bench.setRule().phase.at).toBe('restored')
  })

  it('before anything moved is put back by a rollback that gives the edit up', () => {
    const bench = rule().started()
    bench.actions = byHand
    const { phase } = look(bench)
    bench.command({ kind: 'rollback', ...(phase.at === 'drift' && { discard: phase.shown }) }).write()
    expect(bench.setRule().phase.at).toBe('restored')
    expect(sameActions(bench.actions, ruleActions)).toBe(true)
  })

  it("later by hand after the rollback is nobody's business", () => {
    const bench = rule().upTo(2).command({ kind: 'rollback' }).write().setRule()
    bench.actions = byHand
    expect(look(bench).phase.at).toBe('restored')
    bench.actions = undefined
    expect(look(bench).phase.at).toBe('restored')
  })

  it('back to one of our states is adopted without another change of the rule', () => {
    const bench = rule().upTo(2)
    bench.actions = wanted(bench, 1)
    look(bench).command({ kind: 'adopt', to: 1 }).write()
    expect(bench.types).not.toContain('modify-rule')
    expect(bench.insync().phase).toMatchObject({ at: 'soaking', state: 1 })
    expect(canonActions(bench.actions)).toBe(canonActions(wanted(bench, 1)))
  })
})

it('gives up what never moved without a change of the rule', () => {
  const bench = rule().started().command({ kind: 'cancel' }).write()
  expect(bench.phase.at).toBe('restored')
  expect(bench.types).not.toContain('modify-rule')
})

it('does not set what its plan does not say', () => {
  const bench = rule().upTo(1)
  const plan = {
    ...bench.run.plan,
    states: bench.run.plan.states.map((state) => ({ ...state, actions: undefined })),
  }
  bench.change({ plan }).next().write()
  expect(bench.take('modify-rule').actions).toEqual([])
  bench.tell({ type: 'rule', actions: [] })
  expect(bench.phase).toMatchObject({ at: 'soaking', state: 2 })
})
