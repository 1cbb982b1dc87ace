/** What may be written, and that the way back is always there or not needed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address, Bench, edited, minute, rulePlan, start, trouble } from './fixtures/bench.ts'
import {
  conditionsBlock,
  type ForwardBlock,
  forwardBlock,
  isForward,
  notBefore,
  stepBlock,
  wayBack,
  type WayBack,
} from './permits.ts'
import type { Conditions, Phase, Run } from './run.ts'

/** A bench in each phase, and the way back that it offers. */
const phases: Record<string, [make: () => Bench, offer: WayBack]> = {
  planned: [() => new Bench(), { offer: 'none', reason: 'not-started' }],
  starting: [() => new Bench().command({ kind: 'start' }).build(), { offer: 'cancel' }],
  'ready, nothing moved': [() => new Bench().started(), { offer: 'cancel' }],
  'first step on the wire': [() => new Bench().started().next().build(), { offer: 'rollback' }],
  propagating: [() => new Bench().upTo(2).next().write(), { offer: 'rollback' }],
  soaking: [() => new Bench().upTo(2).next().write().insync(), { offer: 'rollback' }],
  gate: [() => new Bench().upTo(3), { offer: 'rollback' }],
  holding: [() => new Bench().upTo(4).command({ kind: 'hold' }), { offer: 'rollback' }],
  modifying: [() => new Bench(rulePlan()).upTo(1).next().write(), { offer: 'rollback' }],
  'modifying back': [
    () => new Bench(rulePlan()).upTo(2).command({ kind: 'rollback' }).write(),
    { offer: 'none', reason: 'under-way' },
  ],
  'rolling back': [
    () => new Bench().upTo(3).command({ kind: 'rollback' }).build(),
    { offer: 'none', reason: 'under-way' },
  ],
  'giving up': [
    () => new Bench().started().command({ kind: 'cancel' }).build(),
    { offer: 'none', reason: 'under-way' },
  ],
  restoring: [
    () => new Bench().upTo(3).command({ kind: 'rollback' }).write(),
    { offer: 'none', reason: 'under-way' },
  ],
  restored: [
    () => new Bench().upTo(3).command({ kind: 'rollback' }).write().insync(),
    { offer: 'none', reason: 'restored' },
  ],
  completing: [
    () =>
      new Bench()
        .upTo(3)
        .edit([edited])
        .command({ kind: 'recheck' })
        .read()
        .command({ kind: 'stop-here' })
        .write(),
    { offer: 'rollback' },
  ],
  closed: [() => at({ at: 'closed', how: 'restored' }), { offer: 'none', reason: 'closed' }],
  drift: [
    () => new Bench().upTo(3).edit([edited]).command({ kind: 'recheck' }).read(),
    { offer: 'rollback' },
  ],
  'journal lost': [
    () => new Bench().upTo(3).removeJournal().command({ kind: 'recheck' }).read(),
    { offer: 'rollback' },
  ],
  'no zone': [() => at({ at: 'corrupt', reason: 'zone' }), { offer: 'rollback' }],
  blocked: [() => new Bench().upTo(2).next().build().fail('denied').read(), { offer: 'rollback' }],
  found: [() => at({ at: 'found', state: 3 }), { offer: 'rollback' }],
  'manual only': [
    () => new Bench().command({ kind: 'start' }).build().fail('denied').read(),
    { offer: 'none', reason: 'not-started' },
  ],
  'taken over': [() => lost((run) => run), { offer: 'take-over' }],
  'another cutover': [() => lost((run) => ({ ...run, id: 'another' })), { offer: 'none', reason: 'theirs' }],
  'an unreadable claim': [
    () => at({ at: 'lost-claim', seen: { unreadable: 'corrupt', text: '' } }),
    { offer: 'none', reason: 'by-hand' },
  ],
}

function at(phase: Phase): Bench {
  return new Bench().upTo(3).change({ phase })
}

function lost(change: (run: Run) => Run): Bench {
  const bench = new Bench().upTo(3)
  return bench
    .change(change({ ...bench.run, nonces: [] }))
    .command({ kind: 'recheck' })
    .read()
}

const conditions: fc.Arbitrary<Partial<Conditions>> = fc.record(
  {
    throttledUntil: fc.constantFrom(0, start + 24 * 60 * minute),
    leader: fc.boolean(),
    credentialsUntil: fc.constantFrom(start, start + minute, Number.MAX_SAFE_INTEGER),
  },
  { requiredKeys: [] },
)
const overlays = fc.record({
  conditions,
  paused: fc.constantFrom(undefined, 'person', 'guards', 'abort', 'tries', 'stranded', 'rule'),
  forwardBlocked: fc.constantFrom(undefined, 'plan-changed', 'unknown-field'),
} as const)

