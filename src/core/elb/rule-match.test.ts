/** The rule that takes a request, against a reference that tries every way to read a pattern. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from './load-balancer.ts'
import { matchRule, type RuleRequest } from './rule-match.ts'

function rule(priority: Rule['priority'], ...conditions: Rule['conditions']): Rule {
  return { arn: `rule/${priority}`, listenerArn: 'listener', priority, conditions, actions: [] }
}

const host = (...values: string[]) => ({ field: 'host-header', values })
const path = (...values: string[]) => ({ field: 'path-pattern', values })
const request: RuleRequest = { host: 'www.example.com', path: '/api/health', method: 'GET' }

/** Every split of the text is tried: slow, and plainly right. */
function fits(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const [first, rest] = [pattern[0], pattern.slice(1)]
  if (first === '*')
    return Array.from({ length: text.length + 1 }, (_, cut) => text.slice(cut)).some((left) =>
      fits(rest, left),
    )
  return text !== '' && (first === '?' || first === text[0]) && fits(rest, text.slice(1))
}

function bruteForce(rules: readonly Rule[], { host: name, path: at, method }: RuleRequest): Rule | undefined {
  const subject: Record<string, string> = {
    'host-header': name.toLowerCase(),
    'path-pattern': at,
    'http-request-method': method,
  }
  const taking = rules.filter(({ conditions }) =>
    conditions.every(({ field, values }) =>
      values.some((value) => {
        if (field === 'http-request-method') return value === method
        return fits(field === 'host-header' ? value.toLowerCase() : value, subject[field] ?? '')
      }),
    ),
  )
  return taking.toSorted((a, b) =>
    a.priority === 'default' ? 1 : b.priority === 'default' ? -1 : a.priority - b.priority,
  )[0]
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '/'), maxLength: 6 })
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '/', '*', '?'), maxLength: 6 })
const condition = fc.record({
  field: fc.constantFrom('host-header', 'path-pattern', 'http-request-method'),
  values: fc.array(fc.oneof(pattern, fc.constantFrom('GET', 'POST')), { minLength: 1, maxLength: 3 }),
})
const rules = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }))
  .chain((priorities) =>
    fc.tuple(
      fc.constant(priorities),
      fc.array(fc.array(condition, { maxLength: 3 }), {
        minLength: priorities.length,
        maxLength: priorities.length,
      }),
    ),
  )
  .map(([priorities, conditions]) => [
    ...priorities.map((priority, index) => rule(priority, ...(conditions[index] ?? []))),
    rule('default'),
  ])
const requests = fc.record({ host: text, path: text, method: fc.constantFrom('GET', 'POST') })

describe('matchRule', () => {
  it('picks the same rule as brute force', () => {
    fc.assert(
      fc.property(rules, requests, (all, each) => {
        expect(matchRule(all, each)).toEqual({ rule: bruteForce(all, each), doubtful: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it('compares hosts without case and paths with it', () => {
    const all = [
      rule(1, host('WWW.example.com'), path('/API/*')),
      rule(2, host('*.EXAMPLE.com')),
      rule('default'),
    ]
    expect(matchRule(all, request).rule?.priority).toBe(2)
  })

  it.each(['http-header', 'query-string', 'source-ip', 'something-new'])(
    'cannot decide a rule on %s, unless another condition rules it out',
    (field) => {
      const odd = { field, values: ['10.0.0.0/8'] }
      const all = [
        rule(1, host('other.example.com'), odd),
        rule(2, host('*.example.com'), odd),
        rule('default'),
      ]
      const { rule: taking, doubtful } = matchRule(all, request)
      expect(taking?.priority).toBe('default')
      expect(doubtful.map(({ priority }) => priority)).toEqual([2])
    },
  )

  it('cannot decide a condition whose values are regular expressions', () => {
    expect(matchRule([rule(1, host())], request)).toMatchObject({
      rule: undefined,
      doubtful: [{ priority: 1 }],
    })
  })
})
