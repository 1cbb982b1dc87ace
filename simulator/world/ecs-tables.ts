/** ECS as plain tables. Field names are AWS's own; times are ms since the epoch; nested shapes are the SDK's where they hold no times. */
import type {
  CapacityProviderStrategyItem,
  ContainerDefinition,
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  PlacementConstraint,
  PlacementStrategy,
  RegisterTaskDefinitionRequest,
  ServiceConnectConfiguration,
  ServiceVolumeConfiguration,
} from '@aws-sdk/client-ecs'

export type Tags = Record<string, string>

export interface ClusterRecord {
  clusterArn: string
  clusterName: string
  status: 'ACTIVE' | 'PROVISIONING' | 'DEPROVISIONING' | 'FAILED' | 'INACTIVE'
  capacityProviders: string[]
  defaultCapacityProviderStrategy: CapacityProviderStrategyItem[]
  /** Setting name → value, e.g. containerInsights → enabled. */
  settings: Record<string, string>
  createdAt: number
  tags: Tags
}

export interface CapacityProviderRecord {
  capacityProviderArn: string
  name: string
  status: 'ACTIVE' | 'INACTIVE'
  autoScalingGroupArn?: string
  managedScaling?: { status: 'ENABLED' | 'DISABLED'; targetCapacity: number }
  tags: Tags
}

/** A bound host port on a container instance. */
export interface PortUse {
  port: number
  protocol: 'tcp' | 'udp'
  taskArn: string
  /** Chosen by Docker when the container started; AWS does not list these among an instance's reserved ports. */
  dynamic: boolean
}

export interface ContainerInstanceRecord {
  containerInstanceArn: string
  clusterArn: string
  ec2InstanceId: string
  privateIp: string
  availabilityZone: string
  instanceType: string
  status: 'ACTIVE' | 'DRAINING' | 'REGISTERING' | 'DEREGISTERING' | 'INACTIVE'
  agentConnected: boolean
  /** When the agent last lost its connection or got it back; absent before it first lost it. */
  agentChangedAt?: number
  agentVersion: string
  dockerVersion: string
  agentUpdateStatus?: string
  /** CPU units and MiB. */
  registered: { cpu: number; memory: number }
  remaining: { cpu: number; memory: number }
  ports: PortUse[]
  attributes: Record<string, string>
  capacityProviderName?: string
  registeredAt: number
  version: number
  tags: Tags
}

export interface TaskDefinitionRecord {
  taskDefinitionArn: string
  family: string
  revision: number
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS'
  /** Exactly what was registered, defaults filled in as AWS returns them. */
  definition: RegisterTaskDefinitionRequest & { containerDefinitions: ContainerDefinition[] }
  registeredAt: number
  deregisteredAt?: number
  deleteRequestedAt?: number
  registeredBy: string
  /** Set when a call registered it; the others are the scenario's. */
  byCall?: true
  tags: Tags
}

export type TaskLastStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED'
  | 'DELETED'

export type TaskStopCode =
  | 'TaskFailedToStart'
  | 'EssentialContainerExited'
  | 'UserInitiated'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption'
  | 'TerminationNotice'

export interface ContainerRecord {
  containerArn: string
  name: string
  image: string
  imageDigest?: string
  runtimeId?: string
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  exitCode?: number
  reason?: string
  healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  startedAt?: number
  stoppedAt?: number
  networkBindings: { containerPort: number; hostPort: number; protocol: 'tcp' | 'udp'; bindIP: string }[]
  cpu: number
  memory?: number
  memoryReservation?: number
}

export interface TaskRecord {
  taskArn: string
  clusterArn: string
  taskDefinitionArn: string
  containerInstanceArn?: string
  /** `service:<name>` for service tasks, else `family:<family>` or the caller's own. */
  group: string
  serviceArn?: string
  /** Id of the service deployment (`ecs-svc/…`) that started it; also its startedBy. */
  deploymentId?: string
  startedBy?: string
  launchType: 'EC2' | 'FARGATE' | 'EXTERNAL'
  capacityProviderName?: string
  platformVersion?: string
  availabilityZone?: string
  lastStatus: TaskLastStatus
  desiredStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  stopCode?: TaskStopCode
  stoppedReason?: string
  containers: ContainerRecord[]
  /** awsvpc only. */
  network?: {
    eniId: string
    attachmentId: string
    subnetId: string
    privateIp: string
    macAddress: string
    securityGroups: string[]
  }
  /** CPU units and MiB the task holds on its instance (or its Fargate size). */
  cpu: number
  memory: number
  enableExecuteCommand: boolean
  /** True once it ran and passed every health check it has: a later end is no failure of its deployment. */
  provedHealthy?: boolean
  /** True once its containers are registered in the service's target groups. */
  inTargetGroups?: boolean
  version: number
  createdAt: number
  connectedAt?: number
  pullStartedAt?: number
  pullStoppedAt?: number
  startedAt?: number
  stoppingAt?: number
  executionStoppedAt?: number
  stoppedAt?: number
  tags: Tags
}

