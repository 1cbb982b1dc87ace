import {
  DescribeCapacityProvidersCommand,
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListClustersCommand,
  ListContainerInstancesCommand,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
  UpdateContainerInstancesStateCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createSimulator } from '../../simulator.ts'

const now = Date.UTC(2026, 10, 20, 6)

async function account(scenario = 'demo') {
  const simulator = createSimulator({ scenario, realNow: () => now })
  const { accessKeyId, secretAccessKey, sessionToken } = await simulator.control.load({ scenario, seed: 1 })
  const clientIn = (region: string) =>
    new ECSClient({
      region,
      endpoint: 'http://simulator.test',
      credentials: { accessKeyId, secretAccessKey, sessionToken },
      requestHandler: new SdkHandler(simulator.handle),
      maxAttempts: 1,
    })
  const advance = (duration: string) => simulator.control.advance({ key: accessKeyId, duration })
  return { ecs: clientIn('ap-northeast-2'), clientIn, advance }
}

let demo: Awaited<ReturnType<typeof account>>
beforeAll(async () => {
  demo = await account()
})

describe('clusters', () => {
  it('are listed and described with what was asked for', async () => {
    const { clusterArns = [] } = await demo.ecs.send(new ListClustersCommand({}))
    expect(clusterArns).toEqual([
      'arn:aws:ecs:ap-northeast-2:123456789012:cluster/commerce',
      'arn:aws:ecs:ap-northeast-2:123456789012:cluster/platform',
    ])
    const { clusters = [], failures } = await demo.ecs.send(
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
    const plain = await demo.ecs.send(new DescribeClustersCommand({ clusters: ['commerce'] }))
    expect(plain.clusters?.[0]).toMatchObject({ statistics: [], settings: [], tags: [] })
  })

  it('that do not exist are refused', async () => {
    const wrong = demo.ecs.send(new ListServicesCommand({ cluster: 'constructor' }))
    await expect(wrong).rejects.toMatchObject({
      name: 'ClusterNotFoundException',
      message: 'Cluster not found.',
      $metadata: { httpStatusCode: 400 },
    })
  })
})

describe('services', () => {
  it('come ten a page, 100 at most, by token', async () => {
    const { ecs } = await account('big-fleet')
    const first = await ecs.send(new ListServicesCommand({ cluster: 'fleet' }))
    expect(first.serviceArns).toHaveLength(10)
    const all = new Set<string>()
    let nextToken: string | undefined
    do {
      const page = await ecs.send(new ListServicesCommand({ cluster: 'fleet', maxResults: 100, nextToken }))
      for (const arn of page.serviceArns ?? []) all.add(arn)
      nextToken = page.nextToken
    } while (nextToken)
    expect(all.size).toBe(5000)
    for (const wrong of [{ maxResults: 101 }, { nextToken: 'nonsense' }]) {
      await expect(ecs.send(new ListServicesCommand({ cluster: 'fleet', ...wrong }))).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    }
  })

  it('are found by name and by short or long ARN', async () => {
    const names = [
      'web',
      'arn:aws:ecs:ap-northeast-2:123456789012:service/api',
      'arn:aws:ecs:ap-northeast-2:123456789012:service/platform/worker',
      'gone',
    ]
    const { services = [], failures } = await demo.ecs.send(
      new DescribeServicesCommand({ cluster: 'platform', services: names, include: ['TAGS'] }),
    )
    expect(services.map((service) => service.serviceName)).toEqual(['web', 'api', 'worker'])
    expect(services[0]).toMatchObject({
      status: 'ACTIVE',
      desiredCount: 4,
      runningCount: 4,
      pendingCount: 0,
      launchType: 'FARGATE',
      deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 4 }],
      tags: [{ key: 'Environment' }, { key: 'Team' }],
    })
    expect(services[0]?.events?.[0]?.createdAt).toBeInstanceOf(Date)
    expect(failures).toEqual([
      { arn: 'arn:aws:ecs:ap-northeast-2:123456789012:service/platform/gone', reason: 'MISSING' },
    ])
  })

  it('are refused by the dozen, and from another cluster', async () => {
    const services = Array.from({ length: 11 }, (_, index) => `s${index}`)
    await expect(
      demo.ecs.send(new DescribeServicesCommand({ cluster: 'platform', services })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await expect(
      demo.ecs.send(
        new DescribeServicesCommand({
          cluster: 'platform',
          services: ['arn:aws:ecs:ap-northeast-2:123456789012:service/commerce/checkout'],
        }),
      ),
    ).rejects.toMatchObject({ message: 'Identifier is for cluster commerce. Your cluster is platform' })
  })

  it('are filtered by launch type and strategy', async () => {
    const list = async (input: object): Promise<number | undefined> =>
      (await demo.ecs.send(new ListServicesCommand({ cluster: 'commerce', ...input }))).serviceArns?.length
    expect(await list({ launchType: 'EC2' })).toBe(4)
    expect(await list({ launchType: 'FARGATE' })).toBe(0)
    expect(await list({ schedulingStrategy: 'DAEMON' })).toBe(1)
  })

  it('have deployments and revisions', async () => {
    const { serviceDeployments = [] } = await demo.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: 'platform', service: 'notifications' }),
    )
    expect(serviceDeployments.map((one) => one.status)).toEqual([
      'ROLLBACK_IN_PROGRESS',
      'SUCCESSFUL',
      'SUCCESSFUL',
    ])
    const described = await demo.ecs.send(
      new DescribeServiceDeploymentsCommand({
        serviceDeploymentArns: [serviceDeployments[0]?.serviceDeploymentArn ?? ''],
      }),
    )
    const [deployment] = described.serviceDeployments ?? []
    expect(deployment).toMatchObject({
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      rollback: {
        startedAt: expect.any(Date),
        serviceRevisionArn: expect.stringContaining('service-revision'),
      },
    })
    const { serviceRevisions } = await demo.ecs.send(
      new DescribeServiceRevisionsCommand({
        serviceRevisionArns: [
          deployment?.targetServiceRevision?.arn ?? '',
          deployment?.rollback?.serviceRevisionArn ?? '',
        ],
      }),
    )
    expect(serviceRevisions?.map((one) => one.containerImages?.[0]?.image?.split(':').at(-1))).toEqual([
      '0.10.0',
      '0.9.5',
    ])
    const successful = await demo.ecs.send(
      new ListServiceDeploymentsCommand({
        cluster: 'platform',
        service: 'notifications',
        status: ['SUCCESSFUL'],
        createdAt: { after: new Date(now - 6 * 3_600_000) },
      }),
    )
    expect(successful.serviceDeployments).toHaveLength(1)
    await expect(
      demo.ecs.send(new ListServiceDeploymentsCommand({ cluster: 'platform', service: 'gone' })),
    ).rejects.toMatchObject({ name: 'ServiceNotFoundException', message: 'Service not found.' })
  })
})

