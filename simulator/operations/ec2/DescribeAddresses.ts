/** DescribeAddresses. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAddresses.html */
import {
  type Address,
  DescribeAddresses$,
  type DescribeAddressesCommandInput,
  type DescribeAddressesCommandOutput,
} from '@aws-sdk/client-ec2'
import { AwsError, operation } from '../../operation.ts'
import type { AddressRecord } from '../../world/ec2-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { type FilterFields, fitsFilters } from './filters.ts'
import { toTags } from './tags.ts'

const fields: FilterFields<Address> = {
  'allocation-id': ({ AllocationId }) => [AllocationId],
  'association-id': ({ AssociationId }) => [AssociationId],
  domain: ({ Domain }) => [Domain],
  'instance-id': ({ InstanceId }) => [InstanceId],
  'network-interface-id': ({ NetworkInterfaceId }) => [NetworkInterfaceId],
  'private-ip-address': ({ PrivateIpAddress }) => [PrivateIpAddress],
  'public-ip': ({ PublicIp }) => [PublicIp],
}

/** Elastic IP addresses; EC2 gives no pages here. */
export const DescribeAddresses = operation<DescribeAddressesCommandInput, DescribeAddressesCommandOutput>(
  DescribeAddresses$,
  ({ AllocationIds = [], PublicIps = [], Filters = [] }, { world, region }) => {
    const all = Object.values(region.ec2.addresses)
    checkKnown(all, AllocationIds, PublicIps)
    const named = all.filter(
      ({ allocationId, publicIp }) =>
        (AllocationIds.length === 0 || AllocationIds.includes(allocationId)) &&
        (PublicIps.length === 0 || PublicIps.includes(publicIp)),
    )
    const addresses = named.map((record) => toAddress(world, region, record))
    return { Addresses: addresses.filter((address) => fitsFilters(address, fields, Filters)) }
  },
)

/** @throws AwsError for the first one that the account does not have */
function checkKnown(all: AddressRecord[], allocationIds: string[], publicIps: string[]): void {
  const id = allocationIds.find((wanted) => !all.some(({ allocationId }) => allocationId === wanted))
  if (id !== undefined) {
    throw new AwsError('InvalidAllocationID.NotFound', `The allocation ID '${id}' does not exist`)
  }
  const ip = publicIps.find((wanted) => !all.some(({ publicIp }) => publicIp === wanted))
  if (ip !== undefined) throw new AwsError('InvalidAddress.NotFound', `Address '${ip}' not found.`)
}

function toAddress(world: World, region: RegionTables, record: AddressRecord): Address {
  const { association } = record
  return {
    AllocationId: record.allocationId,
    PublicIp: record.publicIp,
    PublicIpv4Pool: 'amazon',
    NetworkBorderGroup: region.name,
    Domain: 'vpc',
    AssociationId: association?.associationId,
    InstanceId: association?.instanceId,
    NetworkInterfaceId: association?.networkInterfaceId,
    NetworkInterfaceOwnerId: association && world.accountId,
    PrivateIpAddress: association?.privateIp,
    Tags: toTags(record.tags),
  }
}
