/** Registry: CloudWatch Logs, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeLogGroups } from './DescribeLogGroups.ts'
import { DescribeLogStreams } from './DescribeLogStreams.ts'
import { FilterLogEvents } from './FilterLogEvents.ts'
import { GetLogEvents } from './GetLogEvents.ts'

export const logs: ServiceModel = {
  name: 'logs',
  signingName: 'logs',
  iamPrefix: 'logs',
  protocol: 'awsJson1_1',
  target: 'Logs_20140328',
  version: '2014-03-28',
  operations: [DescribeLogGroups, DescribeLogStreams, FilterLogEvents, GetLogEvents],
}