describe('tasks', () => {
  it('are filtered by everything ECS filters by', async () => {
    const count = async (cluster: string, input: object): Promise<number | undefined> =>
      (await demo.ecs.send(new ListTasksCommand({ cluster, ...input }))).taskArns?.length
    expect(await count('platform', { serviceName: 'web' })).toBe(4)
    expect(await count('platform', { family: 'worker' })).toBe(2)
    expect(await count('platform', { serviceName: 'worker', desiredStatus: 'STOPPED' })).toBe(2)
    expect(await count('commerce', { launchType: 'FARGATE' })).toBe(0)
    expect(
      await count('commerce', { startedBy: 'events-rule/nightly-report', desiredStatus: 'STOPPED' }),
    ).toBe(1)
    const { containerInstanceArns = [] } = await demo.ecs.send(
      new ListContainerInstancesCommand({ cluster: 'commerce' }),
    )
    const perInstance = await Promise.all(
      containerInstanceArns.map((containerInstance) => count('commerce', { containerInstance })),
    )
    expect(perInstance.reduce((total = 0, one = 0) => total + one, 0)).toBe(10)
    await expect(count('commerce', { serviceName: 'gone' })).rejects.toMatchObject({
      name: 'ServiceNotFoundException',
    })
  })

  it('are described with network, containers and how they ended', async () => {
    const { taskArns = [] } = await demo.ecs.send(
      new ListTasksCommand({ cluster: 'platform', serviceName: 'worker', desiredStatus: 'STOPPED' }),
    )
    const { tasks = [], failures } = await demo.ecs.send(
      new DescribeTasksCommand({
        cluster: 'platform',
        tasks: [taskArns[0]?.split('/').at(-1) ?? '', 'f00'],
        include: ['TAGS'],
      }),
    )
    expect(tasks[0]).toMatchObject({
      taskArn: taskArns[0],
      group: 'service:worker',
      lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      cpu: '512',
      memory: '1024',
      attachments: [{ type: 'ElasticNetworkInterface', status: 'DELETED' }],
      containers: [
        {
          name: 'worker',
          exitCode: 137,
          reason: 'OutOfMemoryError: Container killed due to memory usage',
          networkInterfaces: [{ privateIpv4Address: expect.stringMatching(/^10\.0\./) }],
        },
      ],
    })
    expect(failures).toMatchObject([{ reason: 'MISSING' }])
    await expect(
      demo.ecs.send(new DescribeTasksCommand({ cluster: 'platform', tasks: [] })),
    ).rejects.toMatchObject({ message: 'Tasks cannot be empty.' })
  })
})

