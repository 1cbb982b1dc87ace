import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import type { DescribeInstancesCommandInput } from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { openGate } from '../../open-gate.ts'
import type { AutoScalingInstanceRecord } from '../../world/auto-scaling-tables.ts'
import { regionOf } from '../../world/create.ts'
import { ec2 } from './registry.ts'

let client: EC2Client
const launchedAt = Date.UTC(2026, 0, 1)

/** Instance number `n` of a group: ids `i-000…n`. */
function instance(
  n: number,
  more: Partial<AutoScalingInstanceRecord> = {},
): [string, AutoScalingInstanceRecord] {
  const instanceId = `i-${n.toString(16).padStart(17, '0')}`
  const record: AutoScalingInstanceRecord = {
    instanceId,
    availabilityZone: 'eu-west-1a',
    instanceType: 'm5.large',
    privateIp: `10.0.0.${n}`,
    lifecycleState: 'InService',
    launchedAt,
    ...more,
  }
  return [instanceId, record]
}

beforeEach(() => {
  const gate = openGate()
  const region = regionOf(gate.world, 'eu-west-1')
  region.subnets['subnet-a'] = {
    subnetId: 'subnet-a',
    vpcId: 'vpc-1',
    availabilityZone: 'eu-west-1a',
    base: '10.0.0.0',
    nextHost: 4,
  }
  region.autoScalingGroups['commerce'] = {
    name: 'commerce',
    arn: 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/commerce',
    minSize: 0,
    maxSize: 9,
    desiredCapacity: 6,
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    instanceType: 'm5.large',
    createdAt: launchedAt,
    instances: Object.fromEntries([
      ...[1, 2, 3, 4, 5].map((n) => instance(n)),
      instance(6, {
        availabilityZone: 'eu-west-1b',
        lifecycleState: 'Terminating',
        instanceType: 't3.small',
      }),
    ]),
    tags: { team: 'shop' },
  }
  client = new EC2Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler: new SdkHandler(createDispatch({ gate, services: [ec2] })),
    maxAttempts: 1,
  })
})

async function ids(input: DescribeInstancesCommandInput): Promise<number[]> {
  const { Reservations = [] } = await client.send(new DescribeInstancesCommand(input))
  const found = Reservations.flatMap(({ Instances = [] }) => Instances)
  return found.map(({ InstanceId = '' }) => Number.parseInt(InstanceId.slice(2), 16))
}

test('describes an instance of an Auto Scaling group', async () => {
  const InstanceIds = ['i-00000000000000001']
  const { Reservations } = await client.send(new DescribeInstancesCommand({ InstanceIds }))
  expect(Reservations).toEqual([
    expect.objectContaining({ ReservationId: 'r-00000000000000001', OwnerId: '123456789012' }),
  ])
  expect(Reservations?.[0]?.Instances).toEqual([
    expect.objectContaining({
      InstanceId: 'i-00000000000000001',
      InstanceType: 'm5.large',
      State: { Code: 16, Name: 'running' },
      PrivateIpAddress: '10.0.0.1',
      PrivateDnsName: 'ip-10-0-0-1.eu-west-1.compute.internal',
      SubnetId: 'subnet-a',
      VpcId: 'vpc-1',
      LaunchTime: new Date(launchedAt),
      ImageId: expect.stringMatching(/^ami-[0-9a-f]{17}$/) as string,
      Tags: [
        { Key: 'team', Value: 'shop' },
        { Key: 'aws:autoscaling:groupName', Value: 'commerce' },
      ],
    }),
  ])
})

test.each<[string, string[], number[]]>([
  ['instance-type', ['t3.*'], [6]],
  ['instance-state-name', ['running', 'pending'], [1, 2, 3, 4, 5]],
  ['availability-zone', ['eu-west-1b'], [6]],
  ['private-ip-address', ['10.0.0.?'], [1, 2, 3, 4, 5, 6]],
  ['private-dns-name', ['ip-10-0-0-2.*'], [2]],
  ['instance-id', ['i-00000000000000003'], [3]],
  ['vpc-id', ['vpc-1'], [1, 2, 3, 4, 5]],
  ['subnet-id', ['subnet-b'], []],
  ['image-id', ['ami-*'], [1, 2, 3, 4, 5, 6]],
  ['tag-key', ['team'], [1, 2, 3, 4, 5, 6]],
  ['tag:team', ['shop'], [1, 2, 3, 4, 5, 6]],
  ['tag:team', ['sh.p'], []],
])('filters by %s %j', async (Name, Values, expected) => {
  expect(await ids({ Filters: [{ Name, Values }] })).toEqual(expected)
})

test('every filter must fit', async () => {
  const Filters = [
    { Name: 'tag:team', Values: ['shop'] },
    { Name: 'availability-zone', Values: ['eu-west-1b'] },
  ]
  expect(await ids({ Filters })).toEqual([6])
})

test('gives pages', async () => {
  const first = await client.send(new DescribeInstancesCommand({ MaxResults: 5 }))
  expect(first.Reservations).toHaveLength(5)
  expect(await ids({ MaxResults: 5, NextToken: first.NextToken })).toEqual([6])
})

describe('refuses', () => {
  test.each<[string, DescribeInstancesCommandInput]>([
    ['InvalidInstanceID.Malformed', { InstanceIds: ['i-xyz'] }],
    ['InvalidInstanceID.NotFound', { InstanceIds: ['i-00000000000000001', 'i-000000000000000ff'] }],
    ['InvalidParameterValue', { Filters: [{ Name: 'constructor', Values: ['x'] }] }],
    ['InvalidParameterValue', { MaxResults: 4 }],
    ['InvalidParameterCombination', { MaxResults: 5, InstanceIds: ['i-00000000000000001'] }],
    ['InvalidNextToken', { NextToken: 'mine' }],
  ])('%s', async (name, input) => {
    await expect(client.send(new DescribeInstancesCommand(input))).rejects.toMatchObject({ name })
  })
})
