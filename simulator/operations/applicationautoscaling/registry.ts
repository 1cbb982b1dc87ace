/** Registry: Application Auto Scaling, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeScalableTargets } from './DescribeScalableTargets.ts'

export const applicationAutoScaling: ServiceModel = {
  name: 'applicationAutoScaling',
  signingName: 'application-autoscaling',
  iamPrefix: 'application-autoscaling',
  protocol: 'awsJson1_1',
  target: 'AnyScaleFrontendService',
  version: '2016-02-06',
  operations: [DescribeScalableTargets],
}
