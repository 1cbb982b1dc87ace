/** What a look at the account says about one thing that a definition names. */
import type { Message } from '../../../i18n/text.ts'
import type { AwsProblem } from '../../problem.ts'
import type { JsonPath } from '../json.ts'

/** good: it is there; bad: tasks will not start; warning: look at it; unknown: it could not be looked at. */
export type CheckState = 'good' | 'bad' | 'warning' | 'unknown'

export interface Check {
  /** Stable, and different from those of the other checks of a definition. */
  id: string
  state: CheckState
  message: Message
  /** Where the definition names it. */
  path: JsonPath
  /** Why it could not be looked at. */
  problem?: AwsProblem | undefined
}

/** What AWS says about something: there, not there, or no answer. */
export type Fact<T> = { found: T } | { missing: true } | { problem: AwsProblem }
