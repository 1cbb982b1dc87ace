/** EC2 instances by id. */
import { DescribeInstancesCommand, type Instance as SdkInstance } from '@aws-sdk/client-ec2'
import type { Instance } from '../../core/ec2/instance.ts'
import { list, present, text, time } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ec2, ec2PageSize, ec2Tags } from './ec2.ts'

/** The instances among `ids` that exist, in AWS's order; asking by id would fail for all when one does not. */
export function findInstances(aws: Aws, ids: readonly string[], options?: CallOptions): Promise<Instance[]> {
  const Filters = [{ Name: 'instance-id', Values: [...ids] }]
  return listAll(
    aws,
    {
      service: ec2,
      bucket: 'ec2:read',
      command: (NextToken) => new DescribeInstancesCommand({ Filters, MaxResults: ec2PageSize, NextToken }),
      take: ({ Reservations, NextToken }) => ({
        items: list(Reservations, 'Reservations').flatMap(({ Instances = [] }) => Instances.map(toInstance)),
        next: NextToken,
      }),
      id: ({ id }) => id,
    },
    options,
  )
}

function toInstance(instance: SdkInstance): Instance {
  return present({
    id: text(instance.InstanceId, 'InstanceId'),
    state: instance.State?.Name ?? 'unknown',
    instanceType: instance.InstanceType,
    privateIp: instance.PrivateIpAddress,
    publicIp: instance.PublicIpAddress,
    availabilityZone: instance.Placement?.AvailabilityZone,
    subnetId: instance.SubnetId,
    vpcId: instance.VpcId,
    securityGroups: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    launchedAt: time(instance.LaunchTime),
    tags: ec2Tags(instance.Tags),
  })
}
