/** DescribeLoadBalancerAttributes. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeLoadBalancerAttributes.html */
import {
  DescribeLoadBalancerAttributes$,
  type DescribeLoadBalancerAttributesCommandInput,
  type DescribeLoadBalancerAttributesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing'
import { operation } from '../../operation.ts'
import { balancerByName } from './look-up.ts'

export const DescribeLoadBalancerAttributes = operation<
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput
>(DescribeLoadBalancerAttributes$, ({ LoadBalancerName }, { region }) => {
  const { attributes } = balancerByName(region, LoadBalancerName)
  return {
    LoadBalancerAttributes: {
      CrossZoneLoadBalancing: { Enabled: attributes.crossZone },
      AccessLog: { Enabled: false },
      ConnectionDraining: {
        Enabled: attributes.connectionDraining,
        Timeout: attributes.connectionDrainingSeconds,
      },
      ConnectionSettings: { IdleTimeout: attributes.idleTimeoutSeconds },
      AdditionalAttributes: [{ Key: 'elb.http.desyncmitigationmode', Value: 'defensive' }],
    },
  }
})
