/** The instances on which a definition is to run, and examples with them. */
import { onEc2 } from '../example.ts'
import type { LintContext } from '../context.ts'
import { isForFargate } from '../parts.ts'

export const now = 1_800_000_000_000

export const on = (...instances: LintContext['instances'] & {}) => ({
  definition: onEc2(),
  context: { instances, now },
})

export function instancesOf(...[definition, context]: Parameters<typeof isForFargate>) {
  return isForFargate(definition, context) ? [] : (context.instances ?? [])
}
