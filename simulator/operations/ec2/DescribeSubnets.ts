/** DescribeSubnets. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
import {
  DescribeSubnets$,
  type DescribeSubnetsCommandInput,
  type DescribeSubnetsCommandOutput,
  type Subnet,
} from '@aws-sdk/client-ec2'
import { AwsError, operation } from '../../operation.ts'
import type { SubnetRecord } from '../../world/network-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { type FilterFields, fitsFilters } from './filters.ts'
import { pageSize } from './page-size.ts'

/** Of the 16,384 addresses of a /18, AWS keeps five and the first host is the fourth. */
const ADDRESSES = 16_384 - 5
const FIRST_HOST = 4

const fields: FilterFields<Subnet> = {
  'availability-zone': ({ AvailabilityZone }) => [AvailabilityZone],
  'cidr-block': ({ CidrBlock }) => [CidrBlock],
  state: ({ State }) => [State],
  'subnet-id': ({ SubnetId }) => [SubnetId],
  'vpc-id': ({ VpcId }) => [VpcId],
}

export const DescribeSubnets = operation<DescribeSubnetsCommandInput, DescribeSubnetsCommandOutput>(
  DescribeSubnets$,
  ({ SubnetIds = [], Filters = [], MaxResults, NextToken }, { world, region }) => {
    const size = pageSize(MaxResults, SubnetIds, 'subnetSet')
    const records =
      SubnetIds.length > 0 ? SubnetIds.map((id) => subnetById(region, id)) : Object.values(region.subnets)
    const subnets = records
      .map((record) => toSubnet(world, region, record))
      .filter((subnet) => fitsFilters(subnet, fields, Filters))
    const page = pageOf(subnets, size, NextToken)
    if (!page) throw new AwsError('InvalidNextToken', 'The token is not valid.')
    return { Subnets: page.items, NextToken: page.nextToken }
  },
)

/** @throws AwsError InvalidSubnetID.NotFound */
function subnetById(region: RegionTables, id: string): SubnetRecord {
  const found = Object.hasOwn(region.subnets, id) ? region.subnets[id] : undefined
  if (!found) throw new AwsError('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`)
  return found
}

function toSubnet(world: World, region: RegionTables, record: SubnetRecord): Subnet {
  return {
    SubnetId: record.subnetId,
    SubnetArn: `arn:aws:ec2:${region.name}:${world.accountId}:subnet/${record.subnetId}`,
    VpcId: record.vpcId,
    OwnerId: world.accountId,
    State: 'available',
    AvailabilityZone: record.availabilityZone,
    CidrBlock: `${record.base}/18`,
    AvailableIpAddressCount: ADDRESSES - (record.nextHost - FIRST_HOST),
    MapPublicIpOnLaunch: false,
    AssignIpv6AddressOnCreation: false,
    DefaultForAz: false,
    Tags: [],
  }
}