/** Performs what is pending on a good network until the rollback is written; an edit that is shown is given up. */
function rolledBack(bench: Bench): boolean {
  for (let turn = 0; turn < 20; turn++) {
    if (bench.run.journal?.claim.status === 'rolledback') return true
    if (bench.types.includes('read')) bench.read()
    else if (bench.types.includes('store')) {
      bench.take('store')
      bench.tell({ type: 'stored' })
    } else if (bench.types.includes('send')) bench.deliver()
    else if (bench.types.includes('modify-rule')) bench.setRule()
    else if (bench.phase.at === 'drift') bench.command({ kind: 'rollback', discard: bench.phase.shown })
    else bench.later(minute).tick()
  }
  return false
}

describe('property 34: the way back', () => {
  it.each(Object.entries(phases))('in phase %s is as it should be', (_, [make, offer]) => {
    expect(wayBack(make().run)).toEqual(offer)
  })

  it.each(Object.entries(phases))('that phase %s offers is there, and no other', (_, [make, { offer }]) => {
    for (const kind of ['rollback', 'cancel', 'attach'] as const) {
      const bench = make()
      const before = bench.run.wanted
      bench.command({ kind })
      const granted = bench.run.wanted !== before
      const promised = { rollback: 'rollback', cancel: 'cancel', attach: 'take-over' }[kind]
      const more = kind === 'attach' && bench.phase.at === 'found'
      expect([kind, granted]).toEqual([kind, offer === promised || more])
    }
  })
})

describe('properties 35 and 36: a rollback', () => {
  const offering = Object.entries(phases).filter(([, [, { offer }]]) => offer === 'rollback')
  it.each(offering)('from phase %s is refused by no overlay', (_, [make]) => {
    fc.assert(
      fc.property(overlays, ({ conditions: more, paused, forwardBlocked }) => {
        const bench = make().change({ paused, forwardBlocked })
        bench.tell({ type: 'conditions', conditions: more })
        const discard = bench.phase.at === 'drift' ? { discard: bench.phase.shown } : {}
        bench.command({ kind: 'rollback', ...discard })
        expect(rolledBack(bench)).toBe(true)
        expect(bench.reading().records).toEqual(bench.run.plan.params.rule ? [] : [address])
      }),
      { numRuns: 25 },
    )
  })

  it.each(['signedIn', 'online'] as const)('waits for %s, and for nothing else', (condition) => {
    const bench = new Bench().upTo(3).tell({ type: 'conditions', conditions: { [condition]: false } })
    bench.command({ kind: 'rollback' })
    expect(bench.later(60 * minute).tick().pending).toEqual([])
    bench.tell({ type: 'conditions', conditions: { [condition]: true } })
    expect(rolledBack(bench)).toBe(true)
  })

  it('of another plan needs the original only', () => {
    const bench = new Bench().upTo(3).edit([edited]).change({ forwardBlocked: 'plan-changed' })
    bench.command({ kind: 'rollback' }).write()
    expect(bench.reading().records).toEqual([address])
  })

  it('goes on over fields that this console does not know', () => {
    const bench = new Bench().upTo(3).command({ kind: 'rollback' })
    bench.take('read')
    bench.tell({ type: 'read', reading: { ...bench.reading(), unknownFields: ['NewPolicy'] } })
    expect(bench.run).toMatchObject({ forwardBlocked: 'unknown-field' })
    expect(rolledBack(bench)).toBe(true)
  })
})

function worsened(bench: Bench, more: Partial<Run> | Partial<Conditions>): Bench {
  const own = 'paused' in more || 'forwardBlocked' in more || 'wanted' in more
  return own
    ? bench.change(more)
    : bench.change({ conditions: { ...bench.run.conditions, ...(more as Partial<Conditions>) } })
}

