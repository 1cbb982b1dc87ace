/**
 * Which rule of a listener takes a request, as far as host, path and method decide it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
import type { Rule } from './load-balancer.ts'
import { inPriorityOrder } from './rule-text.ts'

export interface RuleRequest {
  host: string
  /** With the leading slash, without the query. */
  path: string
  method: string
}

export interface RuleMatch {
  /** The first rule that takes the request for certain; undefined for a listener without default rule. */
  rule: Rule | undefined
  /** Rules before it that take the request or do not: headers, query, address or regular expressions decide. */
  doubtful: Rule[]
}

export function matchRule(rules: readonly Rule[], request: RuleRequest): RuleMatch {
  const doubtful: Rule[] = []
  for (const rule of inPriorityOrder(rules)) {
    const holds = rule.conditions.map((condition) => conditionHolds(condition, request))
    if (holds.includes('no')) continue
    if (!holds.includes('unknown')) return { rule, doubtful }
    doubtful.push(rule)
  }
  return { rule: undefined, doubtful }
}

type Holds = 'yes' | 'no' | 'unknown'

function conditionHolds({ field, values }: Rule['conditions'][number], request: RuleRequest): Holds {
  const test = tests[field]
  // Without plain values there are regular expressions, in a dialect that browsers do not speak.
  if (!test || values.length === 0) return 'unknown'
  return values.some((value) => test(value, request)) ? 'yes' : 'no'
}

/** Hosts are compared without case, paths and methods with it. */
const tests: Record<string, (value: string, request: RuleRequest) => boolean> = {
  'host-header': (value, { host }) => matchesPattern(value.toLowerCase(), host.toLowerCase()),
  'path-pattern': (value, { path }) => matchesPattern(value, path),
  'http-request-method': (value, { method }) => value === method,
}

/** `*` is any run of characters, `?` exactly one. Linear, unlike a regular expression made of the pattern. */
function matchesPattern(pattern: string, text: string): boolean {
  let at = 0
  let inText = 0
  let star = -1
  let resume = 0
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++
      resume = inText
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[inText])) {
      at++
      inText++
    } else if (star >= 0) {
      at = star + 1
      inText = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
