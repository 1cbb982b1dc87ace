/** All findings about a definition: first its types, then the rules on what is well typed. Pure, a few milliseconds. */
import type { Json } from '../json.ts'
import type { LintContext } from './context.ts'
import type { Finding } from './finding.ts'
import { rules } from './registry.ts'

/** Findings in the order of the rules. `value`: what stands there, whatever it is. */
export function lint(value: Json, context: LintContext = {}): Finding[] {
  return rules.flatMap((rule) => rule.check({}, context, value))
}
