/** The examples of all rules are their tests: each bad one shows exactly its rule, and each fix takes its finding away. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'
import type { LintContext } from './context.ts'
import { applyChanges, safeFixes } from './fix.ts'
import { fixAllSafe, lint } from './lint.ts'
import { ruleById, rules } from './registry.ts'
import type { Rule } from './rule.ts'

/** As it would be read from a text: without what is undefined. */
function written(definition: Definition): Json {
  return JSON.parse(JSON.stringify(definition)) as Json
}

interface Case {
  rule: Rule
  nth: number
  value: Json
  context: LintContext
}

function casesOf(kind: 'good' | 'bad'): Case[] {
  return rules.flatMap((rule) =>
    [
      ...rule.examples[kind].map((definition) => ({ definition, context: {} })),
      ...(rule.situations?.[kind] ?? []),
    ].map(({ definition, context }, nth) => ({ rule, nth, value: written(definition), context })),
  )
}

const named = (one: Case): [string, Case] => [`${one.rule.id} ${one.nth + 1}`, one]
const goodCases = casesOf('good').map(named)
const badCases = casesOf('bad').map(named)

describe('rules', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.every((rule) => ruleById(rule.id) === rule)).toBe(true)
    expect(ruleById('R99')).toBeUndefined()
  })

  it.each(['good', 'bad'] as const)('have at least one %s example each', (kind) => {
    const ids = new Set(casesOf(kind).map(({ rule }) => rule.id))
    expect(rules.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
  })

  it.each(goodCases)('good %s: nothing of this rule', (_, { rule, value, context }) => {
    expect(lint(value, context).filter((finding) => finding.rule === rule.id)).toEqual([])
  })

  it.each(badCases)('bad %s: exactly this rule', (_, { rule, value, context }) => {
    const found = lint(value, context)
    expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule.id])
    expect(found.every(({ severity }) => severity === rule.severity)).toBe(true)
  })

  it.each(badCases)('bad %s: said in both languages, with all values', (_, { value, context }) => {
    for (const { message, fix } of lint(value, context)) {
      for (const one of [message, ...(fix ? [fix.title] : [])]) {
        for (const locale of ['en', 'ko'] as const)
          expect(translate(locale, one)).not.toMatch(/[{}]|undefined/)
      }
    }
  })

  it.each(badCases)('bad %s: a fix takes its finding away', (_, { rule, value, context }) => {
    const before = lint(value, context)
    for (const { fix } of before) {
      if (!fix) continue
      const after = lint(applyChanges(value, fix.changes), context)
      expect(after.filter((finding) => finding.rule === rule.id).length).toBeLessThan(before.length)
    }
  })

  it.each(badCases)(
    'bad %s: all safe fixes together reach an end, and leave nothing safe to mend',
    (_, one) => {
      const { value, changes } = fixAllSafe(one.value, one.context)
      expect(safeFixes(lint(value, one.context))).toEqual([])
      expect(applyChanges(one.value, changes)).toEqual(value)
    },
  )
})
