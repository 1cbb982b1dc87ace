/** The client of IAM. */
import { IAMClient } from '@aws-sdk/client-iam'
import type { AwsService } from '../service.ts'

export const iam: AwsService<IAMClient> = {
  key: 'iam',
  iamPrefix: 'iam',
  create: (config) => new IAMClient(config),
}
