/** DescribeInstanceHealth. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeInstanceHealth.html */
import {
  DescribeInstanceHealth$,
  type DescribeInstanceHealthCommandInput,
  type DescribeInstanceHealthCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing'
import { classicInstanceHealth } from '../../engine/elb/classic.ts'
import { AwsError, operation } from '../../operation.ts'
import { balancerByName } from './look-up.ts'

/** Health of all registered instances, or of those named. */
export const DescribeInstanceHealth = operation<
  DescribeInstanceHealthCommandInput,
  DescribeInstanceHealthCommandOutput
>(DescribeInstanceHealth$, ({ LoadBalancerName, Instances = [] }, { world, region }) => {
  const balancer = balancerByName(region, LoadBalancerName)
  const asked = Instances.map(({ InstanceId = '' }) => InstanceId)
  const strangers = asked.filter((id) => !balancer.instances.includes(id))
  if (strangers.length > 0) {
    throw new AwsError('InvalidInstance', `Could not find EC2 instance ${strangers.join(', ')}.`)
  }
  return {
    InstanceStates: (asked.length > 0 ? asked : balancer.instances).map((InstanceId) => {
      const health = classicInstanceHealth(world, region.name, balancer, InstanceId)
      return {
        InstanceId,
        State: health.state,
        ReasonCode: health.reasonCode,
        Description: health.description,
      }
    }),
  }
})
