/** Load balancers: list, and one by name. */
import {
  DescribeLoadBalancersCommand,
  type DescribeLoadBalancersCommandInput,
  type LoadBalancer as SdkLoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { list, present, text, time } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { elbPageSize, elbv2 } from './elbv2.ts'

/** All load balancers of the Region. */
export function listLoadBalancers(aws: Aws, options?: CallOptions): Promise<LoadBalancer[]> {
  return describe(aws, { PageSize: elbPageSize }, options)
}

/** One by its name. @throws AwsProblem of kind `not-found` */
export async function getLoadBalancer(aws: Aws, name: string, options?: CallOptions): Promise<LoadBalancer> {
  const found = await describe(aws, { Names: [name] }, options)
  return theOne(found, [], 'elasticloadbalancing:DescribeLoadBalancers', `Load balancer ${name}`)
}

function describe(
  aws: Aws,
  input: DescribeLoadBalancersCommandInput,
  options: CallOptions | undefined,
): Promise<LoadBalancer[]> {
  return listAll(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: (Marker) => new DescribeLoadBalancersCommand({ ...input, Marker }),
      take: ({ LoadBalancers, NextMarker }) => ({
        items: list(LoadBalancers, 'LoadBalancers').map(toLoadBalancer),
        next: NextMarker,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
}

function toLoadBalancer(balancer: SdkLoadBalancer): LoadBalancer {
  return present({
    arn: text(balancer.LoadBalancerArn, 'LoadBalancerArn'),
    name: text(balancer.LoadBalancerName, 'LoadBalancerName'),
    dnsName: balancer.DNSName ?? '',
    canonicalHostedZoneId: balancer.CanonicalHostedZoneId,
    scheme: balancer.Scheme ?? 'unknown',
    type: balancer.Type ?? 'unknown',
    state: balancer.State?.Code ?? 'unknown',
    stateReason: balancer.State?.Reason,
    vpcId: balancer.VpcId,
    availabilityZones: (balancer.AvailabilityZones ?? []).map(({ ZoneName, SubnetId }) =>
      present({ zone: ZoneName ?? 'unknown', subnetId: SubnetId }),
    ),
    securityGroups: balancer.SecurityGroups ?? [],
    ipAddressType: balancer.IpAddressType,
    createdAt: time(balancer.CreatedTime),
  })
}
