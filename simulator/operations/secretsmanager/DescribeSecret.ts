/** DescribeSecret. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
import {
  DescribeSecret$,
  type DescribeSecretCommandInput,
  type DescribeSecretCommandOutput,
} from '@aws-sdk/client-secrets-manager'
import { AwsError, type Call, operation } from '../../operation.ts'
import type { SecretRecord } from '../../world/secret-tables.ts'

export const DescribeSecret = operation<DescribeSecretCommandInput, DescribeSecretCommandOutput>(
  DescribeSecret$,
  ({ SecretId = '' }, call) => {
    const found = secretNamed(call, SecretId)
    if (!found) {
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
    }
    return {
      ARN: found.arn,
      Name: found.name,
      Description: found.description,
      CreatedDate: new Date(found.createdAt),
      DeletedDate: found.deletedAt === undefined ? undefined : new Date(found.deletedAt),
    }
  },
  ({ SecretId = '' }, call) => ({ resources: [secretNamed(call, SecretId)?.arn ?? SecretId] }),
)

/** By name, by ARN, or by ARN without the six characters at its end. */
function secretNamed({ region }: Call, id: string): SecretRecord | undefined {
  return Object.values(region.secrets).find(
    ({ arn, name }) => name === id || arn === id || arn.slice(0, -7) === id,
  )
}
