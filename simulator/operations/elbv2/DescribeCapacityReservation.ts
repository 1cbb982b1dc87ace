/** DescribeCapacityReservation. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeCapacityReservation.html */
import {
  DescribeCapacityReservation$,
  type DescribeCapacityReservationCommandInput,
  type DescribeCapacityReservationCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { operation } from '../../operation.ts'
import { loadBalancerByArn } from './look-up.ts'

/** Decreases left for the day. */
const DECREASES = 2

/** What capacity a load balancer keeps ready, evenly over its zones. */
export const DescribeCapacityReservation = operation<
  DescribeCapacityReservationCommandInput,
  DescribeCapacityReservationCommandOutput
>(DescribeCapacityReservation$, (input, { region }) => {
  const arn = input.LoadBalancerArn ?? ''
  const { capacityReservation: reserved, subnets } = loadBalancerByArn(
    region,
    arn,
    `Load balancer '${arn}' not found`,
  )
  if (!reserved) return { DecreaseRequestsRemaining: DECREASES, CapacityReservationState: [] }
  return {
    LastModifiedTime: new Date(reserved.lastModifiedAt),
    DecreaseRequestsRemaining: DECREASES,
    MinimumLoadBalancerCapacity: { CapacityUnits: reserved.capacityUnits },
    CapacityReservationState: subnets.map(({ availabilityZone }) => ({
      AvailabilityZone: availabilityZone,
      State: { Code: 'provisioned' },
      EffectiveCapacityUnits: reserved.capacityUnits / subnets.length,
    })),
  }
})
