/** How IAM compares texts: wildcards in actions and resources, and the condition operators that our policies use. */

const patterns = new Map<string, RegExp>()

/** `*` is any text, `?` any one character; everything else literally. */
export function matchesPattern(pattern: string, text: string, ignoreCase = false): boolean {
  const key = `${ignoreCase ? 'i' : 's'}${pattern}`
  let expression = patterns.get(key)
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
    expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's')
    patterns.set(key, expression)
  }
  return expression.test(text)
}

/** Colon-separated parts are compared one by one, so that `*` cannot swallow an account id. The resource part may hold colons. */
function matchesArn(pattern: string, arn: string): boolean {
  const wanted = pattern.split(':')
  const given = arn.split(':')
  if (wanted.length < 6) return matchesPattern(pattern, arn)
  return (
    wanted.slice(0, 5).every((part, index) => matchesPattern(part, given[index] ?? '')) &&
    matchesPattern(wanted.slice(5).join(':'), given.slice(5).join(':'))
  )
}

const comparisons: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: (wanted, given) => wanted === given,
  StringEqualsIgnoreCase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  StringLike: (wanted, given) => matchesPattern(wanted, given),
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
}

interface Operator {
  /** `ForAllValues` or `ForAnyValue`. */
  set: string | undefined
  negated: boolean
  ifExists: boolean
  compare: (wanted: string, given: string) => boolean
}

/** Reads `ForAllValues:StringNotLikeIfExists` and its like; undefined for an operator that is not modelled. */
export function parseOperator(text: string): Operator | undefined {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(String|Arn|Bool)(Not)?(\w*?)(IfExists)?$/.exec(text)
  const compare = comparisons[`${parts?.[2] ?? ''}${parts?.[4] ?? ''}`]
  if (!parts || !compare) return undefined
  return {
    set: parts[1],
    negated: parts[3] !== undefined,
    ifExists: parts[5] !== undefined,
    compare,
  }
}

/**
 * Whether every condition holds. A missing key fails a positive operator, passes a negated one, `…IfExists` and
 * `ForAllValues` (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html).
 */
export function conditionsHold(
  conditions: Record<string, Record<string, string[]>> | undefined,
  context: Record<string, string[]>,
): boolean {
  return Object.entries(conditions ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, lookUp(context, key))),
  )
}

/** Names of condition keys are not case-sensitive. */
function lookUp(context: Record<string, string[]>, key: string): string[] | undefined {
  const exact = context[key]
  if (exact) return exact
  const found = Object.keys(context).find((name) => name.toLowerCase() === key.toLowerCase())
  return found === undefined ? undefined : context[found]
}

function holds(operator: string, wanted: string[], given: string[] | undefined): boolean {
  if (operator === 'Null') return wanted.includes(String(given === undefined || given.length === 0))
  const parsed = parseOperator(operator)
  if (!parsed) throw new Error(`The condition operator ${operator} is not modelled`)
  if (given === undefined || given.length === 0)
    return parsed.ifExists || parsed.set === 'ForAllValues' || (parsed.negated && parsed.set === undefined)
  const one = (value: string): boolean =>
    wanted.some((candidate) => parsed.compare(candidate, value)) !== parsed.negated
  return parsed.set === 'ForAllValues' ? given.every(one) : given.some(one)
}