describe('container instances', () => {
  it('show what is left, which ports are taken, and how they are', async () => {
    const ecs = demo.clientIn('us-east-1')
    const { containerInstanceArns = [] } = await ecs.send(
      new ListContainerInstancesCommand({ cluster: 'analytics' }),
    )
    const { containerInstances = [] } = await ecs.send(
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
    const draining = await ecs.send(
      new ListContainerInstancesCommand({ cluster: 'analytics', status: 'DRAINING' }),
    )
    expect(draining.containerInstanceArns).toHaveLength(1)
    const ports = away?.remainingResources?.find((resource) => resource.name === 'PORTS')?.stringSetValue
    expect(ports).toEqual(['22', '2375', '2376', '51678', '51679', '51680'])
  })

  it('have capacity providers behind them', async () => {
    const { capacityProviders = [], failures } = await demo.ecs.send(
      new DescribeCapacityProvidersCommand({ capacityProviders: ['FARGATE', 'commerce-ec2', '__proto__'] }),
    )
    expect(capacityProviders).toMatchObject([
      { name: 'FARGATE', status: 'ACTIVE' },
      { autoScalingGroupProvider: { autoScalingGroupArn: expect.stringContaining('commerce-nodes') } },
    ])
    expect(failures).toHaveLength(1)
  })
})

describe('task definitions', () => {
  it('are listed by family and revision', async () => {
    const { families = [] } = await demo.ecs.send(
      new ListTaskDefinitionFamiliesCommand({ familyPrefix: 'st', status: 'ACTIVE' }),
    )
    expect(families).toEqual(['storefront'])
    const { taskDefinitionArns = [] } = await demo.ecs.send(
      new ListTaskDefinitionsCommand({ familyPrefix: 'storefront', sort: 'DESC' }),
    )
    expect(taskDefinitionArns.map((arn) => arn.split('/')[1])).toEqual(['storefront:2', 'storefront:1'])
  })

  it('are described by family, revision or ARN', async () => {
    const describeOne = async (taskDefinition: string) =>
      demo.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }))
    const latest = await describeOne('api')
    expect(latest.taskDefinition).toMatchObject({
      family: 'api',
      revision: 2,
      networkMode: 'awsvpc',
      compatibilities: ['EC2', 'FARGATE', 'MANAGED_INSTANCES'],
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }] }],
    })
    expect(latest.tags).toHaveLength(2)
    expect((await describeOne('api:1')).taskDefinition?.revision).toBe(1)
    expect((await describeOne(latest.taskDefinition?.taskDefinitionArn ?? '')).taskDefinition?.revision).toBe(
      2,
    )
    await expect(describeOne('toString')).rejects.toMatchObject({
      name: 'ClientException',
      message: 'Unable to describe task definition.',
    })
  })
})

