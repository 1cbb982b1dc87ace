/** A page with nothing on it but a token: allowed by AWS, and the end only for those who stop at the first empty page. */
import type { FaultKind } from './fault-kind.ts'
import { again, tokenNames, tokenOf } from './page-token.ts'

export const emptyPage: FaultKind = {
  kind: 'empty-page',
  summary:
    'A list answers an empty page and a token that leads to what was asked for. Set `times`, or it never ends.',
  make({ asked }) {
    const names = tokenNames(asked.operation)
    if (!names) return undefined
    const token = tokenOf(asked.input, names)
    return {
      mapOutput: (output) => ({
        ...Object.fromEntries(
          Object.entries(output).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
        ),
        [names.output]: again(token),
      }),
    }
  },
}
