/** A policy refuses the call; the sentence names its type, as AWS does. */
import { callerArn } from '../identity/authorize.ts'
import { type PolicyType, denialMessage, policyTypes } from '../identity/policy.ts'
import { commonError } from '../protocol/common-errors.ts'
import { type FaultKind, textOption } from './fault-kind.ts'

export const deny: FaultKind = {
  kind: 'deny',
  summary: `Denied by a policy: \`policy\` is one of ${policyTypes.join(', ')} (default identity-based), \`explicit: true\` for an explicit deny.`,
  make({ asked, options }) {
    const { call, service, operation, input } = asked
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the registry holds operations of every input type
    const resources = operation.authorize?.(input as never, call).resources
    const policy = textOption(options, 'policy', 'identity-based')
    const policyType: PolicyType = policyTypes.find((type) => type === policy) ?? 'identity-based'
    const message = denialMessage({
      user: callerArn(call),
      action: `${service.iamPrefix}:${operation.name}`,
      resource: resources?.[0] ?? '*',
      policyType,
      explicit: options.explicit === true,
    })
    return { before: commonError('denied', service.protocol, message) }
  },
}
