/** Subnets by id. */
import { DescribeSubnetsCommand, type Subnet as SdkSubnet } from '@aws-sdk/client-ec2'
import type { Subnet } from '../../core/ec2/subnet.ts'
import { list, present, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ec2, ec2PageSize } from './ec2.ts'

/** The subnets among `ids` that exist. */
export function findSubnets(aws: Aws, ids: readonly string[], options?: CallOptions): Promise<Subnet[]> {
  const Filters = [{ Name: 'subnet-id', Values: [...ids] }]
  return listAll(
    aws,
    {
      service: ec2,
      bucket: 'ec2:read',
      command: (NextToken) => new DescribeSubnetsCommand({ Filters, MaxResults: ec2PageSize, NextToken }),
      take: ({ Subnets, NextToken }) => ({
        items: list(Subnets, 'Subnets').map(toSubnet),
        next: NextToken,
      }),
      id: ({ id }) => id,
    },
    options,
  )
}

function toSubnet(subnet: SdkSubnet): Subnet {
  return present({
    id: text(subnet.SubnetId, 'SubnetId'),
    vpcId: subnet.VpcId,
    availabilityZone: subnet.AvailabilityZone,
    cidr: subnet.CidrBlock,
    availableAddresses: subnet.AvailableIpAddressCount,
  })
}
