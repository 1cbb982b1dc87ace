/** Registering as ECS checks it, and what becomes of revisions that are deregistered and deleted. */
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createSimulator } from '../../simulator.ts'

const realNow = () => Date.UTC(2026, 10, 20, 6)

function account() {
  const simulator = createSimulator({ scenario: 'demo', realNow })
  const credentials = simulator.control.load({ scenario: 'demo', seed: 1 })
  const ecs = new ECSClient({
    region: 'ap-northeast-2',
    credentials,
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  })
  return {
    ecs,
    advance: (duration: string) => simulator.control.advance({ key: credentials.accessKeyId, duration }),
  }
}

type Definition = Partial<RegisterTaskDefinitionCommandInput>
type Container = NonNullable<Definition['containerDefinitions']>[number]

const bridge: Definition = { family: 'f', containerDefinitions: [{ name: 'a', image: 'i', memory: 64 }] }
const fargate: Definition = {
  family: 'f',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'a', image: 'i' }],
}
/** With one container like this, and others. */
const having = (change: Container, ...others: Container[]): Definition => ({
  containerDefinitions: [
    { name: 'a', image: 'i', memory: 64, ...change },
    ...others.map((other) => ({ image: 'i', memory: 64, ...other })),
  ],
})
const b = { name: 'b' }
const awslogs = (options: Record<string, string>): Definition =>
  having({ logConfiguration: { logDriver: 'awslogs', options } })
const group = { 'awslogs-group': 'g', 'awslogs-region': 'r' }

