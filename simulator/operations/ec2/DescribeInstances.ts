/** DescribeInstances. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
import { DescribeInstances$ } from '@aws-sdk/client-ec2'
import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Filter,
  Instance,
} from '@aws-sdk/client-ec2'
import { AwsError, operation } from '../../operation.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { instancesOf } from './instance.ts'
import { fitsFilter } from './instance-filters.ts'

/** Instances per answer when the caller sets no size, and the sizes AWS takes. */
const PAGE = 1000
const PAGE_MIN = 5

export const DescribeInstances = operation<DescribeInstancesCommandInput, DescribeInstancesCommandOutput>(
  DescribeInstances$,
  ({ InstanceIds: ids = [], Filters = [], MaxResults, NextToken }, { world, region }) => {
    checkSize(MaxResults, ids)
    const instances = (ids.length === 0 ? instancesOf(region) : named(region, ids)).filter((instance) =>
      Filters.every((filter: Filter) => fitsFilter(instance, filter)),
    )
    const page = pageOf(instances, MaxResults ?? PAGE, NextToken)
    if (!page) throw new AwsError('InvalidNextToken', 'The token is not valid.')
    return {
      Reservations: page.items.map((instance) => reservation(world, instance)),
      NextToken: page.nextToken,
    }
  },
)

function checkSize(size: number | undefined, ids: string[]): void {
  if (size === undefined) return
  if (ids.length > 0) {
    throw new AwsError(
      'InvalidParameterCombination',
      'The parameter instancesSet cannot be used with the parameter maxResults',
    )
  }
  if (size < PAGE_MIN || size > PAGE) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value greater than ${PAGE_MIN - 1} and less than ${PAGE + 1}.`,
    )
  }
}

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

/** Auto Scaling launches each instance by itself, so each has its own reservation. */
function reservation(world: World, instance: Instance) {
  return {
    ReservationId: instance.InstanceId?.replace('i-', 'r-'),
    OwnerId: world.accountId,
    Groups: [],
    Instances: [instance],
  }
}
