/** Placeholders of fixes that the place answers where the definition is going to be registered. */
import type { LintContext } from './context.ts'
import type { Finding } from './finding.ts'

/** The finding with its fix for this account and Region, as far as they are known. */
export function inPlace(finding: Finding, { place }: LintContext): Finding {
  if (!finding.fix || !place) return finding
  const { account, region } = place
  return { ...finding, fix: filled(finding.fix, { '<ACCOUNT>': account, '<REGION>': region }) }
}

function filled<T>(value: T, words: Record<string, string>): T
function filled(value: unknown, words: Record<string, string>): unknown {
  if (typeof value === 'string')
    return Object.entries(words).reduce((text, [word, said]) => text.replaceAll(word, said), value)
  if (Array.isArray(value)) return value.map((one: unknown) => filled(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, words)]))
}