describe('property 21: forward', () => {
  const bad: [ForwardBlock, Partial<Run> | Partial<Conditions>][] = [
    ['signed-out', { signedIn: false }],
    ['offline', { online: false }],
    ['throttled', { throttledUntil: start + 1e10 }],
    ['not-leader', { leader: false }],
    ['keys-expire', { credentialsUntil: start + 9 * minute }],
    ['paused', { paused: 'person' }],
    ['plan-changed', { forwardBlocked: 'plan-changed' }],
    ['unknown-field', { forwardBlocked: 'unknown-field' }],
    ['busy', { wanted: { kind: 'attach' } }],
  ]

  const commands = [
    ['start', () => new Bench(), { kind: 'start' }],
    ['next', () => new Bench().started(), { kind: 'next', checksPassed: true }],
    ['hold', () => new Bench().upTo(4), { kind: 'hold' }],
    ['finish', () => at({ at: 'holding', state: 3, since: 0 }), { kind: 'finish', evidence: true }],
    ['reapply', () => at({ at: 'drift', state: 3, shown: '', matches: [] }), { kind: 'reapply' }],
    ['adopt', () => at({ at: 'drift', state: 3, shown: '', matches: [2] }), { kind: 'adopt', to: 2 }],
    ['stop-here', () => at({ at: 'drift', state: 3, shown: '', matches: [] }), { kind: 'stop-here' }],
  ] as const

  it.each(commands)('%s is refused while anything stands in the way', (_, make, command) => {
    for (const [block, more] of bad) {
      const bench = worsened(make().change({ wanted: undefined }), more)
      const { phase, wanted } = bench.run
      expect(forwardBlock(bench.run, bench.now)).toBe(block)
      bench.command(command)
      expect(bench.run).toMatchObject({ phase, wanted })
      expect(bench.pending).toEqual([])
    }
    const { phase } = make().run
    const granted = make().command(command)
    expect(granted.types.length > 0 || granted.phase.at !== phase.at).toBe(true)
  })

  it('cleaning up needs keys and the lead, but is not stopped by a pause', () => {
    const restored = () => at({ at: 'restored', since: start })
    expect(worsened(restored(), { leader: false }).command({ kind: 'cleanup' }).pending).toEqual([])
    expect(worsened(restored(), { paused: 'person' }).command({ kind: 'cleanup' }).types).toEqual(['read'])
    expect(at({ at: 'gate', state: 3, since: start }).command({ kind: 'cleanup' }).pending).toEqual([])
  })

  it('is open when nothing is in the way', () => {
    const { run, now } = new Bench().started()
    expect(conditionsBlock(run, now)).toBeUndefined()
    expect(stepBlock(run, now)).toBeUndefined()
    expect(new Bench().started().command({ kind: 'next', checksPassed: false }).pending).toEqual([])
  })

  it('is told from the way back', () => {
    const kinds = ['start', 'rollback', 'cancel', 'done', 'cleanup', 'attach', 'recreate'] as const
    expect(kinds.filter((kind) => isForward({ kind }))).toEqual(['start', 'done'])
    const whys = ['next', 'back', 'abort', 'hold-over', 'reapply'] as const
    expect(whys.filter((why) => isForward({ kind: 'step', to: 1, why }))).toEqual([
      'next',
      'hold-over',
      'reapply',
    ])
    expect(isForward({ kind: 'adopt', to: 1 })).toBe(true)
  })
})

describe('the next step', () => {
  it.each<[string, Phase, ForwardBlock | undefined, number | undefined]>([
    ['planned', { at: 'planned' }, 'waiting', undefined],
    ['ready', { at: 'ready', state: 2 }, undefined, 0],
    ['in its soak', { at: 'soaking', state: 3, since: start }, 'waiting', start + 10 * minute],
    [
      'at a gate too early',
      { at: 'gate', state: 3, since: start + 1e9 },
      'waiting',
      start + 1e9 + 10 * minute,
    ],
    ['at a gate', { at: 'gate', state: 3, since: 0 }, undefined, 10 * minute],
    ['after the last state', { at: 'gate', state: 5, since: 0 }, 'no-step', 2 * minute],
    ['in the hold', { at: 'holding', state: 4, since: 0 }, 'waiting', undefined],
  ])('%s', (_, phase, block, time) => {
    const { run, now } = at(phase)
    expect(stepBlock(run, now)).toBe(block)
    expect(notBefore(run)).toBe(time)
  })
})

it('a refusal of the first write leaves nothing but the plan', () => {
  const bench = new Bench().command({ kind: 'start' }).build().fail('invalid').read()
  expect(bench.phase).toEqual({
    at: 'blocked',
    state: 0,
    trouble: trouble('invalid'),
    want: { kind: 'start' },
  })
  expect(wayBack(bench.run)).toEqual({ offer: 'none', reason: 'not-started' })
  expect(bench.command({ kind: 'resume' }).phase).toEqual({ at: 'planned' })
})
