/** DescribeInstances. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
import { DescribeInstances$ } from '@aws-sdk/client-ec2'
import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Instance,
} from '@aws-sdk/client-ec2'
import { AwsError, operation } from '../../operation.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { type FilterFields, fitsFilters } from './filters.ts'
import { instancesOf } from './instance.ts'
import { pageSize } from './page-size.ts'

/** The filters that make sense for the instances there are. */
const fields: FilterFields<Instance> = {
  'instance-id': ({ InstanceId }) => [InstanceId],
  'instance-state-name': ({ State }) => [State?.Name],
  'instance-type': ({ InstanceType }) => [InstanceType],
  'availability-zone': ({ Placement }) => [Placement?.AvailabilityZone],
  'ip-address': ({ PublicIpAddress }) => [PublicIpAddress],
  'private-ip-address': ({ PrivateIpAddress }) => [PrivateIpAddress],
  'private-dns-name': ({ PrivateDnsName }) => [PrivateDnsName],
  'image-id': ({ ImageId }) => [ImageId],
  'subnet-id': ({ SubnetId }) => [SubnetId],
  'vpc-id': ({ VpcId }) => [VpcId],
}

export const DescribeInstances = operation<DescribeInstancesCommandInput, DescribeInstancesCommandOutput>(
  DescribeInstances$,
  ({ InstanceIds: ids = [], Filters = [], MaxResults, NextToken }, { world, region }) => {
    const size = pageSize(MaxResults, ids, 'instancesSet')
    const instances = (ids.length === 0 ? instancesOf(region) : named(region, ids)).filter((instance) =>
      fitsFilters(instance, fields, Filters),
    )
    const page = pageOf(instances, size, NextToken)
    if (!page) throw new AwsError('InvalidNextToken', 'The token is not valid.')
    return {
      Reservations: page.items.map((instance) => reservation(world, instance)),
      NextToken: page.nextToken,
    }
  },
)

/** The instances with these ids, in the order asked. One id that does not exist fails the whole call. */
function named(region: RegionTables, ids: string[]): Instance[] {
  const malformed = ids.find((id) => !/^i-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
  if (malformed !== undefined) throw new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${malformed}"`)
  const known = new Map(instancesOf(region).map((instance) => [instance.InstanceId, instance]))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const which = unknown.length === 1 ? `ID '${unknown[0]}' does` : `IDs '${unknown.join(', ')}' do`
    throw new AwsError('InvalidInstanceID.NotFound', `The instance ${which} not exist`)
  }
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Auto Scaling launches each instance by itself, as people do, so each has its own reservation. */
function reservation(world: World, instance: Instance) {
  return {
    ReservationId: instance.InstanceId?.replace('i-', 'r-'),
    OwnerId: world.accountId,
    Groups: [],
    Instances: [instance],
  }
}
