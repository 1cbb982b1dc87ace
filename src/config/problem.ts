/** What is wrong with a config.json, as data: the page that shows it says it in words. */
import type { core } from 'zod/mini'

/** One key that is wrong. */
export interface KeyProblem {
  /** `auth.roles[0].arn`; empty for the file as a whole. */
  path: string
  kind: 'missing' | 'unknown' | 'wrong'
  /** What the key needs: `account`, `url`, `region`, `text`, `number`, `list`, `object`, `boolean`, or choices as `"cognito" | "keys"`. */
  expected: string
}

export type ConfigProblem =
  | { kind: 'unreachable'; url: string; detail: string }
  | { kind: 'not-json'; url: string; detail: string; html: boolean }
  | { kind: 'keys'; url: string; keys: KeyProblem[] }

const typeWords: Record<string, string> = { string: 'text', array: 'list', record: 'object' }

/** Our words for zod's issues; one per wrong key, unknown keys one by one. */
export function keyProblems(issues: core.$ZodIssue[], input: unknown): KeyProblem[] {
  return issues.flatMap((issue) => keyProblem(issue, input))
}

function keyProblem(issue: core.$ZodIssue, input: unknown): KeyProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: written([...issue.path, key]), kind: 'unknown', expected: '' }))
  }
  const kind = valueAt(input, issue.path) === undefined ? 'missing' : 'wrong'
  return [{ path: written(issue.path), kind, expected: expectation(issue) }]
}

function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected
    case 'invalid_union':
      return '"cognito" | "keys"'
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ')
    default:
      return issue.message
  }
}

function written(path: PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('')
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  )
}
