/** The filters of DescribeInstances that make sense for instances behind ECS. */
import type { Filter, Instance } from '@aws-sdk/client-ec2'
import { AwsError } from '../../operation.ts'
import { matchesWildcard } from '../wildcard.ts'

const fields: Record<string, (instance: Instance) => (string | undefined)[]> = {
  'instance-id': ({ InstanceId }) => [InstanceId],
  'instance-state-name': ({ State }) => [State?.Name],
  'instance-type': ({ InstanceType }) => [InstanceType],
  'availability-zone': ({ Placement }) => [Placement?.AvailabilityZone],
  'private-ip-address': ({ PrivateIpAddress }) => [PrivateIpAddress],
  'private-dns-name': ({ PrivateDnsName }) => [PrivateDnsName],
  'image-id': ({ ImageId }) => [ImageId],
  'subnet-id': ({ SubnetId }) => [SubnetId],
  'vpc-id': ({ VpcId }) => [VpcId],
  'tag-key': ({ Tags = [] }) => Tags.map(({ Key }) => Key),
}

/** True when the instance has one of the filter's values. @throws AwsError for a filter that does not exist */
export function fitsFilter(instance: Instance, { Name = '', Values = [] }: Filter): boolean {
  const texts = textsFor(instance, Name)
  return Values.some((value) => texts.some((text) => text !== undefined && matchesWildcard(value, text)))
}

function textsFor(instance: Instance, filter: string): (string | undefined)[] {
  const { Tags = [] } = instance
  if (filter.startsWith('tag:'))
    return Tags.flatMap(({ Key, Value }) => (`tag:${Key}` === filter ? [Value] : []))
  const field = Object.hasOwn(fields, filter) ? fields[filter] : undefined
  if (!field) throw new AwsError('InvalidParameterValue', `The filter '${filter}' is invalid`)
  return field(instance)
}
