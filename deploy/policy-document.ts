/** Statements as the IAM policy JSON that AWS takes. */
import type { Statement } from './permissions.ts'

interface JsonStatement {
  Effect: 'Allow' | 'Deny'
  Action: string[]
  Resource: string[]
  Condition?: Record<string, Record<string, string[]>>
}

/** An identity-based policy or a permissions boundary. */
export function policyDocument(statements: readonly Statement[]): {
  Version: '2012-10-17'
  Statement: JsonStatement[]
} {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ effect, actions, resources, conditions }) => ({
      Effect: effect,
      Action: actions,
      Resource: resources,
      ...(conditions ? { Condition: conditions } : {}),
    })),
  }
}

/** Who may take a role: signed-in users of one identity pool, through Cognito alone. */
export function trustPolicy(identityPoolId: string): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPoolId },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        },
      },
    ],
  }
}
