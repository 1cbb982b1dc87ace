/** Registry: EC2 Auto Scaling, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeAutoScalingGroups } from './DescribeAutoScalingGroups.ts'

export const autoscaling: ServiceModel = {
  name: 'autoscaling',
  signingName: 'autoscaling',
  iamPrefix: 'autoscaling',
  protocol: 'awsQuery',
  version: '2011-01-01',
  xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
  operations: [DescribeAutoScalingGroups],
}
