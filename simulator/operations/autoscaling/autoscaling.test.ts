import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling'
import type { DescribeAutoScalingGroupsCommandInput } from '@aws-sdk/client-auto-scaling'
import { beforeEach, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { openGate } from '../../open-gate.ts'
import { regionOf } from '../../world/create.ts'
import { autoscaling } from './registry.ts'

let client: AutoScalingClient
const createdAt = Date.UTC(2026, 0, 1)

beforeEach(() => {
  const gate = openGate()
  const region = regionOf(gate.world, 'eu-west-1')
  for (const name of ['alpha', 'beta', 'gamma']) {
    region.autoScalingGroups[name] = {
      name,
      arn: `arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/${name}`,
      minSize: 1,
      maxSize: 4,
      desiredCapacity: 2,
      availabilityZones: ['eu-west-1a'],
      instanceType: 'm5.large',
      createdAt,
      instances: {},
      tags: name === 'beta' ? { AmazonECSManaged: 'true' } : {},
    }
  }
  const one = {
    availabilityZone: 'eu-west-1a',
    instanceType: 'm5.large',
    privateIp: '10.0.0.4',
    launchedAt: createdAt,
  }
  const beta = region.autoScalingGroups['beta']
  if (beta) {
    beta.instances = {
      'i-1': { ...one, instanceId: 'i-1', lifecycleState: 'InService' },
      'i-2': { ...one, instanceId: 'i-2', lifecycleState: 'Terminated' },
    }
  }
  region.subnets['subnet-a'] = {
    subnetId: 'subnet-a',
    vpcId: 'vpc-1',
    availabilityZone: 'eu-west-1a',
    base: '10.0.0.0',
    nextHost: 4,
  }
  client = new AutoScalingClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler: new SdkHandler(createDispatch({ gate, services: [autoscaling] })),
    maxAttempts: 1,
  })
})

const send = (input: DescribeAutoScalingGroupsCommandInput) =>
  client.send(new DescribeAutoScalingGroupsCommand(input))
async function names(input: DescribeAutoScalingGroupsCommandInput): Promise<(string | undefined)[]> {
  return ((await send(input)).AutoScalingGroups ?? []).map(({ AutoScalingGroupName }) => AutoScalingGroupName)
}

test('describes a group with the instances it still has', async () => {
  const { AutoScalingGroups } = await send({ AutoScalingGroupNames: ['beta', 'nobody'] })
  expect(AutoScalingGroups).toEqual([
    expect.objectContaining({
      AutoScalingGroupName: 'beta',
      MinSize: 1,
      MaxSize: 4,
      DesiredCapacity: 2,
      VPCZoneIdentifier: 'subnet-a',
      CreatedTime: new Date(createdAt),
      Instances: [
        {
          InstanceId: 'i-1',
          InstanceType: 'm5.large',
          AvailabilityZone: 'eu-west-1a',
          LifecycleState: 'InService',
          HealthStatus: 'Healthy',
          ProtectedFromScaleIn: false,
        },
      ],
      Tags: [
        {
          ResourceId: 'beta',
          ResourceType: 'auto-scaling-group',
          Key: 'AmazonECSManaged',
          Value: 'true',
          PropagateAtLaunch: true,
        },
      ],
    }),
  ])
})

test('filters by tags', async () => {
  expect(await names({ Filters: [{ Name: 'tag-key', Values: ['Amazon*'] }] })).toEqual(['beta'])
  expect(await names({ Filters: [{ Name: 'tag-value', Values: ['true'] }] })).toEqual(['beta'])
  expect(await names({ Filters: [{ Name: 'tag:AmazonECSManaged', Values: ['false'] }] })).toEqual([])
})

test('gives pages', async () => {
  const { NextToken } = await send({ MaxRecords: 2 })
  expect(await names({ MaxRecords: 2 })).toEqual(['alpha', 'beta'])
  expect(await names({ MaxRecords: 2, NextToken })).toEqual(['gamma'])
})

test.each<[string, DescribeAutoScalingGroupsCommandInput]>([
  ['ValidationError', { MaxRecords: 101 }],
  ['ValidationError', { Filters: [{ Name: 'color', Values: ['red'] }] }],
  ['InvalidNextToken', { NextToken: btoa('after:99') }],
  ['InvalidNextToken', { NextToken: '%' }],
])('refuses with %s', async (name, input) => {
  await expect(send(input)).rejects.toMatchObject({ name })
})
