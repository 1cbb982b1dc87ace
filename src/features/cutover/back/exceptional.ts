/** Which exceptional state a cutover is in, if any: each has a screen of its own. */
import { backBlock } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'

export type Exceptional =
  | 'found'
  | 'drift'
  | 'lost-claim'
  | 'journal-lost'
  | 'corrupt'
  | 'blocked'
  | 'manual-only'
  | 'indeterminate'
  | 'plan-changed'
  | 'unknown-field'
  | 'tries'
  | 'stranded'
  | 'rule'
  | 'protection'
  | 'guards'
  | 'abort'
  | 'changed'

const phases: readonly Exceptional[] = [
  'found',
  'drift',
  'lost-claim',
  'journal-lost',
  'corrupt',
  'blocked',
  'manual-only',
]

/** Nothing that was stopped matters any more once everything is back or over. */
const over: readonly Run['phase']['at'][] = ['restoring', 'restored', 'completing', 'closed']

export function exceptionalState(run: Run): Exceptional | undefined {
  const { phase, intent, paused, forwardBlocked } = run
  const own = phases.find((each) => each === phase.at)
  if (own) return own
  // A good answer is read back, too, after a start: only a missing one is worth a word.
  if (intent?.status === 'resolving' && intent.trouble) return 'indeterminate'
  if (phase.at === 'planned') return phase.changed ? 'changed' : triesOf(run)
  if (over.includes(phase.at)) return paused === 'rule' || paused === 'protection' ? paused : undefined
  return paused && paused !== 'person' ? paused : forwardBlocked
}

/** A start that was refused too often. */
function triesOf({ paused }: Run): Exceptional | undefined {
  return paused === 'tries' ? 'tries' : undefined
}

/** Something needs words of its own: an exceptional state, or neither keys nor network. Once everything is over, nobody needs keys. */
export function isExceptional(run: Run): boolean {
  return isOverlaid(run) || exceptionalState(run) !== undefined
}

export function isOverlaid(run: Run): boolean {
  return backBlock(run) !== undefined && run.phase.at !== 'closed'
}
