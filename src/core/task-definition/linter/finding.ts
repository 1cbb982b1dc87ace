/** What a rule says about one place of a definition, and how to mend it. */
import type { Message } from '../../../i18n/text.ts'
import type { Json, JsonPath } from '../json.ts'

/** error: AWS refuses it; warning: AWS takes it and it is likely wrong or fails later; info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  /** Id of the rule, e.g. `R1.2` or `unknown-member`. */
  rule: string
  severity: Severity
  /** The place it is about: the member itself, or the object that lacks one. */
  path: JsonPath
  message: Message
  fix?: Fix
}

export interface Fix {
  title: Message
  /** True when it cannot change what the containers do: part of "fix all safe". */
  safe: boolean
  /** In order; each path holds after the ones before. */
  changes: readonly Change[]
}

/** Sets a member or an element (undefined: removes it; an index one past the end appends), or gives a key another name. */
export type Change = { path: JsonPath; value: Json | undefined } | { path: JsonPath; renameTo: string }
