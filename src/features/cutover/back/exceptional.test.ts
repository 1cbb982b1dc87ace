import { expect, test } from 'vitest'
import type { Intent, Run } from '../../../core/cutover/run.ts'
import { exceptionalState } from './exceptional.ts'

const trouble = { kind: 'unknown-outcome' as const, code: 'NetworkError', message: '' }

function run(change: Partial<Run>): Run {
  // Only these members are looked at.
  return { phase: { at: 'ready', state: 1 }, ...change } as Run
}

function intent(change: Partial<Intent>): Intent {
  return { want: { kind: 'start' }, status: 'resolving', ...change } as Intent
}

test.each<[string, Partial<Run>, string | undefined]>([
  ['nothing', {}, undefined],
  [
    'a phase of its own',
    { phase: { at: 'drift', state: 1, shown: '', matches: [] }, paused: 'guards' },
    'drift',
  ],
  ['a start that is read back', { intent: intent({}) }, undefined],
  ['a write whose answer is missing', { intent: intent({ trouble }) }, 'indeterminate'],
  ['paused by a person', { paused: 'person' }, undefined],
  ['paused by guards', { paused: 'guards', forwardBlocked: 'unknown-field' }, 'guards'],
  [
    'a person, and a field that nobody knows',
    { paused: 'person', forwardBlocked: 'unknown-field' },
    'unknown-field',
  ],
  ['a plan that has changed', { forwardBlocked: 'plan-changed' }, 'plan-changed'],
  ['everything is back', { phase: { at: 'restored', since: 1 }, paused: 'guards' }, undefined],
  ['a rule that cannot be put back', { phase: { at: 'restored', since: 1 }, paused: 'rule' }, 'rule'],
  ['a start that was refused', { phase: { at: 'planned' }, paused: 'tries' }, 'tries'],
  ['a plan that waits', { phase: { at: 'planned' }, forwardBlocked: 'unknown-field' }, undefined],
  ['an original that was edited', { phase: { at: 'planned', changed: true } }, 'changed'],
])('%s', (_, change, expected) => {
  expect(exceptionalState(run(change))).toBe(expected)
})
