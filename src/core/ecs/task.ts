/** A task as the console sees it. Times are ms since the epoch. */
export interface Container {
  arn: string
  name: string
  image?: string
  imageDigest?: string
  runtimeId?: string
  lastStatus: string
  exitCode?: number
  reason?: string
  healthStatus?: string
  networkBindings: { containerPort?: number; hostPort?: number; protocol?: string; bindIP?: string }[]
  privateIps: string[]
  cpu?: string
  memory?: string
  memoryReservation?: string
}

export interface Task {
  arn: string
  id: string
  clusterArn: string
  taskDefinitionArn: string
  group: string
  /** From `group` when it is `service:<name>`. */
  serviceName?: string
  startedBy?: string
  launchType?: string
  capacityProviderName?: string
  platformVersion?: string
  availabilityZone?: string
  containerInstanceArn?: string
  lastStatus: string
  desiredStatus: string
  healthStatus?: string
  stopCode?: string
  stoppedReason?: string
  cpu?: string
  memory?: string
  privateIp?: string
  eniId?: string
  subnetId?: string
  macAddress?: string
  containers: Container[]
  enableExecuteCommand: boolean
  createdAt?: number
  connectivityAt?: number
  pullStartedAt?: number
  pullStoppedAt?: number
  startedAt?: number
  stoppingAt?: number
  executionStoppedAt?: number
  stoppedAt?: number
  tags: Record<string, string>
}
