import {
  DescribeLoadBalancerAttributes$,
  type DescribeLoadBalancerAttributesCommandInput,
  type DescribeLoadBalancerAttributesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { operation } from '../../operation.ts'
import { loadBalancerByArn } from './look-up.ts'

export const DescribeLoadBalancerAttributes = operation<
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput
>(DescribeLoadBalancerAttributes$, (input, { region }) => {
  const arn = input.LoadBalancerArn ?? ''
  const { attributes } = loadBalancerByArn(region, arn, `Load balancer '${arn}' not found`)
  return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) }
})
