import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  type DescribeScalableTargetsCommandInput,
} from '@aws-sdk/client-application-auto-scaling'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { registerScalableTarget } from '../../engine/scalable-targets.ts'
import { openGate } from '../../open-gate.ts'
import { applicationAutoScaling } from './registry.ts'

function start() {
  const world = testingWorld()
  for (const service of ['web', 'api']) {
    registerScalableTarget(world, REGION, { cluster: 'main', service, minCapacity: 2, maxCapacity: 8 })
  }
  const client = new ApplicationAutoScalingClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(
      createDispatch({ gate: openGate(world), services: [applicationAutoScaling] }),
    ),
    maxAttempts: 1,
  })
  return (input: Partial<DescribeScalableTargetsCommandInput>) =>
    client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ...input }))
}

test('describes the limits of a service', async () => {
  const { ScalableTargets } = await start()({ ResourceIds: ['service/main/web'] })
  expect(ScalableTargets).toEqual([
    expect.objectContaining({
      ServiceNamespace: 'ecs',
      ResourceId: 'service/main/web',
      ScalableDimension: 'ecs:service:DesiredCount',
      MinCapacity: 2,
      MaxCapacity: 8,
      CreationTime: new Date(START),
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
    }),
  ])
})

test('lists all in pages; other namespaces and dimensions have none', async () => {
  const send = start()
  const { NextToken, ScalableTargets } = await send({ MaxResults: 1 })
  const rest = await send({ MaxResults: 1, NextToken })
  const ids = [ScalableTargets, rest.ScalableTargets].map((page) => page?.[0]?.ResourceId)
  expect(ids).toEqual(['service/main/web', 'service/main/api'])
  expect(rest.NextToken).toBeUndefined()
  expect((await send({ ServiceNamespace: 'dynamodb' })).ScalableTargets).toEqual([])
  const other = await send({ ScalableDimension: 'dynamodb:table:ReadCapacityUnits' })
  expect(other.ScalableTargets).toEqual([])
})

test.each<[string, Partial<DescribeScalableTargetsCommandInput>]>([
  ['InvalidNextTokenException', { NextToken: 'x' }],
  ['ValidationException', { ResourceIds: Array.from({ length: 51 }, (_, n) => `service/main/${n}`) }],
])('refuses with %s', async (name, input) => {
  await expect(start()(input)).rejects.toMatchObject({ name })
})
