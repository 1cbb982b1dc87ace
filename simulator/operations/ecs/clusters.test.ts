import {
  DescribeCapacityProvidersCommand,
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  ECSClient,
  ListClustersCommand,
  ListContainerInstancesCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createSimulator } from '../../simulator.ts'

const now = Date.UTC(2026, 10, 20, 6)

function demoIn(region: string): ECSClient {
  const simulator = createSimulator({ scenario: 'demo', realNow: () => now })
  const credentials = simulator.control.load({ scenario: 'demo', seed: 1 })
  return new ECSClient({
    region,
    endpoint: 'http://simulator.test',
    credentials,
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  })
}

const ecs = demoIn('ap-northeast-2')
const virginia = demoIn('us-east-1')

describe('clusters', () => {
  it('are listed and described with what was asked for', async () => {
    const { clusterArns = [] } = await ecs.send(new ListClustersCommand({}))
    expect(clusterArns).toEqual([
      'arn:aws:ecs:ap-northeast-2:123456789012:cluster/commerce',
      'arn:aws:ecs:ap-northeast-2:123456789012:cluster/platform',
    ])
    const { clusters = [], failures } = await ecs.send(
      new DescribeClustersCommand({
        clusters: ['commerce', ...clusterArns, 'nowhere'],
        include: ['STATISTICS', 'SETTINGS', 'TAGS'],
      }),
    )
    expect(clusters).toHaveLength(2)
    expect(clusters[0]).toMatchObject({
      clusterName: 'commerce',
      status: 'ACTIVE',
      registeredContainerInstancesCount: 3,
      activeServicesCount: 4,
      runningTasksCount: 10,
      settings: [{ name: 'containerInsights', value: 'enabled' }],
      tags: [
        { key: 'Environment', value: 'production' },
        { key: 'Team', value: 'commerce' },
      ],
    })
    expect(clusters[0]?.statistics).toContainEqual({ name: 'runningEC2TasksCount', value: '10' })
    expect(failures).toEqual([
      { arn: 'arn:aws:ecs:ap-northeast-2:123456789012:cluster/nowhere', reason: 'MISSING' },
    ])
    const plain = await ecs.send(new DescribeClustersCommand({ clusters: ['commerce'] }))
    expect(plain.clusters?.[0]).toMatchObject({ statistics: [], settings: [], tags: [] })
  })

  it('that do not exist are refused', async () => {
    const wrong = ecs.send(new ListServicesCommand({ cluster: 'constructor' }))
    await expect(wrong).rejects.toMatchObject({
      name: 'ClusterNotFoundException',
      message: 'Cluster not found.',
      $metadata: { httpStatusCode: 400 },
    })
  })
})

describe('container instances', () => {
  it('show what is left, which ports are taken, and how they are', async () => {
    const { containerInstanceArns = [] } = await virginia.send(
      new ListContainerInstancesCommand({ cluster: 'analytics' }),
    )
    const { containerInstances = [] } = await virginia.send(
      new DescribeContainerInstancesCommand({
        cluster: 'analytics',
        containerInstances: containerInstanceArns,
        include: ['TAGS', 'CONTAINER_INSTANCE_HEALTH'],
      }),
    )
    expect(
      containerInstances.map((one) => one.status).toSorted((a = '', b = '') => a.localeCompare(b)),
    ).toEqual(['ACTIVE', 'ACTIVE', 'DRAINING'])
    const away = containerInstances.find((one) => one.agentConnected === false)
    expect(away?.healthStatus?.overallStatus).toBe('IMPAIRED')
    const draining = await virginia.send(
      new ListContainerInstancesCommand({ cluster: 'analytics', status: 'DRAINING' }),
    )
    expect(draining.containerInstanceArns).toHaveLength(1)
    const ports = away?.remainingResources?.find((resource) => resource.name === 'PORTS')?.stringSetValue
    expect(ports).toEqual(['22', '2375', '2376', '51678', '51679', '51680'])
  })

  it('have capacity providers behind them', async () => {
    const { capacityProviders = [], failures } = await ecs.send(
      new DescribeCapacityProvidersCommand({ capacityProviders: ['FARGATE', 'commerce-ec2', '__proto__'] }),
    )
    expect(capacityProviders).toMatchObject([
      { name: 'FARGATE', status: 'ACTIVE' },
      { autoScalingGroupProvider: { autoScalingGroupArn: expect.stringContaining('commerce-nodes') } },
    ])
    expect(failures).toHaveLength(1)
  })
})
