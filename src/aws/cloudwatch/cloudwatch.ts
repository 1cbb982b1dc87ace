/** The CloudWatch client. Loaded with the charts. */
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { AwsService } from '../service.ts'

export const cloudwatch: AwsService<CloudWatchClient> = {
  key: 'cloudwatch',
  iamPrefix: 'cloudwatch',
  create: (config) => new CloudWatchClient(config),
}
