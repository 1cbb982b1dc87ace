/** Secrets by name, never their values. */
import {
  DescribeSecretCommand,
  type DescribeSecretCommandOutput,
  ListSecretsCommand,
} from '@aws-sdk/client-secrets-manager'
import { list, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { secretsmanager } from './secrets-manager.ts'

export interface SecretName {
  arn: string
  name: string
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
const pageSize = 100

/** Every secret of the Region. @throws AwsProblem */
export function listSecrets(aws: Aws, options?: CallOptions): Promise<SecretName[]> {
  return listAll(
    aws,
    {
      service: secretsmanager,
      bucket: 'secretsmanager',
      command: (NextToken) => new ListSecretsCommand({ MaxResults: pageSize, NextToken }),
      take: ({ SecretList, NextToken }) => ({
        items: list(SecretList, 'SecretList').map(({ ARN, Name }) => ({
          arn: text(ARN, 'ARN'),
          name: text(Name, 'Name'),
        })),
        next: NextToken,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
}

/** One by ARN (with or without the six characters at its end) or name. @throws AwsProblem of kind `not-found` */
export async function getSecretName(
  aws: Aws,
  id: string,
  options?: CallOptions,
): Promise<SecretName & { deleted: boolean }> {
  const command = new DescribeSecretCommand({ SecretId: id })
  const { value } = await call(
    aws,
    { service: secretsmanager, bucket: 'secretsmanager', command, take: toSecret },
    options,
  )
  return value
}

function toSecret({
  ARN,
  Name,
  DeletedDate,
}: DescribeSecretCommandOutput): SecretName & { deleted: boolean } {
  return { arn: text(ARN, 'ARN'), name: text(Name, 'Name'), deleted: DeletedDate !== undefined }
}
