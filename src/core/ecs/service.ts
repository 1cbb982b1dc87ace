/** A service as the console sees it. Times are ms since the epoch. */
export type RolloutState = 'COMPLETED' | 'IN_PROGRESS' | 'FAILED'

export interface Deployment {
  id: string
  status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE'
  taskDefinitionArn: string
  desiredCount: number
  runningCount: number
  pendingCount: number
  failedTasks: number
  rolloutState?: RolloutState
  rolloutStateReason?: string
  createdAt: number
  updatedAt: number
}

export interface ServiceEvent {
  id: string
  createdAt: number
  message: string
}

export interface ServiceLoadBalancer {
  targetGroupArn?: string
  loadBalancerName?: string
  containerName?: string
  containerPort?: number
  /** Rules whose weights ECS changes by itself while it deploys (blue/green, linear, canary): production, and test where there is one. */
  managedRuleArns?: string[]
}

export interface Service {
  arn: string
  name: string
  clusterArn: string
  status: string
  schedulingStrategy: 'REPLICA' | 'DAEMON'
  launchType?: string
  capacityProviderStrategy: { capacityProvider: string; weight: number; base: number }[]
  platformVersion?: string
  taskDefinitionArn: string
  desiredCount: number
  runningCount: number
  pendingCount: number
  minimumHealthyPercent?: number
  maximumPercent?: number
  circuitBreaker?: { enable: boolean; rollback: boolean }
  /** CloudWatch alarms that make a deployment fail. */
  deploymentAlarms?: { enable: boolean; rollback: boolean; names: string[] }
  deployments: Deployment[]
  /** Newest first, at most 100. */
  events: ServiceEvent[]
  loadBalancers: ServiceLoadBalancer[]
  subnets: string[]
  securityGroups: string[]
  assignPublicIp?: string
  placementConstraints: { type: string; expression?: string }[]
  placementStrategy: { type: string; field?: string }[]
  healthCheckGracePeriodSeconds?: number
  enableExecuteCommand: boolean
  /** Names of the port mappings that Service Connect uses; absent where no deployment of ECS is known. */
  serviceConnectPorts?: string[]
  /** Names of the volumes that the service configures at launch; absent where no deployment of ECS is known. */
  volumeConfigurations?: string[]
  /** True when VPC Lattice sends it requests. */
  hasLatticeTargets?: boolean
  /** The role that registers targets, of services from before the service-linked role. */
  role?: string
  createdAt?: number
  createdBy?: string
  tags: Record<string, string>
}
