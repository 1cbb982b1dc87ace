/** The connection breaks on the way in: nothing has changed. */
import type { FaultKind } from './fault-kind.ts'

export const resetBefore: FaultKind = {
  kind: 'reset-before',
  summary: 'The connection breaks before the call takes effect.',
  make: () => ({ before: { kind: 'reset' } }),
}
