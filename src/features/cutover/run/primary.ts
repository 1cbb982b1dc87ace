/** What the one blue button does now, and why it may not be pressed. */
import { type ForwardBlock, forwardBlock, stepBlock } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { cleanupAfter, holdState } from '../../../core/cutover/timing.ts'

export type Primary =
  | { does: 'start' | 'next' | 'hold' | 'finish'; block: ForwardBlock | undefined }
  /** `from`: ms since the epoch, before which the journal must stay. */
  | { does: 'cleanup'; block: ForwardBlock | undefined; from: number }

/** `now`: ms since the epoch by AWS's clock. */
export function primaryAction(run: Run, now: number): Primary {
  const { phase, plan, lastWriteAt } = run
  switch (phase.at) {
    case 'planned':
      return { does: 'start', block: forwardBlock(run, now) }
    case 'restored':
    case 'completing': {
      const from = lastWriteAt + cleanupAfter
      return { does: 'cleanup', block: now < from ? 'waiting' : forwardBlock(run, now), from }
    }
    case 'holding':
      return { does: 'finish', block: 'waiting' }
    case 'gate':
    case 'ready':
      return phase.state === plan.states.length - 1 || phase.state === holdState(plan)
        ? { does: 'hold', block: forwardBlock(run, now) }
        : { does: 'next', block: stepBlock(run, now) }
    default:
      return { does: 'next', block: stepBlock(run, now) }
  }
}
