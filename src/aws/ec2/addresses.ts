/** Elastic IP addresses, found by what they are. */
import { type Address as SdkAddress, DescribeAddressesCommand } from '@aws-sdk/client-ec2'
import type { Address } from '../../core/ec2/address.ts'
import { list, present, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ec2, ec2Tags } from './ec2.ts'

/** The account's addresses among `publicIps`; others are left out, where DescribeAddresses would refuse the whole call. */
export async function findAddresses(
  aws: Aws,
  publicIps: readonly string[],
  options?: CallOptions,
): Promise<Address[]> {
  const { value } = await call(
    aws,
    {
      service: ec2,
      bucket: 'ec2:read',
      command: new DescribeAddressesCommand({ Filters: [{ Name: 'public-ip', Values: [...publicIps] }] }),
      take: ({ Addresses }) => list(Addresses, 'Addresses').map(toAddress),
    },
    options,
  )
  return value
}

function toAddress(address: SdkAddress): Address {
  return present({
    publicIp: text(address.PublicIp, 'PublicIp'),
    allocationId: address.AllocationId,
    instanceId: address.InstanceId,
    networkInterfaceId: address.NetworkInterfaceId,
    privateIp: address.PrivateIpAddress,
    tags: ec2Tags(address.Tags),
  })
}
