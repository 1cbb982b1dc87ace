/** No answer at all: only the caller's own deadline ends the wait. */
import type { FaultKind } from './fault-kind.ts'

export const hang: FaultKind = {
  kind: 'hang',
  summary: 'Never answered; with `after: true` the call takes effect first.',
  make: ({ options }) =>
    options.after === true ? { after: { kind: 'hang' } } : { before: { kind: 'hang' } },
}
