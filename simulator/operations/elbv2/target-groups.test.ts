import {
  DescribeLoadBalancerAttributesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { REGION } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { regionOf } from '../../world/create.ts'
import { elbv2 } from './registry.ts'
import { clientOf, made } from './testing.ts'

function start() {
  const { world, ...rest } = made()
  return { ...rest, client: clientOf(new SdkHandler(createDispatch({ gate: openGate(world) }))) }
}

test('target groups, with the load balancers that use them', async () => {
  const { client, loadBalancerArn } = start()
  const { TargetGroups = [] } = await client.send(new DescribeTargetGroupsCommand({}))
  expect(TargetGroups.map((one) => [one.TargetGroupName, one.LoadBalancerArns])).toEqual([
    ['web', [loadBalancerArn]],
    ['web-next', [loadBalancerArn]],
    ['alone', []],
  ])
  expect(TargetGroups[0]).toMatchObject({
    HealthCheckIntervalSeconds: 30,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: '/',
    HealthCheckPort: 'traffic-port',
    Matcher: { HttpCode: '200' },
    TargetType: 'ip',
  })
  const used = await client.send(new DescribeTargetGroupsCommand({ LoadBalancerArn: loadBalancerArn }))
  expect(used.TargetGroups).toEqual(TargetGroups.slice(0, 2))
  const named = await client.send(new DescribeTargetGroupsCommand({ Names: ['web-next'] }))
  expect(named.TargetGroups).toEqual([TargetGroups[1]])
})

test('target health, of all or of some', async () => {
  const { client, web } = start()
  const { TargetHealthDescriptions: all = [] } = await client.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: web.targetGroupArn }),
  )
  expect(all).toEqual([
    {
      Target: { Id: '10.0.0.1', Port: 80, AvailabilityZone: 'us-east-1a' },
      HealthCheckPort: '80',
      TargetHealth: { State: 'healthy' },
    },
    {
      Target: { Id: '10.0.0.9', Port: 80, AvailabilityZone: 'us-east-1a' },
      HealthCheckPort: '80',
      TargetHealth: {
        State: 'unhealthy',
        Reason: 'Target.FailedHealthChecks',
        Description: 'Health checks failed',
      },
    },
  ])
  const some = await client.send(
    new DescribeTargetHealthCommand({
      TargetGroupArn: web.targetGroupArn,
      Targets: [{ Id: '10.0.0.9' }, { Id: '10.9.9.9', Port: 80 }],
    }),
  )
  expect(some.TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.Reason)).toEqual([
    'Target.FailedHealthChecks',
    'Target.NotRegistered',
  ])
})

test('attributes and tags', async () => {
  const { client, loadBalancerArn, web, listenerArn, ruleArn } = start()
  const balancer = await client.send(
    new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: loadBalancerArn }),
  )
  expect(balancer.Attributes).toContainEqual({ Key: 'idle_timeout.timeout_seconds', Value: '60' })
  const group = await client.send(
    new DescribeTargetGroupAttributesCommand({ TargetGroupArn: web.targetGroupArn }),
  )
  expect(group.Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '300' })
  const ResourceArns = [loadBalancerArn, web.targetGroupArn, listenerArn, ruleArn]
  const { TagDescriptions } = await client.send(new DescribeTagsCommand({ ResourceArns }))
  expect(TagDescriptions?.map(({ Tags }) => Tags)).toEqual([
    [{ Key: 'team', Value: 'a' }],
    [{ Key: 'team', Value: 'b' }],
    [],
    [],
  ])
})

test('reading changes nothing', () => {
  const { world, loadBalancerArn, listenerArn, web } = made()
  const before = structuredClone(world)
  const call = { world, region: regionOf(world, REGION), requestId: 'r' }
  const input = {
    DescribeCapacityReservation: { LoadBalancerArn: loadBalancerArn },
    DescribeListenerCertificates: { ListenerArn: listenerArn },
    DescribeListeners: { LoadBalancerArn: loadBalancerArn },
    DescribeLoadBalancerAttributes: { LoadBalancerArn: loadBalancerArn },
    DescribeRules: { ListenerArn: listenerArn },
    DescribeTags: { ResourceArns: [listenerArn] },
    DescribeTargetGroupAttributes: { TargetGroupArn: web.targetGroupArn },
    DescribeTargetHealth: { TargetGroupArn: web.targetGroupArn },
  } as Record<string, object>
  const reads = elbv2.operations.filter(({ name }) => name.startsWith('Describe'))
  for (const operation of reads) operation.run((input[operation.name] ?? {}) as never, call)
  expect(world).toEqual(before)
})