const refusals: [said: string, base: Definition, change: Definition][] = [
  ['Family contains invalid characters.', bridge, { family: 'a b' }],
  ['Container list cannot be empty.', bridge, { containerDefinitions: [] }],
  ['At least one container must be marked as essential.', bridge, having({ essential: false })],
  ["Container name 'a' is not unique", bridge, having({}, { name: 'a' })],
  ['Container.name should not be null or empty.', bridge, having({ name: '' })],
  ['Container.name contains invalid characters.', bridge, having({ name: 'a b' })],
  ['Container.image should not be null or empty.', bridge, having({ image: '' })],
  ['longer than 255', bridge, having({ image: 'i'.repeat(256) })],
  ["Invalid image digest in 'i@sha256:12'.", bridge, having({ image: 'i@sha256:12' })],
  [
    'at most 10 environment files',
    bridge,
    having({
      environmentFiles: Array.from({ length: 11 }, () => ({
        value: 'arn:aws:s3:::b/a.env',
        type: 's3' as const,
      })),
    }),
  ],
  ['Invalid environment file', bridge, having({ environmentFiles: [{ value: 's3://b/a.env', type: 's3' }] })],
  [
    'at most 10 placement constraints',
    bridge,
    { placementConstraints: Array.from({ length: 11 }, () => ({ type: 'memberOf' as const })) },
  ],
  [
    'Tags can not have more than 50 elements.',
    bridge,
    { tags: Array.from({ length: 51 }, (_, at) => ({ key: String(at), value: '' })) },
  ],
  [
    "Invalid setting for container 'a'. At least one of 'memory' or 'memoryReservation' must be specified.",
    bridge,
    { containerDefinitions: [{ name: 'a', image: 'i' }] },
  ],
  ["'memory' must be greater than or equal to 6.", bridge, having({ memory: 5 })],
  ["greater than or equal to 'memoryReservation'", bridge, having({ memory: 64, memoryReservation: 65 })],
  ["Invalid 'memory' setting for task.", bridge, { memory: 'lots' }],
  ["Invalid 'cpu' setting for task.", bridge, { cpu: '64' }],
  [
    "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    bridge,
    { cpu: '256', ...having({ cpu: 128 }, { ...b, cpu: 129 }) },
  ],
  ["The sum of all container 'memory' values", bridge, { memory: '100', ...having({}, b) }],
  [
    "Cannot depend on container + 'x' because it does not exist",
    bridge,
    having({ dependsOn: [{ containerName: 'x', condition: 'START' }] }),
  ],
  [
    'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
    bridge,
    having({ dependsOn: [{ containerName: 'b', condition: 'SUCCESS' }] }, b),
  ],
  [
    'must have a health check',
    bridge,
    having({ dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }] }, b),
  ],
  [
    'cannot depend on itself',
    bridge,
    having(
      { dependsOn: [{ containerName: 'b', condition: 'START' }] },
      { ...b, dependsOn: [{ containerName: 'a', condition: 'START' }] },
    ),
  ],
  ['Container.image contains invalid characters.', bridge, having({ image: 'nginx: 1' })],
  ["Invalid tag 'aws:x'.", bridge, { tags: [{ key: 'aws:x', value: '' }] }],
  ["'memoryReservation' must be greater than or equal to 6.", bridge, having({ memoryReservation: 1 })],
  ['nothing follows CMD', bridge, having({ healthCheck: { command: ['CMD'] } })],
  ['Ports go from 1 to 65535.', bridge, having({ portMappings: [{ containerPort: 70_000 }] })],
  ["needs 'containerPort'", bridge, having({ portMappings: [{ hostPort: 80 }] })],
  ["Invalid container port range '9-1'.", bridge, having({ portMappings: [{ containerPortRange: '9-1' }] })],
  ['begin with CMD or CMD-SHELL', bridge, having({ healthCheck: { command: ['curl'] } })],
  [
    'interval must be between 5 and 300',
    bridge,
    having({ healthCheck: { command: ['CMD', 'true'], interval: 4 } }),
  ],
  [
    'timeout must be between 2 and 60',
    bridge,
    having({ healthCheck: { command: ['CMD', 'true'], timeout: 61 } }),
  ],
  [
    'retries must be between 1 and 10',
    bridge,
    having({ healthCheck: { command: ['CMD', 'true'], retries: 0 } }),
  ],
  [
    'startPeriod must be between 0 and 300',
    bridge,
    having({ healthCheck: { command: ['CMD', 'true'], startPeriod: 301 } }),
  ],
  ['between 60 and 1800', bridge, having({ restartPolicy: { enabled: true, restartAttemptPeriod: 59 } })],
  [
    'at most 50 ignored exit codes',
    bridge,
    having({ restartPolicy: { enabled: true, ignoredExitCodes: Array.from({ length: 51 }, (_, at) => at) } }),
  ],
  [
    "Invalid port mapping name 'Web'.",
    bridge,
    having({ portMappings: [{ containerPort: 80, name: 'Web' }] }),
  ],
  [
    'cannot be exposed for multiple protocols',
    bridge,
    having({ portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] }),
  ],
  [
    'hostPort cannot be specified with containerPortRange.',
    bridge,
    having({ portMappings: [{ containerPortRange: '80-90', hostPort: 80 }] }),
  ],
  [
    'only supported with the bridge and awsvpc network modes',
    { ...bridge, networkMode: 'host' },
    having({ portMappings: [{ containerPortRange: '80-90' }] }),
  ],
  [
    'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    { ...bridge, networkMode: 'awsvpc' },
    having({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
  ],
  [
    "TCP host port '3000' is mapped multiple times in task.",
    bridge,
    having({
      portMappings: [
        { containerPort: 1, hostPort: 3000 },
        { containerPort: 2, hostPort: 3000 },
      ],
    }),
  ],
  [
    'Port mappings are not supported when networkMode=none.',
    { ...bridge, networkMode: 'none' },
    having({ portMappings: [{ containerPort: 80 }] }),
  ],
  [
    'Links are not supported when networkMode=host.',
    { ...bridge, networkMode: 'host' },
    having({ links: ['b'] }, b),
  ],
  [
    'hostname is not supported on container when networkMode=awsvpc.',
    { ...bridge, networkMode: 'awsvpc' },
    having({ hostname: 'h' }),
  ],
  [
    'Extra hosts are not supported',
    { ...bridge, networkMode: 'awsvpc' },
    having({ extraHosts: [{ hostname: 'h', ipAddress: '1.1.1.1' }] }),
  ],
  [
    'not supported for external instances',
    { ...bridge, networkMode: 'awsvpc' },
    { requiresCompatibilities: ['EXTERNAL'] },
  ],
  [
    "Unknown volume 'data'.",
    bridge,
    having({ mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
  ],
  [
    'MountPoint.containerPath should not be null',
    { ...bridge, volumes: [{ name: 'data' }] },
    having({ mountPoints: [{ sourceVolume: 'data' }] }),
  ],
  ["Unknown container 'x' in volumesFrom.", bridge, having({ volumesFrom: [{ sourceContainer: 'x' }] })],
  ["Volume name 'a b' contains invalid characters.", bridge, { volumes: [{ name: 'a b' }] }],
  [
    'can have only one of: host, efsVolumeConfiguration.',
    bridge,
    {
      volumes: [{ name: 'v', host: { sourcePath: '/v' }, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }],
    },
  ],
  [
    'autoprovision is only supported with the shared scope',
    bridge,
    { volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task', autoprovision: true } }] },
  ],
  [
    'transit encryption must be enabled',
    bridge,
    {
      volumes: [
        {
          name: 'v',
          efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
        },
      ],
    },
  ],
  [
    'rootDirectory must be omitted',
    bridge,
    {
      volumes: [
        {
          name: 'v',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-1',
            rootDirectory: '/x',
            transitEncryption: 'ENABLED',
            authorizationConfig: { accessPointId: 'fsap-1' },
          },
        },
      ],
    },
  ],
  [
    'at most one volume that is configured at launch',
    bridge,
    {
      volumes: [
        { name: 'v', configuredAtLaunch: true },
        { name: 'w', configuredAtLaunch: true },
      ],
    },
  ],
  ['between 21 and 200', bridge, { ephemeralStorage: { sizeInGiB: 20 } }],
  [
    'Log driver awslogs requires options: awslogs-region, awslogs-group',
    bridge,
    awslogs({ 'awslogs-group': 'g' }),
  ],
  ['awslogs-stream-prefix when launch type is FARGATE', fargate, awslogs(group)],
  [
    'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    fargate,
    awslogs({ ...group, 'awslogs-stream-prefix': 'p' }),
  ],
  ['Fargate only supports network mode ‘awsvpc’.', fargate, { networkMode: 'bridge' }],
  ["Fargate requires that 'cpu' be defined at the task level.", fargate, { cpu: undefined }],
  ["Fargate requires that 'memory' be defined at the task level.", fargate, { memory: undefined }],
  ["Invalid 'cpu' setting for task.", fargate, { cpu: '300' }],
  ['No Fargate configuration exists for given values.', fargate, { memory: '1536' }],
  ['No Fargate configuration exists for given values.', fargate, { cpu: '512', memory: '512' }],
  [
    'No Fargate configuration exists for given values.',
    fargate,
    { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
  ],
  ['Fargate does not support privileged.', fargate, having({ privileged: true })],
  ['Fargate does not support disableNetworking.', fargate, having({ disableNetworking: true })],
  ['Fargate does not support gpu.', fargate, having({ resourceRequirements: [{ type: 'GPU', value: '1' }] })],
  ['Fargate does not support dnsServers.', fargate, having({ dnsServers: ['1.1.1.1'] })],
  [
    'Fargate does not support devices.',
    fargate,
    having({ linuxParameters: { devices: [{ hostPath: '/d' }] } }),
  ],
  ['adding capabilities', fargate, having({ linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } })],
  ['Fargate does not support maxSwap.', fargate, having({ linuxParameters: { maxSwap: 1 } })],
  [
    'json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]',
    fargate,
    having({ logConfiguration: { logDriver: 'json-file' } }),
  ],
  ['stopTimeout must be between 2 and 120', fargate, having({ stopTimeout: 121 })],
  ['Fargate does not support ipcMode.', fargate, { ipcMode: 'host' }],
  ['Fargate does not support pidMode host.', fargate, { pidMode: 'host' }],
  [
    'Fargate does not support placementConstraints.',
    fargate,
    { placementConstraints: [{ type: 'memberOf' }] },
  ],
  [
    'host.sourcePath should not be set for volumes in Fargate.',
    fargate,
    { volumes: [{ name: 'v', host: { sourcePath: '/v' } }] },
  ],
  [
    'Fargate does not support dockerVolumeConfiguration.',
    fargate,
    { volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task' } }] },
  ],
]

const shared = account()

describe('registering', () => {
  it.each(refusals)('is refused: %s', async (said, base, change) => {
    const input = { ...base, ...change } as RegisterTaskDefinitionCommandInput
    const answer = shared.ecs.send(new RegisterTaskDefinitionCommand(input))
    await expect(answer).rejects.toMatchObject({
      name: 'ClientException',
      message: expect.stringContaining(said) as string,
    })
  })

  it.each([
    ['the least of each', bridge],
    ['the least of Fargate', fargate],
    [
      'Fargate in units of its own, with everything it takes',
      {
        ...fargate,
        cpu: '.5 vCPU',
        memory: '4 GB',
        executionRoleArn: 'ecsTaskExecutionRole',
        pidMode: 'task',
        volumes: [{ name: 'v' }, { name: 'w', host: {} }],
        containerDefinitions: [
          {
            name: 'a',
            image: `i@sha256:${'a'.repeat(64)}`,
            dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }],
            mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }],
            volumesFrom: [{ sourceContainer: 'b' }],
            portMappings: [{ containerPort: 80, hostPort: 80 }],
            logConfiguration: { logDriver: 'awslogs', options: { ...group, 'awslogs-stream-prefix': 'p' } },
          },
          {
            name: 'b',
            image: 'i',
            healthCheck: { command: ['CMD', 'true'] },
            linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
          },
        ],
      },
    ],
    [
      'dynamic ports twice, and an access point',
      {
        ...bridge,
        ...having({
          portMappings: [
            { containerPort: 1 },
            { containerPort: 2, hostPort: 0 },
            { containerPortRange: '80-90' },
          ],
        }),
        volumes: [
          {
            name: 'v',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-1',
              transitEncryption: 'ENABLED',
              authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
            },
          },
        ],
      },
    ],
  ] as [string, Definition][])('takes %s', async (_what, definition) => {
    const input = definition as RegisterTaskDefinitionCommandInput
    const { taskDefinition } = await shared.ecs.send(new RegisterTaskDefinitionCommand(input))
    expect(taskDefinition?.status).toBe('ACTIVE')
  })

  it('with a wrong type is refused before anything is looked at', async () => {
    const input = { ...bridge, containerDefinitions: [{ name: 'a', image: 'i', memory: '64' }] } as never
    await expect(shared.ecs.send(new RegisterTaskDefinitionCommand(input))).rejects.toMatchObject({
      name: 'SerializationException',
    })
  })
})

