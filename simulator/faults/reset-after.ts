/** The connection breaks on the way out: the effect is there, the answer is lost. */
import type { FaultKind } from './fault-kind.ts'

export const resetAfter: FaultKind = {
  kind: 'reset-after',
  summary: 'The connection breaks after the call took effect.',
  make: () => ({ after: { kind: 'reset' } }),
}
