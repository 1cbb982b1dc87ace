/** DescribeSecurityGroups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
import {
  DescribeSecurityGroups$,
  type DescribeSecurityGroupsCommandInput,
  type DescribeSecurityGroupsCommandOutput,
  type IpPermission,
  type SecurityGroup,
} from '@aws-sdk/client-ec2'
import { AwsError, operation } from '../../operation.ts'
import type { SecurityGroupRecord, SecurityGroupRule } from '../../world/ec2-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { type FilterFields, fitsFilters } from './filters.ts'
import { pageSize } from './page-size.ts'
import { toTags } from './tags.ts'

const fields: FilterFields<SecurityGroup> = {
  description: ({ Description }) => [Description],
  'group-id': ({ GroupId }) => [GroupId],
  'group-name': ({ GroupName }) => [GroupName],
  'owner-id': ({ OwnerId }) => [OwnerId],
  'vpc-id': ({ VpcId }) => [VpcId],
}

export const DescribeSecurityGroups = operation<
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput
>(DescribeSecurityGroups$, ({ GroupIds = [], Filters = [], MaxResults, NextToken }, { world, region }) => {
  const size = pageSize(MaxResults, GroupIds, 'groupIdSet')
  const records =
    GroupIds.length > 0
      ? GroupIds.map((id) => groupById(region, id))
      : Object.values(region.ec2.securityGroups)
  const groups = records
    .map((record) => toGroup(world, region, record))
    .filter((group) => fitsFilters(group, fields, Filters))
  const page = pageOf(groups, size, NextToken)
  if (!page) throw new AwsError('InvalidNextToken', 'The token is not valid.')
  return { SecurityGroups: page.items, NextToken: page.nextToken }
})

/** @throws AwsError InvalidGroupId.Malformed, InvalidGroup.NotFound */
function groupById(region: RegionTables, id: string): SecurityGroupRecord {
  if (!/^sg-[0-9a-f]+$/.test(id)) throw new AwsError('InvalidGroupId.Malformed', `Invalid id: "${id}"`)
  const found = region.ec2.securityGroups[id]
  if (!found) throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`)
  return found
}

function toGroup(world: World, region: RegionTables, record: SecurityGroupRecord): SecurityGroup {
  const toPermission = (rule: SecurityGroupRule): IpPermission => ({
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    IpRanges: rule.cidrIpv4.map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: rule.cidrIpv6.map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: rule.prefixListIds.map((PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: rule.groupIds.map((GroupId) => ({ GroupId, UserId: world.accountId })),
  })
  return {
    GroupId: record.groupId,
    GroupName: record.groupName,
    Description: record.description,
    VpcId: record.vpcId,
    OwnerId: world.accountId,
    SecurityGroupArn: `arn:aws:ec2:${region.name}:${world.accountId}:security-group/${record.groupId}`,
    IpPermissions: record.ingress.map(toPermission),
    IpPermissionsEgress: record.egress.map(toPermission),
    Tags: toTags(record.tags),
  }
}
