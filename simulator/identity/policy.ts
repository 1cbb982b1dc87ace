/** Decides one IAM request from statements: an explicit deny wins, then an allow, else an implicit deny. */
import type { PolicyStatement } from '../world/identity-tables.ts'
import { conditionsHold, matchesPattern } from './policy-match.ts'

export interface PolicyRequest {
  /** `ecs:ListClusters`. */
  action: string
  /** One ARN, or `*` for an action without resource-level permissions. */
  resource: string
  /** Condition keys with their values. */
  context: Record<string, string[]>
}

type Verdict = 'allowed' | 'implicit-deny' | 'explicit-deny'

/** What these statements say about one request. */
export function evaluate(statements: readonly PolicyStatement[], request: PolicyRequest): Verdict {
  const relevant = statements.filter((statement) => applies(statement, request))
  if (relevant.some((statement) => statement.effect === 'Deny')) return 'explicit-deny'
  return relevant.length > 0 ? 'allowed' : 'implicit-deny'
}

function applies(statement: PolicyStatement, request: PolicyRequest): boolean {
  return (
    statement.actions.some((action) => matchesPattern(action, request.action, true)) &&
    statement.resources.some((resource) => matchesPattern(resource, request.resource)) &&
    conditionsHold(statement.conditions, request.context)
  )
}

/** Kinds of policy that AWS names in a refusal. */
export const policyTypes = [
  'identity-based',
  'permissions boundary',
  'service control',
  'resource-based',
  'session',
  'VPC endpoint',
] as const

export type PolicyType = (typeof policyTypes)[number]

export interface Denial {
  /** ARN of the caller. */
  user: string
  action: string
  resource: string
  policyType: PolicyType
  explicit: boolean
}

/** AWS's sentence (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html). */
export function denialMessage(denial: Denial): string {
  const policy =
    denial.policyType === 'permissions boundary' ? denial.policyType : `${denial.policyType} policy`
  const article = /^[aeiou]/i.test(policy) ? 'an' : 'a'
  const reason = denial.explicit
    ? `with an explicit deny in ${article} ${policy}`
    : `because no ${policy} allows the ${denial.action} action`
  return `User: ${denial.user} is not authorized to perform: ${denial.action} on resource: ${denial.resource} ${reason}`
}
