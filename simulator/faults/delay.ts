/** A slow answer. */
import { type FaultKind, numberOption } from './fault-kind.ts'

export const delay: FaultKind = {
  kind: 'delay',
  summary: 'Answered after `ms` real milliseconds (default 3000).',
  make: ({ options }) => ({ delayMs: numberOption(options, 'ms', 3000) }),
}
