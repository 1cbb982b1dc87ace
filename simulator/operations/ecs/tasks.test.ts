import {
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  DescribeTasksCommand,
  ECSClient,
  ListContainerInstancesCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
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

describe('tasks', () => {
  it('are filtered by everything ECS filters by', async () => {
    const count = async (cluster: string, input: object): Promise<number | undefined> =>
      (await ecs.send(new ListTasksCommand({ cluster, ...input }))).taskArns?.length
    expect(await count('platform', { serviceName: 'web' })).toBe(4)
    expect(await count('platform', { family: 'worker' })).toBe(2)
    expect(await count('platform', { serviceName: 'worker', desiredStatus: 'STOPPED' })).toBe(2)
    expect(await count('commerce', { launchType: 'FARGATE' })).toBe(0)
    expect(
      await count('commerce', { startedBy: 'events-rule/nightly-report', desiredStatus: 'STOPPED' }),
    ).toBe(1)
    const { containerInstanceArns = [] } = await ecs.send(
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
    const { taskArns = [] } = await ecs.send(
      new ListTasksCommand({ cluster: 'platform', serviceName: 'worker', desiredStatus: 'STOPPED' }),
    )
    const { tasks = [], failures } = await ecs.send(
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
      ecs.send(new DescribeTasksCommand({ cluster: 'platform', tasks: [] })),
    ).rejects.toMatchObject({ message: 'Tasks cannot be empty.' })
  })
})

describe('task definitions', () => {
  it('are listed by family and revision', async () => {
    const { families = [] } = await ecs.send(
      new ListTaskDefinitionFamiliesCommand({ familyPrefix: 'st', status: 'ACTIVE' }),
    )
    expect(families).toEqual(['storefront'])
    const { taskDefinitionArns = [] } = await ecs.send(
      new ListTaskDefinitionsCommand({ familyPrefix: 'storefront', sort: 'DESC' }),
    )
    expect(taskDefinitionArns.map((arn) => arn.split('/')[1])).toEqual(['storefront:2', 'storefront:1'])
  })

  it('are described by family, revision or ARN', async () => {
    const latest = await describeDefinition('api')
    expect(latest.taskDefinition).toMatchObject({
      family: 'api',
      revision: 2,
      networkMode: 'awsvpc',
      compatibilities: ['EC2', 'FARGATE', 'MANAGED_INSTANCES'],
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }] }],
    })
    expect(latest.tags).toHaveLength(2)
    expect((await describeDefinition('api:1')).taskDefinition?.revision).toBe(1)
    expect(
      (await describeDefinition(latest.taskDefinition?.taskDefinitionArn ?? '')).taskDefinition?.revision,
    ).toBe(2)
    await expect(describeDefinition('toString')).rejects.toMatchObject({
      name: 'ClientException',
      message: 'Unable to describe task definition.',
    })
  })
})

async function describeDefinition(taskDefinition: string): Promise<DescribeTaskDefinitionCommandOutput> {
  return ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }))
}
