/** An EC2 instance registered with a cluster. CPU in units (1024 = 1 vCPU), memory in MiB. */
export interface ContainerInstance {
  arn: string
  id: string
  clusterArn: string
  ec2InstanceId?: string
  status: string
  statusReason?: string
  agentConnected: boolean
  /** When the agent connected or went away, ms; absent where ECS does not say. */
  agentChangedAt?: number
  agentVersion?: string
  dockerVersion?: string
  agentUpdateStatus?: string
  runningTasks: number
  pendingTasks: number
  registeredCpu: number
  registeredMemory: number
  remainingCpu: number
  remainingMemory: number
  /** Host ports in use, reserved ones included. */
  tcpPortsInUse: number[]
  udpPortsInUse: number[]
  availabilityZone?: string
  instanceType?: string
  capacityProviderName?: string
  registeredAt?: number
  /** overallStatus of CONTAINER_INSTANCE_HEALTH. */
  healthStatus?: string
  attributes: Record<string, string>
  tags: Record<string, string>
}
