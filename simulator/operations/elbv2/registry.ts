/** Registry: Elastic Load Balancing version 2, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeCapacityReservation } from './DescribeCapacityReservation.ts'
import { DescribeListenerCertificates } from './DescribeListenerCertificates.ts'
import { DescribeListeners } from './DescribeListeners.ts'
import { DescribeLoadBalancerAttributes } from './DescribeLoadBalancerAttributes.ts'
import { DescribeLoadBalancers } from './DescribeLoadBalancers.ts'
import { DescribeRules } from './DescribeRules.ts'
import { DescribeTags } from './DescribeTags.ts'
import { DescribeTargetGroupAttributes } from './DescribeTargetGroupAttributes.ts'
import { DescribeTargetGroups } from './DescribeTargetGroups.ts'
import { DescribeTargetHealth } from './DescribeTargetHealth.ts'
import { ModifyListener } from './ModifyListener.ts'
import { ModifyRule } from './ModifyRule.ts'

export const elbv2: ServiceModel = {
  name: 'elbv2',
  signingName: 'elasticloadbalancing',
  iamPrefix: 'elasticloadbalancing',
  protocol: 'awsQuery',
  version: '2015-12-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
  operations: [
    DescribeCapacityReservation,
    DescribeListenerCertificates,
    DescribeListeners,
    DescribeLoadBalancerAttributes,
    DescribeLoadBalancers,
    DescribeRules,
    DescribeTags,
    DescribeTargetGroupAttributes,
    DescribeTargetGroups,
    DescribeTargetHealth,
    ModifyListener,
    ModifyRule,
  ],
}
