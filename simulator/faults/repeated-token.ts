/** A token that leads in a circle: whoever follows it without looking never ends. */
import type { FaultKind } from './fault-kind.ts'
import { again, tokenNames, tokenOf } from './page-token.ts'

export const repeatedToken: FaultKind = {
  kind: 'repeated-token',
  summary:
    'A list answers with the very token it was asked with (on the first page: one that leads back to it).',
  make({ asked }) {
    const names = tokenNames(asked.operation)
    if (!names) return undefined
    const token = tokenOf(asked.input, names)
    return { mapOutput: (output) => ({ ...output, [names.output]: again(token) }) }
  },
}
