import {
  DescribeAddressesCommand,
  type DescribeAddressesCommandInput,
  DescribeInstancesCommand,
  DescribeSecurityGroupsCommand,
  type DescribeSecurityGroupsCommandInput,
  DescribeSubnetsCommand,
  type DescribeSubnetsCommandInput,
  EC2Client,
} from '@aws-sdk/client-ec2'
import { describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import {
  allocateAddress,
  allowTcp,
  createInstance,
  createSecurityGroup,
  releaseAddress,
  setInstanceState,
} from '../../engine/ec2/build.ts'
import { createLoadBalancer, defaultNetwork } from '../../engine/elb/build.ts'
import { REGION, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { regionOf } from '../../world/create.ts'
import { ec2 } from './registry.ts'

/** An instance with an Elastic IP address in zone a, and an address that belongs to nothing. */
function start() {
  const world = testingWorld()
  const { vpcId, subnets } = defaultNetwork(world, REGION)
  for (const [index, { subnetId, availabilityZone }] of subnets.entries()) {
    const base = `10.0.${index * 64}.0`
    regionOf(world, REGION).subnets[subnetId] = { subnetId, vpcId, availabilityZone, base, nextHost: 4 }
  }
  const group = createSecurityGroup(world, REGION, {
    groupName: 'web',
    vpcId,
    ingress: [allowTcp(443), allowTcp(22, { groupIds: ['sg-0123'] })],
    tags: { team: 'web' },
  })
  const instance = createInstance(world, REGION, {
    subnetId: subnets[0]?.subnetId ?? '',
    securityGroups: [group.groupId],
    listening: [{ port: 80, image: 'legacy' }],
    tags: { Name: 'legacy' },
  })
  const used = allocateAddress(world, REGION, { instanceId: instance.instanceId })
  const free = allocateAddress(world, REGION, { publicIp: '198.51.100.7', tags: { team: 'web' } })
  const client = new EC2Client({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world), services: [ec2] })),
    maxAttempts: 1,
  })
  const addresses = async (input: DescribeAddressesCommandInput) =>
    (await client.send(new DescribeAddressesCommand(input))).Addresses
  const groups = async (input: DescribeSecurityGroupsCommandInput) =>
    (await client.send(new DescribeSecurityGroupsCommand(input))).SecurityGroups
  const zones = async (input: DescribeSubnetsCommandInput) =>
    (await client.send(new DescribeSubnetsCommand(input))).Subnets
  return { world, client, vpcId, subnets, group, instance, used, free, addresses, groups, zones }
}

describe('addresses', () => {
  test('tell which instance has them', async () => {
    const { instance, used, addresses } = start()
    expect(await addresses({ PublicIps: [used.publicIp] })).toEqual([
      expect.objectContaining({
        AllocationId: used.allocationId,
        PublicIp: '203.0.113.10',
        Domain: 'vpc',
        InstanceId: instance.instanceId,
        PrivateIpAddress: instance.privateIp,
        NetworkInterfaceOwnerId: '123456789012',
      }),
    ])
  })

  test('that belong to nothing have no instance; filters and ids choose', async () => {
    const { free, used, addresses } = start()
    const [one] = (await addresses({ AllocationIds: [free.allocationId] })) ?? []
    expect(one).toMatchObject({ PublicIp: '198.51.100.7', Tags: [{ Key: 'team', Value: 'web' }] })
    expect(one?.InstanceId).toBeUndefined()
    const filtered = await addresses({ Filters: [{ Name: 'instance-id', Values: ['i-*'] }] })
    expect(filtered?.map(({ PublicIp }) => PublicIp)).toEqual([used.publicIp])
    expect(await addresses({ Filters: [{ Name: 'tag:team', Values: ['web'] }] })).toHaveLength(1)
    expect(await addresses({})).toHaveLength(2)
  })

  test('that were given back are not found', async () => {
    const { world, free, addresses } = start()
    releaseAddress(world, REGION, free.allocationId)
    await expect(addresses({ PublicIps: [free.publicIp] })).rejects.toMatchObject({
      name: 'InvalidAddress.NotFound',
      message: "Address '198.51.100.7' not found.",
    })
    await expect(addresses({ AllocationIds: [free.allocationId] })).rejects.toMatchObject({
      name: 'InvalidAllocationID.NotFound',
    })
    expect(world.journal.at(-1)?.subject).not.toBeUndefined()
  })
})

