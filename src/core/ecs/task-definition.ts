/** A revision of a task definition as the console sees it. It never changes. CPU in units (1024 = 1 vCPU), memory in MiB. */
export interface PortMapping {
  name?: string
  containerPort?: number
  /** 0 or absent with bridge: a port is chosen at start. */
  hostPort?: number
  /** `tcp` or `udp`. */
  protocol: string
  appProtocol?: string
  containerPortRange?: string
}

export interface HealthCheck {
  command: string[]
  intervalSeconds: number
  timeoutSeconds: number
  retries: number
  startPeriodSeconds?: number
}

export interface ContainerDefinition {
  name: string
  image: string
  essential: boolean
  cpu: number
  memory?: number
  memoryReservation?: number
  portMappings: PortMapping[]
  healthCheck?: HealthCheck
  command: string[]
  entryPoint: string[]
  logConfiguration?: { logDriver: string; options: Record<string, string> }
  mountPoints: { sourceVolume?: string; containerPath?: string; readOnly: boolean }[]
  dependsOn: { containerName: string; condition: string }[]
  startTimeoutSeconds?: number
  stopTimeoutSeconds?: number
}

export interface Volume {
  name: string
  /** For a folder of the container instance. */
  hostPath?: string
  /** For EFS. */
  fileSystemId?: string
  /** For a Docker volume. */
  driver?: string
}

export interface TaskDefinition {
  arn: string
  family: string
  revision: number
  status: string
  /** bridge, host, awsvpc, none; `bridge` where AWS leaves it out. */
  networkMode: string
  requiresCompatibilities: string[]
  compatibilities: string[]
  cpu?: string
  memory?: string
  taskRoleArn?: string
  executionRoleArn?: string
  cpuArchitecture?: string
  operatingSystemFamily?: string
  containers: ContainerDefinition[]
  volumes: Volume[]
  placementConstraints: { type: string; expression?: string }[]
  registeredAt?: number
  registeredBy?: string
  tags: Record<string, string>
}
