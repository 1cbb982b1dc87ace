/** The client of Systems Manager, of which only Parameter Store is asked. */
import { SSMClient } from '@aws-sdk/client-ssm'
import type { AwsService } from '../service.ts'

export const ssm: AwsService<SSMClient> = {
  key: 'ssm',
  iamPrefix: 'ssm',
  create: (config) => new SSMClient(config),
}