describe('instances started by hand', () => {
  test('have their public address, groups and state', async () => {
    const { world, client, instance, group, subnets } = start()
    const get = async () => {
      const command = new DescribeInstancesCommand({ InstanceIds: [instance.instanceId] })
      return (await client.send(command)).Reservations?.[0]?.Instances?.[0]
    }
    expect(await get()).toMatchObject({
      State: { Code: 16, Name: 'running' },
      PublicIpAddress: '203.0.113.10',
      PublicDnsName: 'ec2-203-0-113-10.us-east-1.compute.amazonaws.com',
      PrivateIpAddress: instance.privateIp,
      SubnetId: subnets[0]?.subnetId,
      SecurityGroups: [{ GroupId: group.groupId, GroupName: 'web' }],
      Tags: [{ Key: 'Name', Value: 'legacy' }],
    })
    setInstanceState(world, REGION, instance.instanceId, 'stopped')
    expect((await get())?.State).toEqual({ Code: 80, Name: 'stopped' })
    expect(world.journal.at(-2)).toMatchObject({ name: 'instance-stopped', subject: instance.instanceId })
    const found = await client.send(
      new DescribeInstancesCommand({ Filters: [{ Name: 'ip-address', Values: ['203.0.113.*'] }] }),
    )
    expect(found.Reservations).toHaveLength(1)
  })
})

describe('security groups', () => {
  test('tell who is let in', async () => {
    const { group, groups, vpcId } = start()
    expect(await groups({ GroupIds: [group.groupId] })).toEqual([
      expect.objectContaining({
        GroupId: group.groupId,
        GroupName: 'web',
        VpcId: vpcId,
        OwnerId: '123456789012',
        IpPermissions: [
          expect.objectContaining({
            IpProtocol: 'tcp',
            FromPort: 443,
            ToPort: 443,
            IpRanges: [{ CidrIp: '0.0.0.0/0' }],
          }),
          expect.objectContaining({
            FromPort: 22,
            UserIdGroupPairs: [{ GroupId: 'sg-0123', UserId: '123456789012' }],
          }),
        ],
        IpPermissionsEgress: [
          expect.objectContaining({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
        ],
      }),
    ])
  })

  test('of a new load balancer open the ports of the web', async () => {
    const { world, groups } = start()
    const balancer = createLoadBalancer(world, REGION, { name: 'shop', ipAddressType: 'dualstack' })
    const [found] = (await groups({ GroupIds: balancer.securityGroups })) ?? []
    expect(found?.IpPermissions?.map(({ FromPort }) => FromPort)).toEqual([80, 443])
    expect(found?.IpPermissions?.[1]?.Ipv6Ranges).toEqual([{ CidrIpv6: '::/0' }])
    expect(await groups({ Filters: [{ Name: 'group-name', Values: ['shop-*'] }] })).toEqual([found])
  })

  test.each<[string, DescribeSecurityGroupsCommandInput]>([
    ['InvalidGroup.NotFound', { GroupIds: ['sg-0fff'] }],
    ['InvalidGroupId.Malformed', { GroupIds: ['web'] }],
    ['InvalidParameterCombination', { GroupIds: ['sg-0fff'], MaxResults: 5 }],
    ['InvalidNextToken', { NextToken: 'mine' }],
  ])('refuse with %s', async (name, input) => {
    await expect(start().groups(input)).rejects.toMatchObject({ name })
  })
})

describe('subnets', () => {
  test('tell their zone and addresses', async () => {
    const { zones, subnets, vpcId } = start()
    expect(await zones({ SubnetIds: [subnets[0]?.subnetId ?? ''] })).toEqual([
      expect.objectContaining({
        SubnetId: subnets[0]?.subnetId,
        VpcId: vpcId,
        AvailabilityZone: 'us-east-1a',
        CidrBlock: '10.0.0.0/18',
        // One of 16,379 is the instance's.
        AvailableIpAddressCount: 16_378,
        State: 'available',
      }),
    ])
    const filtered = await zones({ Filters: [{ Name: 'availability-zone', Values: ['*b', '*c'] }] })
    expect(filtered?.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual(['us-east-1b', 'us-east-1c'])
  })

  test.each<[string, DescribeSubnetsCommandInput]>([
    ['InvalidSubnetID.NotFound', { SubnetIds: ['subnet-0'] }],
    ['InvalidNextToken', { NextToken: 'mine' }],
  ])('refuse with %s', async (name, input) => {
    await expect(start().zones(input)).rejects.toMatchObject({ name })
  })
})
