/** Headers and a piece of the body arrive, then silence: a deadline on the first byte does not notice. */
import { type FaultKind, numberOption } from './fault-kind.ts'

export const stall: FaultKind = {
  kind: 'stall',
  summary: 'The body stops after `afterBytes` bytes (default 16); the call has taken effect.',
  make: ({ options }) => ({
    after: { kind: 'stall', afterBytes: numberOption(options, 'afterBytes', 16) },
  }),
}
