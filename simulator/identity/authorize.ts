/** Asks a caller's policies whether a call may go on; the refusal is worded as AWS words it. */
import type { GatedCall } from '../gate.ts'
import type { Call } from '../operation.ts'
import { commonError } from '../protocol/common-errors.ts'
import type { CredentialRecord, PolicyStatement } from '../world/identity-tables.ts'
import type { World } from '../world/world.ts'
import { type PolicyType, denialMessage, evaluate } from './policy.ts'

interface Policy {
  type: PolicyType
  statements: PolicyStatement[]
}

/**
 * Callers without keys, with keys of no role of this world, and worlds without policies are not limited.
 * @throws AwsError with AWS's code and words.
 */
export function authorize({ call, service, operation, input }: GatedCall): void {
  const { caller, world } = call
  const policies = caller ? policiesOf(world, caller) : undefined
  // Nobody can be denied his own identity: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  if (!caller || !policies || operation.name === 'GetCallerIdentity') return
  const action = `${service.iamPrefix}:${operation.name}`
  const global = globalKeys(call.region.name, caller)
  const wishes = wishesOf({ action, operation, input, call })
  for (const { action: wanted, resource, conditions } of wishes) {
    const context = { ...global, ...conditions }
    for (const { type, statements } of policies) {
      const verdict = evaluate(statements, { action: wanted, resource, context })
      if (verdict === 'allowed') continue
      const explicit = verdict === 'explicit-deny'
      throw commonError(
        'denied',
        service.protocol,
        denialMessage({ user: callerArn(call), action: wanted, resource, policyType: type, explicit }),
      )
    }
  }
}

/** What the caller must be allowed: the operation on each resource it touches, and what it implies, such as iam:PassRole. */
function wishesOf({
  action,
  operation,
  input,
  call,
}: Pick<GatedCall, 'operation' | 'input' | 'call'> & { action: string }) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the registry holds operations of every input type
  const asked = operation.authorize?.(input as never, call) ?? {}
  const resources = asked.resources?.length ? asked.resources : ['*']
  return [
    ...resources.map((resource) => ({ action, resource, conditions: asked.conditions ?? {} })),
    ...(asked.also ?? []),
  ]
}

/** ARN of the caller's assumed-role session, as STS and refusals show it; `anonymous` for unsigned calls. */
export function callerArn({ world, caller }: Call): string {
  if (!caller) return 'anonymous'
  const role = caller.roleArn.split('/').at(-1) ?? caller.roleName
  return `arn:aws:sts::${world.accountId}:assumed-role/${role}/${caller.sessionName}`
}

function policiesOf(world: World, caller: CredentialRecord): Policy[] | undefined {
  const limited = Object.keys(world.policies).length > 0
  const statements = world.policies[caller.roleName]
  if (!limited || (!statements && !caller.verified)) return undefined
  const boundary = world.identity.roles?.[caller.roleName]?.boundary
  return [
    ...(boundary ? [{ type: 'permissions boundary' as const, statements: boundary }] : []),
    { type: 'identity-based', statements: statements ?? [] },
  ]
}

function globalKeys(region: string, caller: CredentialRecord): Record<string, string[]> {
  return {
    'aws:RequestedRegion': [region],
    'aws:PrincipalArn': [caller.roleArn],
    'aws:PrincipalAccount': [caller.roleArn.split(':')[4] ?? ''],
  }
}
