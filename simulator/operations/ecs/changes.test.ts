import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListContainerInstancesCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
  UpdateContainerInstancesStateCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createSimulator } from '../../simulator.ts'

const now = Date.UTC(2026, 10, 20, 6)

/** Each test changes an account of its own. */
function account(): { ecs: ECSClient; advance: (duration: string) => void } {
  const simulator = createSimulator({ scenario: 'demo', realNow: () => now })
  const credentials = simulator.control.load({ scenario: 'demo', seed: 1 })
  const ecs = new ECSClient({
    region: 'ap-northeast-2',
    endpoint: 'http://simulator.test',
    credentials,
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  })
  return { ecs, advance: (duration) => simulator.control.advance({ key: credentials.accessKeyId, duration }) }
}

const untouched = account().ecs

describe('changes', () => {
  it('a new revision is registered and deployed', async () => {
    const { ecs, advance } = account()
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
    advance('PT10M')
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

  it('settings are kept; of these, only the platform version starts a deployment', async () => {
    const { ecs } = account()
    const web = { cluster: 'platform', service: 'web' }
    const kept = { availabilityZoneRebalancing: 'ENABLED', enableECSManagedTags: false } as const
    const settled = await ecs.send(new UpdateServiceCommand({ ...web, ...kept }))
    expect(settled.service).toMatchObject({ ...kept, deployments: [{ rolloutState: 'COMPLETED' }] })
    const moved = await ecs.send(new UpdateServiceCommand({ ...web, platformVersion: '1.4.0' }))
    expect(moved.service).toMatchObject({
      ...kept,
      platformVersion: '1.4.0',
      deployments: [{ rolloutState: 'IN_PROGRESS' }, { rolloutState: 'COMPLETED' }],
    })
  })

  it('a task is run once for a client token, however often it is sent', async () => {
    const { ecs } = account()
    const run = { cluster: 'commerce', taskDefinition: 'storefront', clientToken: 'once' }
    const first = await ecs.send(new RunTaskCommand(run))
    const again = await ecs.send(new RunTaskCommand(run))
    const taskArn = first.tasks?.[0]?.taskArn
    expect(again.tasks).toMatchObject([{ taskArn }])
    await expect(ecs.send(new RunTaskCommand({ ...run, count: 2 }))).rejects.toMatchObject({
      name: 'ConflictException',
      resourceIds: [taskArn],
    })
    const other = await ecs.send(new RunTaskCommand({ ...run, clientToken: 'twice' }))
    expect(other.tasks?.[0]?.taskArn).not.toBe(taskArn)
  })

  it('what AWS would refuse is refused', async () => {
    await expect(updateStorefront({ taskDefinition: 'nothing' })).rejects.toMatchObject({
      name: 'ClientException',
    })
    await expect(updateStorefront({ desiredCount: -1 })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
    await expect(updateStorefront({ service: 'node-exporter', desiredCount: 5 })).rejects.toThrow(
      /daemon scheduling strategy/,
    )
    await expect(register({})).rejects.toThrow(
      "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
    )
    await expect(register({ containerDefinitions: [] })).rejects.toThrow('Container list cannot be empty.')
    await expect(register({ memory: '512', requiresCompatibilities: ['FARGATE'] })).rejects.toThrow(
      'Fargate only supports network mode ‘awsvpc’.',
    )
  })

  it('a task is run and stopped', async () => {
    const { ecs, advance } = account()
    const cluster = 'commerce'
    const { tasks = [] } = await ecs.send(
      new RunTaskCommand({ cluster, taskDefinition: 'storefront', count: 2, startedBy: 'me' }),
    )
    expect(tasks).toHaveLength(2)
    advance('PT1M')
    const task = tasks[0]?.taskArn ?? ''
    await ecs.send(new StopTaskCommand({ cluster, task, reason: 'enough' }))
    advance('PT1M')
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
    const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-0a'] } }
    const web = { cluster: 'platform', taskDefinition: 'web', networkConfiguration }
    await expect(ecs.send(new RunTaskCommand(web))).rejects.toThrow(
      'No Container Instances were found in your cluster.',
    )
    const onFargate = await ecs.send(new RunTaskCommand({ ...web, launchType: 'FARGATE' }))
    expect(onFargate.tasks).toMatchObject([{ launchType: 'FARGATE', lastStatus: 'PROVISIONING' }])
    await expect(ecs.send(new StopTaskCommand({ cluster, task: 'f00' }))).rejects.toThrow(
      'The referenced task was not found.',
    )
  })

  it('an instance is drained', async () => {
    const { ecs, advance } = account()
    const cluster = 'commerce'
    const { containerInstanceArns = [] } = await ecs.send(new ListContainerInstancesCommand({ cluster }))
    const containerInstances = containerInstanceArns.slice(0, 1)
    await ecs.send(
      new UpdateContainerInstancesStateCommand({ cluster, containerInstances, status: 'DRAINING' }),
    )
    advance('PT15M')
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

async function updateStorefront(input: object): Promise<unknown> {
  return untouched.send(new UpdateServiceCommand({ cluster: 'commerce', service: 'storefront', ...input }))
}

async function register(input: object): Promise<unknown> {
  const containerDefinitions = [{ name: 'x', image: 'x' }]
  return untouched.send(new RegisterTaskDefinitionCommand({ family: 'x', containerDefinitions, ...input }))
}
