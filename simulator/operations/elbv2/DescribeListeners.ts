import {
  DescribeListeners$,
  type DescribeListenersCommandInput,
  type DescribeListenersCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { AwsError, operation } from '../../operation.ts'
import type { ListenerRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toListener } from './listener-view.ts'
import { checkCount, listenerByArn, loadBalancerByArn } from './look-up.ts'
import { page } from './page.ts'

/** The listeners of a load balancer, or those named. */
export const DescribeListeners = operation<DescribeListenersCommandInput, DescribeListenersCommandOutput>(
  DescribeListeners$,
  (input, { region }) => {
    checkCount(input.ListenerArns, 'listeners')
    const { shown, NextMarker } = page(wanted(region, input), input, (one) => one.listenerArn)
    return { Listeners: shown.map(toListener), NextMarker }
  },
)

function wanted(region: RegionTables, input: DescribeListenersCommandInput): ListenerRecord[] {
  if (input.ListenerArns?.length) return input.ListenerArns.map((arn) => listenerByArn(region, arn))
  if (input.LoadBalancerArn === undefined) {
    throw new AwsError('ValidationError', 'You must specify either listener ARNs or a load balancer ARN')
  }
  const { loadBalancerArn } = loadBalancerByArn(region, input.LoadBalancerArn)
  return Object.values(region.elb.listeners).filter((one) => one.loadBalancerArn === loadBalancerArn)
}
