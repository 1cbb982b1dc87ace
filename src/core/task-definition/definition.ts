/**
 * A task definition as it is registered: the writable members of RegisterTaskDefinition, spelled as AWS spells them, all of
 * them optional because it is still being written. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export interface Definition {
  family?: string
  taskRoleArn?: string
  executionRoleArn?: string
  /** bridge, host, awsvpc, none; absent means bridge on Linux. */
  networkMode?: string
  containerDefinitions?: ContainerDefinition[]
  volumes?: Volume[]
  placementConstraints?: { type?: string; expression?: string }[]
  /** EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES. */
  requiresCompatibilities?: string[]
  /** CPU units, or `1 vCPU`. */
  cpu?: string
  /** MiB, or `2 GB`. */
  memory?: string
  tags?: { key?: string; value?: string }[]
  pidMode?: string
  ipcMode?: string
  proxyConfiguration?: {
    type?: string
    containerName?: string
    properties?: { name?: string; value?: string }[]
  }
  inferenceAccelerators?: { deviceName?: string; deviceType?: string }[]
  ephemeralStorage?: { sizeInGiB?: number }
  runtimePlatform?: { cpuArchitecture?: string; operatingSystemFamily?: string }
  enableFaultInjection?: boolean
}

export interface NameValue {
  name?: string
  value?: string
}

export interface PortMapping {
  containerPort?: number
  /** 0 or absent with bridge: chosen at start. */
  hostPort?: number
  protocol?: string
  name?: string
  appProtocol?: string
  containerPortRange?: string
}

export interface ContainerDefinition {
  name?: string
  image?: string
  repositoryCredentials?: { credentialsParameter?: string }
  /** CPU units. */
  cpu?: number
  /** MiB. */
  memory?: number
  /** MiB. */
  memoryReservation?: number
  links?: string[]
  portMappings?: PortMapping[]
  /** Absent means true. */
  essential?: boolean
  restartPolicy?: { enabled?: boolean; ignoredExitCodes?: number[]; restartAttemptPeriod?: number }
  entryPoint?: string[]
  command?: string[]
  environment?: NameValue[]
  environmentFiles?: { value?: string; type?: string }[]
  mountPoints?: { sourceVolume?: string; containerPath?: string; readOnly?: boolean }[]
  volumesFrom?: { sourceContainer?: string; readOnly?: boolean }[]
  linuxParameters?: LinuxParameters
  secrets?: { name?: string; valueFrom?: string }[]
  dependsOn?: { containerName?: string; condition?: string }[]
  /** Seconds. */
  startTimeout?: number
  /** Seconds. */
  stopTimeout?: number
  versionConsistency?: string
  hostname?: string
  user?: string
  workingDirectory?: string
  disableNetworking?: boolean
  privileged?: boolean
  readonlyRootFilesystem?: boolean
  dnsServers?: string[]
  dnsSearchDomains?: string[]
  extraHosts?: { hostname?: string; ipAddress?: string }[]
  dockerSecurityOptions?: string[]
  interactive?: boolean
  pseudoTerminal?: boolean
  dockerLabels?: Record<string, string>
  ulimits?: { name?: string; softLimit?: number; hardLimit?: number }[]
  logConfiguration?: LogConfiguration
  healthCheck?: HealthCheck
  systemControls?: { namespace?: string; value?: string }[]
  resourceRequirements?: { value?: string; type?: string }[]
  firelensConfiguration?: { type?: string; options?: Record<string, string> }
  credentialSpecs?: string[]
}

export interface HealthCheck {
  command?: string[]
  /** Seconds; 30 when absent. */
  interval?: number
  /** Seconds; 5 when absent. */
  timeout?: number
  /** 3 when absent. */
  retries?: number
  /** Seconds; 0 when absent. */
  startPeriod?: number
}

export interface LogConfiguration {
  logDriver?: string
  options?: Record<string, string>
  secretOptions?: { name?: string; valueFrom?: string }[]
}

export interface LinuxParameters {
  capabilities?: { add?: string[]; drop?: string[] }
  devices?: { hostPath?: string; containerPath?: string; permissions?: string[] }[]
  initProcessEnabled?: boolean
  /** MiB. */
  sharedMemorySize?: number
  tmpfs?: { containerPath?: string; size?: number; mountOptions?: string[] }[]
  /** MiB. */
  maxSwap?: number
  swappiness?: number
}

/** A name and at most one kind of storage; a name alone is an empty folder that lives as long as the task. */
export interface Volume {
  name?: string
  host?: { sourcePath?: string }
  dockerVolumeConfiguration?: {
    scope?: string
    autoprovision?: boolean
    driver?: string
    driverOpts?: Record<string, string>
    labels?: Record<string, string>
  }
  efsVolumeConfiguration?: {
    fileSystemId?: string
    rootDirectory?: string
    transitEncryption?: string
    transitEncryptionPort?: number
    authorizationConfig?: { accessPointId?: string; iam?: string }
  }
  fsxWindowsFileServerVolumeConfiguration?: {
    fileSystemId?: string
    rootDirectory?: string
    authorizationConfig?: { credentialsParameter?: string; domain?: string }
  }
  s3filesVolumeConfiguration?: Record<string, unknown>
  configuredAtLaunch?: boolean
}
