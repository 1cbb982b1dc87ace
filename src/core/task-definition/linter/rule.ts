/** What a rule is: one fact about definitions, with where AWS says it, and examples that are its tests. */
import type { Text, TextValues } from '../../../i18n/text.ts'
import type { Definition } from '../definition.ts'
import type { Json, JsonPath } from '../json.ts'
import type { LintContext } from './context.ts'
import type { Finding, Fix, Severity } from './finding.ts'

export interface Rule {
  /** After the design of the linter: the digit is the chapter (0 general, 1 ports, 2 network, …). */
  id: string
  severity: Severity
  /** The rule in one sentence. */
  summary: Text
  /** What happens when it is broken. */
  why: Text
  /** The page of AWS that says so. */
  docs: string
  /** What AWS answers, where that is known. */
  awsText?: string
  examples: Examples<Definition>
  /** Examples for rules that look at the chosen target. */
  situations?: Examples<Situation>
  /** `definition` has the right types throughout; `written` is the value as it stands, unknown members included. */
  check: (definition: Definition, context: LintContext, written: Json) => Finding[]
}

export interface Examples<T> {
  good: readonly T[]
  bad: readonly T[]
}

export interface Situation {
  definition: Definition
  context: LintContext
}

/** What `find` tells about one place; the rule adds its name and severity. */
export interface Found {
  path: JsonPath
  text: Text
  values?: TextValues
  fix?: Fix
}

interface RuleSource extends Omit<Rule, 'check' | 'examples'> {
  examples?: Examples<Definition>
  find: (definition: Definition, context: LintContext, written: Json) => Found[]
}

export function defineRule({ find, examples = { good: [], bad: [] }, ...rest }: RuleSource): Rule {
  return {
    ...rest,
    examples,
    check: (definition, context, written) =>
      find(definition, context, written).map(({ path, text, values, fix }) => ({
        rule: rest.id,
        severity: rest.severity,
        path,
        message: { text, ...(values && { values }) },
        ...(fix && { fix }),
      })),
  }
}