describe('a revision', () => {
  const taskDefinition = 'newsletter:4'

  it('is deregistered once, stays to be described, and deploys no more', async () => {
    const { ecs, advance } = account()
    const deregister = new DeregisterTaskDefinitionCommand({ taskDefinition })
    const first = await ecs.send(deregister)
    expect(first.taskDefinition).toMatchObject({ status: 'INACTIVE', deregisteredAt: new Date(realNow()) })
    advance('PT1H')
    expect((await ecs.send(deregister)).taskDefinition?.deregisteredAt).toEqual(new Date(realNow()))
    const { taskDefinitionArns } = await ecs.send(
      new ListTaskDefinitionsCommand({ familyPrefix: 'newsletter', status: 'INACTIVE', sort: 'DESC' }),
    )
    expect(taskDefinitionArns?.[0]).toMatch(/newsletter:4$/)
    const update = new UpdateServiceCommand({ cluster: 'platform', service: 'web', taskDefinition })
    await expect(ecs.send(update)).rejects.toThrow('TaskDefinition not found.')
  })

  it('is deleted only when INACTIVE, and is gone after a while', async () => {
    const { ecs, advance } = account()
    const { taskDefinitions, failures } = await ecs.send(
      new DeleteTaskDefinitionsCommand({
        taskDefinitions: ['newsletter:1', taskDefinition, 'newsletter', 'x:1'],
      }),
    )
    expect(taskDefinitions).toMatchObject([{ revision: 1, status: 'DELETE_IN_PROGRESS' }])
    expect(failures?.map(({ reason }) => reason)).toEqual([
      'TASK_DEFINITION_STATE_INVALID',
      'MISSING',
      'MISSING',
    ])
    const ask = new DescribeTaskDefinitionCommand({ taskDefinition: 'newsletter:1' })
    expect((await ecs.send(ask)).taskDefinition?.deleteRequestedAt).toBeInstanceOf(Date)
    await expect(
      ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: 'newsletter:1' })),
    ).rejects.toThrow('does not exist')
    advance('PT2M')
    await expect(ecs.send(ask)).rejects.toThrow('Unable to describe task definition.')
  })

  it('that runs is deleted when it runs no more', async () => {
    const { ecs, advance } = account()
    const { taskDefinition: copy } = await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: 'worker:1' }),
    )
    await ecs.send(new RegisterTaskDefinitionCommand(copy as RegisterTaskDefinitionCommandInput))
    await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: 'worker:1' }))
    await ecs.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: ['worker:1'] }))
    const ask = new DescribeTaskDefinitionCommand({ taskDefinition: 'worker:1' })
    advance('PT5M')
    expect((await ecs.send(ask)).taskDefinition?.status).toBe('DELETE_IN_PROGRESS')
    await ecs.send(
      new UpdateServiceCommand({ cluster: 'platform', service: 'worker', taskDefinition: 'worker:2' }),
    )
    advance('PT20M')
    await expect(ecs.send(ask)).rejects.toThrow('Unable to describe')
  })

  it.each([
    ['InvalidParameterException', new DeregisterTaskDefinitionCommand({ taskDefinition: 'web' })],
    ['ClientException', new DeregisterTaskDefinitionCommand({ taskDefinition: 'web:99' })],
    ['InvalidParameterException', new DeleteTaskDefinitionsCommand({ taskDefinitions: [] })],
    [
      'InvalidParameterException',
      new DeleteTaskDefinitionsCommand({
        taskDefinitions: Array.from({ length: 11 }, (_, at) => `web:${at}`),
      }),
    ],
  ])('is refused with %s', async (name, command) => {
    await expect(shared.ecs.send(command as never)).rejects.toMatchObject({ name })
  })
})
