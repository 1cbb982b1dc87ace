/** Registry: Elastic Load Balancing version 1 (classic load balancers), one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeInstanceHealth } from './DescribeInstanceHealth.ts'
import { DescribeLoadBalancerAttributes } from './DescribeLoadBalancerAttributes.ts'
import { DescribeLoadBalancers } from './DescribeLoadBalancers.ts'
import { DescribeTags } from './DescribeTags.ts'

/** Only its API version tells it from version 2: the signing name is the same. */
export const elb: ServiceModel = {
  name: 'elb',
  signingName: 'elasticloadbalancing',
  iamPrefix: 'elasticloadbalancing',
  protocol: 'awsQuery',
  version: '2012-06-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/',
  operations: [DescribeInstanceHealth, DescribeLoadBalancerAttributes, DescribeLoadBalancers, DescribeTags],
}
