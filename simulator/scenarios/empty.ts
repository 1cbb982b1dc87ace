/** An account in which nobody has made anything yet. */
import type { Scenario } from './scenario.ts'

export const empty: Scenario = {
  name: 'empty',
  summary: 'An account with nothing in it.',
  build() {},
}
