import {
  DescribeTargetGroups$,
  type DescribeTargetGroupsCommandInput,
  type DescribeTargetGroupsCommandOutput,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { AwsError, operation } from '../../operation.ts'
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, loadBalancerByArn, targetGroupByArn, targetGroupsByName } from './look-up.ts'
import { page } from './page.ts'

/** All target groups of the Region, those of a load balancer, or those named. */
export const DescribeTargetGroups = operation<
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsCommandOutput
>(DescribeTargetGroups$, (input, { region }) => {
  checkCount(input.TargetGroupArns, 'target groups')
  checkCount(input.Names, 'target groups')
  const { shown, NextMarker } = page(wanted(region, input), input, (one) => one.targetGroupArn)
  return { TargetGroups: shown.map(toTargetGroup), NextMarker }
})

function wanted(region: RegionTables, input: DescribeTargetGroupsCommandInput): TargetGroupRecord[] {
  const { LoadBalancerArn: balancerArn, TargetGroupArns: arns = [], Names: names = [] } = input
  if ([balancerArn !== undefined, arns.length > 0, names.length > 0].filter(Boolean).length > 1) {
    throw new AwsError(
      'ValidationError',
      'Only one of the following can be specified: load balancer ARN, target group ARNs, or target group names',
    )
  }
  if (balancerArn !== undefined) {
    const { loadBalancerArn } = loadBalancerByArn(region, balancerArn)
    return Object.values(region.elb.targetGroups).filter((group) =>
      group.loadBalancerArns.includes(loadBalancerArn),
    )
  }
  if (arns.length > 0) return arns.map((arn) => targetGroupByArn(region, arn))
  return names.length > 0 ? targetGroupsByName(region, names) : Object.values(region.elb.targetGroups)
}

function toTargetGroup(record: TargetGroupRecord): TargetGroup {
  const { healthCheck } = record
  const http = healthCheck.protocol !== 'TCP'
  return {
    TargetGroupArn: record.targetGroupArn,
    TargetGroupName: record.name,
    Protocol: record.protocol,
    Port: record.port,
    VpcId: record.vpcId,
    HealthCheckProtocol: healthCheck.protocol,
    HealthCheckPort: healthCheck.port,
    HealthCheckEnabled: healthCheck.enabled,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    HealthCheckPath: http ? healthCheck.path : undefined,
    Matcher: http ? { HttpCode: healthCheck.matcher } : undefined,
    LoadBalancerArns: record.loadBalancerArns,
    TargetType: record.targetType,
    ProtocolVersion: record.protocol === 'TCP' ? undefined : 'HTTP1',
    IpAddressType: 'ipv4',
  }
}
