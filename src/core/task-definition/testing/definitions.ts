/** Task definitions drawn by chance, with every kind of member, for the properties that hold for all of them. */
import * as fc from 'fast-check'
import type { ContainerDefinition, Definition, Volume } from '../definition.ts'

/** Few, so that two draws meet; some of them hurt what reads them. */
const name = fc.constantFrom('web', 'db', 'a', 'b-1', 'c_2', '10', '9')
const words = fc.oneof(
  fc.constantFrom(
    '',
    'plain',
    '${A}',
    '%{if}',
    '$',
    "it's",
    '"q"',
    '\\',
    '한글 €',
    '🚀',
    'a\nb\tc\r\n',
    '\u2028',
    '#{x}',
  ),
  fc.constantFrom(
    'true',
    'no',
    'null',
    '~',
    '012',
    '1e3',
    '0x1F',
    '1:30',
    '- a',
    '# a',
    '{{resolve:ssm:x}}',
    '`b`',
    '<<EOT',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed()),
)
const count = fc.integer({ min: 0, max: 70_000 })
const flag = fc.boolean()
const words3 = fc.array(words, { maxLength: 3 })
const map = fc.dictionary(fc.oneof(words, fc.constantFrom('name', 'host', 'awslogs-group', 'a.b/c')), words, {
  maxKeys: 3,
})
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 })
/** Each member is there or not. */
const some = <T>(model: { [Member in keyof T]: fc.Arbitrary<T[Member]> }): fc.Arbitrary<Partial<T>> =>
  fc.record<T, never>(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>
const pair = some({ name, value: words })

const container: fc.Arbitrary<ContainerDefinition> = some({
  name,
  image: words,
  repositoryCredentials: some({ credentialsParameter: words }),
  cpu: count,
  memory: count,
  memoryReservation: count,
  links: list(name),
  portMappings: list(
    some({
      containerPort: count,
      hostPort: count,
      protocol: fc.constantFrom('tcp', 'udp'),
      name,
      appProtocol: fc.constant('http'),
    }),
  ),
  essential: flag,
  restartPolicy: some({ enabled: flag, ignoredExitCodes: list(count), restartAttemptPeriod: count }),
  entryPoint: words3,
  command: words3,
  environment: list(pair),
  environmentFiles: list(some({ value: words, type: fc.constant('s3') })),
  mountPoints: list(some({ sourceVolume: name, containerPath: words, readOnly: flag })),
  volumesFrom: list(some({ sourceContainer: name, readOnly: flag })),
  linuxParameters: some({
    capabilities: some({ add: words3, drop: words3 }),
    devices: list(some({ hostPath: words, containerPath: words, permissions: words3 })),
    initProcessEnabled: flag,
    sharedMemorySize: count,
    tmpfs: list(some({ containerPath: words, size: count, mountOptions: words3 })),
    maxSwap: count,
    swappiness: count,
  }),
  secrets: list(some({ name, valueFrom: words })),
  dependsOn: list(some({ containerName: name, condition: fc.constantFrom('START', 'HEALTHY') })),
  startTimeout: count,
  stopTimeout: count,
  versionConsistency: fc.constantFrom('enabled', 'disabled'),
  hostname: words,
  user: words,
  workingDirectory: words,
  disableNetworking: flag,
  privileged: flag,
  readonlyRootFilesystem: flag,
  dnsServers: words3,
  dnsSearchDomains: words3,
  extraHosts: list(some({ hostname: name, ipAddress: words })),
  dockerSecurityOptions: words3,
  interactive: flag,
  pseudoTerminal: flag,
  dockerLabels: map,
  ulimits: list(some({ name: fc.constantFrom('nofile', 'core'), softLimit: count, hardLimit: count })),
  logConfiguration: some({
    logDriver: fc.constantFrom('awslogs', 'splunk'),
    options: map,
    secretOptions: list(some({ name, valueFrom: words })),
  }),
  healthCheck: some({ command: words3, interval: count, timeout: count, retries: count, startPeriod: count }),
  systemControls: list(some({ namespace: name, value: words })),
  resourceRequirements: list(some({ value: words, type: fc.constant('GPU') })),
  firelensConfiguration: some({ type: fc.constant('fluentbit'), options: map }),
  credentialSpecs: words3,
})

const volume: fc.Arbitrary<Volume> = some({
  name,
  host: some({ sourcePath: words }),
  dockerVolumeConfiguration: some({
    scope: fc.constantFrom('task', 'shared'),
    autoprovision: flag,
    driver: words,
    driverOpts: map,
    labels: map,
  }),
  efsVolumeConfiguration: some({
    fileSystemId: words,
    rootDirectory: words,
    transitEncryption: fc.constantFrom('ENABLED', 'DISABLED'),
    transitEncryptionPort: count,
    authorizationConfig: some({ accessPointId: words, iam: fc.constantFrom('ENABLED', 'DISABLED') }),
  }),
  fsxWindowsFileServerVolumeConfiguration: some({
    fileSystemId: words,
    rootDirectory: words,
    authorizationConfig: some({ credentialsParameter: words, domain: words }),
  }),
  configuredAtLaunch: flag,
})

export const definitions: fc.Arbitrary<Definition> = some({
  family: name,
  taskRoleArn: words,
  executionRoleArn: words,
  networkMode: fc.constantFrom('bridge', 'host', 'awsvpc', 'none'),
  containerDefinitions: list(container),
  volumes: list(volume),
  placementConstraints: list(some({ type: fc.constant('memberOf'), expression: words })),
  requiresCompatibilities: list(fc.constantFrom('EC2', 'FARGATE')),
  cpu: fc.constantFrom('256', '1 vCPU', '.5 vCPU'),
  memory: fc.constantFrom('512', '2 GB', '0.5GB'),
  tags: list(some({ key: name, value: words })),
  pidMode: fc.constantFrom('host', 'task'),
  ipcMode: fc.constantFrom('host', 'none'),
  proxyConfiguration: some({ type: fc.constant('APPMESH'), containerName: name, properties: list(pair) }),
  inferenceAccelerators: list(some({ deviceName: name, deviceType: words })),
  ephemeralStorage: some({ sizeInGiB: count }),
  runtimePlatform: some({
    cpuArchitecture: fc.constantFrom('X86_64', 'ARM64'),
    operatingSystemFamily: fc.constantFrom('LINUX', 'WINDOWS_SERVER_2022_CORE'),
  }),
  enableFaultInjection: flag,
})
