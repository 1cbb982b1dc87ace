/** Registry: CloudWatch, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeAlarms } from './DescribeAlarms.ts'
import { GetMetricData } from './GetMetricData.ts'
import { GetMetricStatistics } from './GetMetricStatistics.ts'
import { ListMetrics } from './ListMetrics.ts'
import { SetAlarmState } from './SetAlarmState.ts'

export const cloudwatch: ServiceModel = {
  name: 'cloudwatch',
  signingName: 'monitoring',
  iamPrefix: 'cloudwatch',
  protocol: 'awsJson1_0',
  target: 'GraniteServiceVersion20100801',
  version: '2010-08-01',
  xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
  operations: [DescribeAlarms, GetMetricData, GetMetricStatistics, ListMetrics, SetAlarmState],
}
