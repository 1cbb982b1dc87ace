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
  const { attributes } = loadBalancerByArn(region, input.LoadBalancerArn ?? '')
  return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) }
})
