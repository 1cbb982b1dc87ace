/** What of one string of a definition must not be seen: by the table, by what stands around it, and by its form. */
import { isWorthHiding } from '../linter/rules/secret-like.ts'
import type { JsonPath } from '../json.ts'
import { sightOf } from './places.ts'
import { isSecretFlag, knownForms, namesSecret, secretWords, type Stretch } from './secret-stretches.ts'

/** Where a string stands. */
export interface Surroundings {
  path: JsonPath
  /** Its name: beside it in a pair, else that of the member. */
  name: string
  /** The element before it in a list; empty elsewhere. */
  before: string
}

/** A value that is only a place to fill in says nothing, nor does what stands for one that was left out (withholder.ts). */
const hole = /^(?:\$\{[^}]*\}|\{\{[^}]*\}\}|<[^<>]*>|__\w+__|value-not-(?:kept|recorded)-\d+)$/

/** True for the names of the members beside which a value is called. */
export function isNameMember(member: string): boolean {
  return /^(?:name|key|namespace)$/i.test(member)
}

/** True where nothing is lost when it is seen. */
export function saysNothing(text: string): boolean {
  return text === '' || hole.test(text)
}

/** The stretches of `value` that must not be seen, in order. */
export function secretsIn(value: string, { path, name, before }: Surroundings): Stretch[] {
  const whole: Stretch[] = [[0, value.length]]
  const sight = sightOf(path)
  if (sight === undefined || sight === 'hidden') return whole
  if (sight === 'shown') return knownForms(value)
  if (isSecretFlag(before) || (namesSecret(name) && isWorthHiding(value))) return whole
  return secretWords(value)
}

/** `value` with each of its `stretches` rewritten, but for those that say nothing. */
export function rewritten(
  value: string,
  stretches: readonly Stretch[],
  rewrite: (secret: string) => string,
): string {
  return stretches.reduceRight((text, [start, end]) => {
    const secret = value.slice(start, end)
    return saysNothing(secret) ? text : `${text.slice(0, start)}${rewrite(secret)}${text.slice(end)}`
  }, value)
}