/** A member of `service.deployments` (rolling): the primary and those it replaces. */
export interface DeploymentRecord {
  /** `ecs-svc/<digits>`. */
  id: string
  status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE'
  taskDefinitionArn: string
  desiredCount: number
  failedTasks: number
  rolloutState: 'COMPLETED' | 'IN_PROGRESS' | 'FAILED'
  rolloutStateReason: string
  createdAt: number
  updatedAt: number
  serviceDeploymentArn: string
  serviceRevisionArn: string
  isRollback: boolean
  /** Set when the circuit breaker gave it up without a deployment to go back to: no more tasks are launched. */
  stalled?: boolean
}

export interface ServiceEventRecord {
  id: string
  createdAt: number
  message: string
}

export interface ServiceRecord {
  serviceArn: string
  serviceName: string
  clusterArn: string
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  schedulingStrategy: 'REPLICA' | 'DAEMON'
  launchType?: 'EC2' | 'FARGATE' | 'EXTERNAL'
  capacityProviderStrategy: CapacityProviderStrategyItem[]
  platformVersion?: string
  desiredCount: number
  taskDefinitionArn: string
  deploymentConfiguration: DeploymentConfiguration & { minimumHealthyPercent: number; maximumPercent: number }
  deployments: DeploymentRecord[]
  loadBalancers: LoadBalancer[]
  networkConfiguration?: NetworkConfiguration
  /** Both are kept and shown; they make no proxies and no volumes. */
  serviceConnectConfiguration?: ServiceConnectConfiguration
  volumeConfigurations?: ServiceVolumeConfiguration[]
  placementConstraints: PlacementConstraint[]
  placementStrategy: PlacementStrategy[]
  healthCheckGracePeriodSeconds: number
  /** DISABLED when absent. It is kept and shown; tasks are not moved by it. */
  availabilityZoneRebalancing?: 'ENABLED' | 'DISABLED'
  enableECSManagedTags: boolean
  enableExecuteCommand: boolean
  propagateTags: 'NONE' | 'SERVICE' | 'TASK_DEFINITION'
  /** Newest first, at most 100. */
  events: ServiceEventRecord[]
  createdAt: number
  createdBy: string
  /** When the scheduler next looks at this service; absent when nothing asks for it. */
  nextPassAt?: number
  /** The condition last announced that still holds. AWS repeats its event each 6 hours; see engine/ecs/service-events.ts. */
  standing?: { kind: 'steady' | 'waiting' | 'blocked'; message: string; at: number }
  /** Rounds of launches that ended early, in a row, and the moment before which no other is tried. */
  restarts?: { rounds: number; lastAt: number; notBefore: number }
  tags: Tags
}

export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOPPED'
  | 'STOP_REQUESTED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'

export interface ServiceDeploymentRecord {
  serviceDeploymentArn: string
  serviceArn: string
  clusterArn: string
  status: ServiceDeploymentStatus
  statusReason?: string
  createdAt: number
  startedAt?: number
  finishedAt?: number
  updatedAt: number
  sourceServiceRevisionArns: string[]
  targetServiceRevisionArn: string
  rollback?: { reason: string; startedAt: number; serviceRevisionArn: string }
  circuitBreaker: {
    status: 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED'
    failureCount: number
    threshold: number
  }
}

export interface ServiceRevisionRecord {
  serviceRevisionArn: string
  serviceArn: string
  clusterArn: string
  taskDefinitionArn: string
  createdAt: number
}

/** All ECS tables of one Region. Keys are ARNs unless said otherwise. */
export interface EcsTables {
  clusters: Record<string, ClusterRecord>
  /** By name. */
  capacityProviders: Record<string, CapacityProviderRecord>
  containerInstances: Record<string, ContainerInstanceRecord>
  taskDefinitions: Record<string, TaskDefinitionRecord>
  /** Next revision number by family. */
  nextRevision: Record<string, number>
  services: Record<string, ServiceRecord>
  serviceDeployments: Record<string, ServiceDeploymentRecord>
  serviceRevisions: Record<string, ServiceRevisionRecord>
  /** By client token of RunTask: what was asked for, as JSON, and the tasks that were started for it. */
  runTokens?: Record<string, { request: string; taskArns: string[] }>
  /** Stopped tasks stay for an hour, as in AWS. */
  tasks: Record<string, TaskRecord>
}
