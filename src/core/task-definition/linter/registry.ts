/** Registry: the rules, one line each, in the order in which they are shown. */
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = []

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
