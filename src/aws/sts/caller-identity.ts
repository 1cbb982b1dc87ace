/** Who the keys belong to, as AWS sees it. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import type { AwsService } from '../service.ts'

const sts: AwsService<STSClient> = {
  key: 'sts',
  iamPrefix: 'sts',
  create: (config) => new STSClient(config),
}

export interface CallerIdentity {
  /** Twelve digits. */
  account: string
  arn: string
}

/** Needs no permission. @throws AwsProblem */
export async function getCallerIdentity(aws: Aws, options?: CallOptions): Promise<CallerIdentity> {
  const { value } = await call(
    aws,
    {
      service: sts,
      bucket: 'sts',
      command: new GetCallerIdentityCommand(),
      take: ({ Account, Arn }) => ({ account: text(Account, 'Account'), arn: text(Arn, 'Arn') }),
    },
    options,
  )
  return value
}
