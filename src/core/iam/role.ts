/** A role of IAM, and which services may take it. */
export interface Role {
  arn: string
  name: string
  /** `/` or `/service-role/`. */
  path: string
  description?: string | undefined
  /** Service principals that its trust policy allows to assume it, e.g. `ecs-tasks.amazonaws.com`. */
  trustedServices: string[]
}

/** Who takes task and execution roles. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export const tasksPrincipal = 'ecs-tasks.amazonaws.com'

interface Statement {
  Effect?: unknown
  Action?: unknown
  Principal?: unknown
}

/**
 * Services that a trust policy (JSON, as IAM has it after URL decoding) lets assume the role; none for what is no policy.
 * Conditions are not judged: they depend on the call.
 */
export function trustedServices(policy: string): string[] {
  const statements = statementsOf(policy)
  const allowed = statements.filter(
    ({ Effect, Action }) =>
      Effect === 'Allow' && listOf(Action).some((one) => /^(sts:AssumeRole|sts:\*|\*)$/.test(one)),
  )
  return [...new Set(allowed.flatMap(({ Principal }) => listOf(serviceOf(Principal))))]
}

function statementsOf(policy: string): Statement[] {
  try {
    const { Statement: statements } = JSON.parse(policy) as { Statement?: Statement | Statement[] }
    return statements === undefined ? [] : [statements].flat()
  } catch {
    return []
  }
}

function serviceOf(principal: unknown): unknown {
  return typeof principal === 'object' && principal !== null && 'Service' in principal
    ? principal.Service
    : undefined
}

function listOf(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string')
}

/** Name in a role's ARN, without its path. */
export function roleNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
