/** The CloudWatch Logs client. Loaded with the first log that is opened. */
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import type { AwsService } from '../service.ts'

export const logs: AwsService<CloudWatchLogsClient> = {
  key: 'logs',
  iamPrefix: 'logs',
  create: (config) => new CloudWatchLogsClient(config),
}
