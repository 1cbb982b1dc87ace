/** Security groups by id. */
import {
  DescribeSecurityGroupsCommand,
  type IpPermission,
  type SecurityGroup as SdkSecurityGroup,
} from '@aws-sdk/client-ec2'
import type { SecurityGroup, SecurityGroupRule } from '../../core/ec2/security-group.ts'
import { list, present, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ec2, ec2PageSize } from './ec2.ts'

/** The groups among `ids` that exist. */
export function findSecurityGroups(
  aws: Aws,
  ids: readonly string[],
  options?: CallOptions,
): Promise<SecurityGroup[]> {
  const Filters = [{ Name: 'group-id', Values: [...ids] }]
  return listAll(
    aws,
    {
      service: ec2,
      bucket: 'ec2:read',
      command: (NextToken) =>
        new DescribeSecurityGroupsCommand({ Filters, MaxResults: ec2PageSize, NextToken }),
      take: ({ SecurityGroups, NextToken }) => ({
        items: list(SecurityGroups, 'SecurityGroups').map(toSecurityGroup),
        next: NextToken,
      }),
      id: ({ id }) => id,
    },
    options,
  )
}

function toSecurityGroup(group: SdkSecurityGroup): SecurityGroup {
  return present({
    id: text(group.GroupId, 'GroupId'),
    name: group.GroupName ?? '',
    vpcId: group.VpcId,
    inbound: (group.IpPermissions ?? []).map(toRule),
  })
}

function toRule(permission: IpPermission): SecurityGroupRule {
  return present({
    protocol: permission.IpProtocol ?? '-1',
    fromPort: permission.FromPort,
    toPort: permission.ToPort,
    ipv4: (permission.IpRanges ?? []).flatMap(({ CidrIp }) => CidrIp ?? []),
    ipv6: (permission.Ipv6Ranges ?? []).flatMap(({ CidrIpv6 }) => CidrIpv6 ?? []),
    groupIds: (permission.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    prefixListIds: (permission.PrefixListIds ?? []).flatMap(({ PrefixListId }) => PrefixListId ?? []),
  })
}
