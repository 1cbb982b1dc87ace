import {
  DescribeInstanceHealthCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { createInstance, setInstanceState } from '../../engine/ec2/build.ts'
import { defaultNetwork } from '../../engine/elb/build.ts'
import { createClassicLoadBalancer } from '../../engine/elb/classic.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { services } from '../registry.ts'

/** Two instances of which one answers its health check with 500, behind `legacy`; `other` has none. */
function start() {
  const world = testingWorld()
  const [subnet] = defaultNetwork(world, REGION).subnets
  world.images['good'] = { http: { '/health': { status: 200, latencyMs: 5 } } }
  world.images['bad'] = { http: { '/health': { status: 500, latencyMs: 5 } } }
  const instance = (image: string) =>
    createInstance(world, REGION, { subnetId: subnet?.subnetId ?? '', listening: [{ port: 80, image }] })
      .instanceId
  const [good, bad] = [instance('good'), instance('bad')]
  const secure = {
    protocol: 'HTTPS',
    loadBalancerPort: 443,
    instanceProtocol: 'HTTP',
    instancePort: 80,
  } as const
  createClassicLoadBalancer(world, REGION, {
    name: 'legacy',
    instances: [good, bad],
    listeners: [{ ...secure, sslCertificateId: 'arn:aws:acm:us-east-1:123456789012:certificate/1' }],
    healthCheck: { target: 'HTTP:80/health' },
    attributes: { idleTimeoutSeconds: 120 },
    tags: { team: 'web' },
  })
  createClassicLoadBalancer(world, REGION, { name: 'other', scheme: 'internal' })
  const client = new ElasticLoadBalancingClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    // With every service there is: version 2 must not take its calls.
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world), services })),
    maxAttempts: 1,
  })
  return { world, client, good, bad }
}

test('describes load balancers: all, by name, in pages', async () => {
  const { client, good, bad } = start()
  const { LoadBalancerDescriptions: all = [] } = await client.send(new DescribeLoadBalancersCommand({}))
  expect(all.map(({ LoadBalancerName }) => LoadBalancerName)).toEqual(['legacy', 'other'])
  expect(all[0]).toMatchObject({
    CanonicalHostedZoneNameID: 'Z35SXDOTRQ7X7K',
    DNSName: expect.stringMatching(/^legacy-\d{10}\.us-east-1\.elb\.amazonaws\.com$/),
    Scheme: 'internet-facing',
    Instances: [{ InstanceId: good }, { InstanceId: bad }],
    ListenerDescriptions: [
      {
        Listener: {
          Protocol: 'HTTPS',
          LoadBalancerPort: 443,
          InstanceProtocol: 'HTTP',
          InstancePort: 80,
          SSLCertificateId: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
        },
      },
    ],
    HealthCheck: { Target: 'HTTP:80/health', Interval: 30, UnhealthyThreshold: 2 },
    AvailabilityZones: ['us-east-1a', 'us-east-1b'],
    CreatedTime: new Date(START),
  })
  expect(all[1]?.DNSName).toMatch(/^internal-other-/)
  const first = await client.send(new DescribeLoadBalancersCommand({ PageSize: 1 }))
  expect(first.LoadBalancerDescriptions).toEqual([all[0]])
  const second = await client.send(
    new DescribeLoadBalancersCommand({ PageSize: 1, Marker: first.NextMarker }),
  )
  expect(second).toMatchObject({ LoadBalancerDescriptions: [all[1]] })
  expect(second.NextMarker).toBeUndefined()
  const named = await client.send(new DescribeLoadBalancersCommand({ LoadBalancerNames: ['other'] }))
  expect(named.LoadBalancerDescriptions).toEqual([all[1]])
})

test('tells which instances are in service, and why others are not', async () => {
  const { world, client, good, bad } = start()
  const health = async () =>
    (await client.send(new DescribeInstanceHealthCommand({ LoadBalancerName: 'legacy' }))).InstanceStates
  const failing = { InstanceId: bad, State: 'OutOfService', ReasonCode: 'Instance' }
  expect(await health()).toEqual([
    { InstanceId: good, State: 'InService', ReasonCode: 'N/A', Description: 'N/A' },
    { ...failing, Description: expect.stringContaining('UnhealthyThreshold') },
  ])
  setInstanceState(world, REGION, good, 'stopped')
  expect((await health())?.[0]).toEqual({
    InstanceId: good,
    State: 'OutOfService',
    ReasonCode: 'Instance',
    Description: 'Instance is in stopped state.',
  })
  setInstanceState(world, REGION, good, 'running')
  world.images['bad'] = {}
  expect((await health())?.map(({ State }) => State)).toEqual(['InService', 'InService'])
  const asked = { LoadBalancerName: 'legacy', Instances: [{ InstanceId: bad }] }
  const { InstanceStates } = await client.send(new DescribeInstanceHealthCommand(asked))
  expect(InstanceStates?.map(({ InstanceId }) => InstanceId)).toEqual([bad])
})

test('gives attributes and tags', async () => {
  const { client } = start()
  const { LoadBalancerAttributes } = await client.send(
    new DescribeLoadBalancerAttributesCommand({ LoadBalancerName: 'legacy' }),
  )
  expect(LoadBalancerAttributes).toMatchObject({
    ConnectionSettings: { IdleTimeout: 120 },
    ConnectionDraining: { Enabled: true, Timeout: 300 },
    CrossZoneLoadBalancing: { Enabled: true },
  })
  const { TagDescriptions } = await client.send(
    new DescribeTagsCommand({ LoadBalancerNames: ['legacy', 'other'] }),
  )
  expect(TagDescriptions).toEqual([
    { LoadBalancerName: 'legacy', Tags: [{ Key: 'team', Value: 'web' }] },
    { LoadBalancerName: 'other', Tags: [] },
  ])
})

test.each([
  ['load balancers', new DescribeLoadBalancersCommand({ LoadBalancerNames: ['x'] })],
  ['health', new DescribeInstanceHealthCommand({ LoadBalancerName: 'x' })],
  ['attributes', new DescribeLoadBalancerAttributesCommand({ LoadBalancerName: 'constructor' })],
  ['tags', new DescribeTagsCommand({ LoadBalancerNames: ['x'] })],
])('refuses %s of a load balancer that does not exist', async (_, command) => {
  const { client } = start()
  await expect(client.send(command as never)).rejects.toMatchObject({
    name: 'AccessPointNotFoundException',
    message: expect.stringMatching(/^There is no ACTIVE Load Balancer named '/),
  })
})

test('refuses the health of an instance that is not registered', async () => {
  const { client } = start()
  const asked = { LoadBalancerName: 'legacy', Instances: [{ InstanceId: 'i-0' }] }
  await expect(client.send(new DescribeInstanceHealthCommand(asked))).rejects.toMatchObject({
    name: 'InvalidEndPointException',
  })
})