describe('changes', () => {
  it('a new revision is registered and deployed', async () => {
    const { ecs, advance } = await account()
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: 'web',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '.25 vCPU',
        memory: '1 GB',
        containerDefinitions: [{ name: 'web', image: 'nginx:1', portMappings: [{ containerPort: 8080 }] }],
        tags: [{ key: 'Owner', value: 'me' }],
      }),
    )
    expect(taskDefinition).toMatchObject({ revision: 2, cpu: '256', memory: '1024' })
    const { service } = await ecs.send(
      new UpdateServiceCommand({
        cluster: 'platform',
        service: 'web',
        taskDefinition: 'web:2',
        desiredCount: 2,
      }),
    )
    expect(service?.deployments).toMatchObject([
      { rolloutState: 'IN_PROGRESS' },
      { rolloutState: 'COMPLETED' },
    ])
    await advance('PT10M')
    const { services } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'platform', services: ['web'] }),
    )
    expect(services?.[0]).toMatchObject({
      runningCount: 2,
      taskDefinition: taskDefinition?.taskDefinitionArn,
      deployments: [{ rolloutState: 'COMPLETED' }],
    })
    const { tags } = await ecs.send(
      new ListTagsForResourceCommand({ resourceArn: taskDefinition?.taskDefinitionArn }),
    )
    expect(tags).toEqual([{ key: 'Owner', value: 'me' }])
  })

  it('what AWS would refuse is refused', async () => {
    const send = (input: object) =>
      demo.ecs.send(new UpdateServiceCommand({ cluster: 'commerce', service: 'storefront', ...input }))
    await expect(send({ taskDefinition: 'nothing' })).rejects.toMatchObject({ name: 'ClientException' })
    await expect(send({ desiredCount: -1 })).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await expect(send({ service: 'node-exporter', desiredCount: 5 })).rejects.toThrow(
      /daemon scheduling strategy/,
    )
    const register = (input: object) =>
      demo.ecs.send(
        new RegisterTaskDefinitionCommand({
          family: 'x',
          containerDefinitions: [{ name: 'x', image: 'x' }],
          ...input,
        }),
      )
    await expect(register({})).rejects.toThrow(
      "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
    )
    await expect(register({ containerDefinitions: [] })).rejects.toThrow('Container list cannot be empty.')
    await expect(register({ memory: '512', requiresCompatibilities: ['FARGATE'] })).rejects.toThrow(
      "Fargate only supports network mode 'awsvpc'.",
    )
  })

  it('a task is run and stopped', async () => {
    const { ecs, advance } = await account()
    const cluster = 'commerce'
    const { tasks = [] } = await ecs.send(
      new RunTaskCommand({ cluster, taskDefinition: 'storefront', count: 2, startedBy: 'me' }),
    )
    expect(tasks).toHaveLength(2)
    await advance('PT1M')
    const task = tasks[0]?.taskArn ?? ''
    await ecs.send(new StopTaskCommand({ cluster, task, reason: 'enough' }))
    await advance('PT1M')
    const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [task] }))
    expect(described.tasks?.[0]).toMatchObject({
      lastStatus: 'STOPPED',
      stopCode: 'UserInitiated',
      stoppedReason: 'enough',
    })
    const busy = await ecs.send(new RunTaskCommand({ cluster, taskDefinition: 'checkout' }))
    expect(busy).toMatchObject({ tasks: [], failures: [{ reason: 'RESOURCE:PORTS' }] })
    await expect(
      ecs.send(new RunTaskCommand({ cluster: 'platform', taskDefinition: 'web' })),
    ).rejects.toThrow("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
    await expect(ecs.send(new StopTaskCommand({ cluster, task: 'f00' }))).rejects.toThrow(
      'The referenced task was not found.',
    )
  })

  it('an instance is drained', async () => {
    const { ecs, advance } = await account()
    const cluster = 'commerce'
    const { containerInstanceArns = [] } = await ecs.send(new ListContainerInstancesCommand({ cluster }))
    const containerInstances = containerInstanceArns.slice(0, 1)
    await ecs.send(
      new UpdateContainerInstancesStateCommand({ cluster, containerInstances, status: 'DRAINING' }),
    )
    await advance('PT15M')
    const { serviceArns } = await ecs.send(new ListServicesCommand({ cluster }))
    const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: serviceArns }))
    const counts = Object.fromEntries(services.map((one) => [one.serviceName, one.runningCount]))
    expect(counts).toMatchObject({ storefront: 3, 'node-exporter': 2 })
    const left = await ecs.send(
      new ListTasksCommand({ cluster, containerInstance: containerInstances[0], serviceName: 'storefront' }),
    )
    expect(left.taskArns).toEqual([])
  })
})
