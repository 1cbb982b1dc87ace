import {
  DescribeLoadBalancers$,
  type DescribeLoadBalancersCommandInput,
  type DescribeLoadBalancersCommandOutput,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { operation } from '../../operation.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, loadBalancerByArn, loadBalancersByName } from './look-up.ts'
import { page } from './page.ts'

/** All load balancers of the Region, or those named. */
export const DescribeLoadBalancers = operation<
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput
>(DescribeLoadBalancers$, (input, { region }) => {
  checkCount(input.LoadBalancerArns, 'load balancers')
  checkCount(input.Names, 'load balancers')
  const { shown, NextMarker } = page(wanted(region, input), input, (one) => one.loadBalancerArn)
  return { LoadBalancers: shown.map(toLoadBalancer), NextMarker }
})

function wanted(region: RegionTables, input: DescribeLoadBalancersCommandInput): LoadBalancerRecord[] {
  if (input.LoadBalancerArns?.length)
    return input.LoadBalancerArns.map((arn) => loadBalancerByArn(region, arn))
  if (input.Names?.length) return loadBalancersByName(region, input.Names)
  return Object.values(region.elb.loadBalancers)
}

function toLoadBalancer(record: LoadBalancerRecord): LoadBalancer {
  return {
    LoadBalancerArn: record.loadBalancerArn,
    DNSName: record.dnsName,
    CanonicalHostedZoneId: record.canonicalHostedZoneId,
    CreatedTime: new Date(record.createdAt),
    LoadBalancerName: record.name,
    Scheme: record.scheme,
    VpcId: record.vpcId,
    State: { Code: record.state },
    Type: record.type,
    AvailabilityZones: record.subnets.map(({ subnetId, availabilityZone }) => ({
      ZoneName: availabilityZone,
      SubnetId: subnetId,
      LoadBalancerAddresses: [],
    })),
    SecurityGroups: record.securityGroups,
    IpAddressType: record.ipAddressType,
  }
}
