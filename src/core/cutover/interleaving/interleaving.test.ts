/** The real engine against the strict zone, in every order that chance finds. The numbers of broken rules are those of the design's properties. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allSafeguards } from '../machine.ts'
import { anyLayout, layoutOf } from './layouts.ts'
import { type Move, moves, play } from './play.ts'
import { courtOf, strictBackend } from './strict-backend.ts'
import type { Safeguards } from '../run.ts'

/** Of all runs, some go through the SDK's XML: see src/aws/cutover. */
const runs = Math.round(Number(process.env['CUTOVER_RUNS'] ?? 2_000) * 0.9)
const seed = process.env['CUTOVER_SEED'] === undefined ? {} : { seed: Number(process.env['CUTOVER_SEED']) }

describe('interleavings of operators, faults and edits', () => {
  it(
    'end with everything back, whatever happened on the way',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyLayout, moves, async (layout, script) => {
          await play(courtOf(layout, strictBackend(layout)), script, allSafeguards)
        }),
        { numRuns: runs, ...seed },
      )
      expect(runs).toBeGreaterThan(0)
    },
    24 * 3_600_000,
  )
})

const perform = (fate: Extract<Move, { do: 'perform' }>['fate'] = 'ok', who = 0): Move => ({
  do: 'perform',
  who,
  pick: 0,
  fate,
  luck: true,
})
const command = (kind: Extract<Move, { do: 'command' }>['command'], who = 0): Move => ({
  do: 'command',
  who,
  command: kind,
  number: 1,
})
const ghost: Move = { do: 'ghost', pick: 0 }
/** A command whose write is noted and then sent with this fate. */
const write = (kind: 'start' | 'next' | 'rollback', fate: 'ok' | 'duplicate' | 'delayed'): Move[] => [
  command(kind),
  perform(),
  perform(),
  perform(fate),
]
const started: Move[] = [...write('start', 'ok'), perform()]

/** Counterexamples that were found while a safeguard was off: what it is for. */
const counterexamples: {
  safeguard: keyof Safeguards
  layout: string
  script: Move[]
  overlook: string[]
  rule: string
}[] = [
  {
    // The start arrives twice, the step late: without a tombstone they find everything as they expect it.
    safeguard: 'tombstone',
    layout: 'one address',
    script: [
      ...write('start', 'duplicate'),
      perform(),
      ...write('next', 'delayed'),
      command('rollback'),
      perform(),
      perform(),
      perform(),
      perform(),
      perform(),
      ghost,
      ghost,
    ],
    overlook: ['11', '12', '20', '33'],
    rule: '8',
  },
  {
    // IPv6 records that the batch leaves alone are edited between reading and writing.
    safeguard: 'assertions',
    layout: 'both families, IPv4 only balancer',
    script: [
      ...started,
      command('next'),
      perform(),
      perform(),
      { do: 'edit', edit: 'value', pick: 1 },
      perform(),
    ],
    overlook: [],
    rule: '9',
  },
  {
    // Two operators write the same claim: each takes the other's write for its own.
    safeguard: 'freshNonce',
    layout: 'one address',
    script: [
      ...started,
      { do: 'open', who: 1 },
      command('attach', 1),
      perform('ok', 1),
      perform('ok', 1),
      perform('ok', 1),
      ...write('next', 'ok'),
    ],
    overlook: ['11'],
    rule: '33',
  },
  {
    // A step that arrives twice is fenced off by nothing.
    safeguard: 'claimInBatch',
    layout: 'one address',
    script: [
      ...started,
      ...write('next', 'duplicate'),
      command('rollback'),
      // Beside the look at the change that goes on.
      ...[1, 1, 1].map((pick): Move => ({ do: 'perform', who: 0, pick, fate: 'ok', luck: true })),
      ghost,
    ],
    overlook: ['11', '12', '20', '33'],
    rule: '8',
  },
]

describe('each safeguard is needed', () => {
  it.each(counterexamples)('$safeguard', async ({ safeguard, layout, script, overlook, rule }) => {
    const court = (passing: string[] = []) =>
      courtOf(layoutOf(layout), strictBackend(layoutOf(layout)), passing)
    await expect(play(court(), script, allSafeguards)).resolves.toBeUndefined()
    await expect(play(court(overlook), script, { ...allSafeguards, [safeguard]: false })).rejects.toThrow(
      new RegExp(`^${rule}: `),
    )
  })
})
