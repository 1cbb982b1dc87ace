/**
 * Placement constraints in the part of the cluster query language that people write: `attribute:name == value`, `!=`,
 * `in [a, b]`, `=~ pattern`, `exists`, joined by `and`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
import type { ContainerInstanceRecord } from '../../world/ecs-tables.ts'

/** True when an instance satisfies a `memberOf` expression. Expressions outside the supported part match nothing. */
export function matchesExpression(instance: ContainerInstanceRecord, expression: string): boolean {
  return expression.split(/\s+and\s+/i).every((term) => matchesTerm(instance, term.trim()))
}

/** The value of `attribute:<name>` or of a built-in subject such as `ec2InstanceId`. */
export function subjectValue(instance: ContainerInstanceRecord, subject: string): string | undefined {
  const name = subject.replace(/^attribute:/, '')
  switch (name) {
    case 'ec2InstanceId':
    case 'instanceId':
    case 'host':
      return instance.ec2InstanceId
    case 'agentConnected':
      return String(instance.agentConnected)
    default:
      return instance.attributes[name]
  }
}

function matchesTerm(instance: ContainerInstanceRecord, term: string): boolean {
  const exists = /^(\S+)\s+(!?exists)$/i.exec(term)
  if (exists?.[1]) return (subjectValue(instance, exists[1]) !== undefined) === (exists[2] === 'exists')
  const found = /^(\S+)\s*(==|!=|=~|!~|not_in|in)\s*(.+)$/.exec(term)
  if (!found) return false
  const [, subject = '', operator = '', written = ''] = found
  const value = subjectValue(instance, subject)
  return comparisons[operator]?.(value, written) ?? false
}

/** How a value (undefined when the instance has no such attribute) compares with what was written. */
const comparisons: Record<string, (value: string | undefined, written: string) => boolean> = {
  '==': (value, written) => value === written,
  '!=': (value, written) => value !== written,
  '=~': (value, written) => value !== undefined && patternOf(written).test(value),
  '!~': (value, written) => value !== undefined && !patternOf(written).test(value),
  in: (value, written) => value !== undefined && listOf(written).includes(value),
  not_in: (value, written) => value === undefined || !listOf(written).includes(value),
}

function listOf(written: string): string[] {
  return written
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => item.trim())
}

function patternOf(written: string): RegExp {
  return new RegExp(
    `^${written
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
}
