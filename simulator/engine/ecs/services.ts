/** Creating and changing services, as CreateService and UpdateService do once their input is checked. */
import type {
  CapacityProviderStrategyItem,
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  PlacementConstraint,
  PlacementStrategy,
} from '@aws-sdk/client-ecs'
import type { ServiceRecord, Tags } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { idOf } from './arns.ts'
import { recordCounts } from './counts.ts'
import { beginDeployment } from './deployments.ts'
import { addService } from './ecs-index.ts'
import { requestPass } from './passes.ts'

export interface NewService {
  clusterArn: string
  serviceName: string
  taskDefinitionArn: string
  desiredCount: number
  schedulingStrategy?: 'REPLICA' | 'DAEMON'
  launchType?: 'EC2' | 'FARGATE'
  capacityProviderStrategy?: CapacityProviderStrategyItem[]
  deploymentConfiguration?: DeploymentConfiguration
  loadBalancers?: LoadBalancer[]
  networkConfiguration?: NetworkConfiguration
  placementConstraints?: PlacementConstraint[]
  placementStrategy?: PlacementStrategy[]
  /** Seconds. */
  healthCheckGracePeriodSeconds?: number
  enableExecuteCommand?: boolean
  propagateTags?: ServiceRecord['propagateTags']
  createdBy?: string
  tags?: Tags
}

/** Makes a service and its first deployment; tasks are started as time advances. */
export function createService(world: World, region: RegionTables, wanted: NewService): ServiceRecord {
  const service = serviceRecord(world, region, wanted)
  addService(region.ecs, service)
  beginDeployment(world, region, service)
  recordCounts(world, region, service)
  requestPass(world, region, service)
  return service
}

/** A service's record as CreateService fills in what is left out, without a deployment. */
export function serviceRecord(world: World, region: RegionTables, wanted: NewService): ServiceRecord {
  const { deploymentConfiguration, ...members } = wanted
  const service: ServiceRecord = {
    ...defaults(world),
    ...present(members),
    serviceArn: arn(world, 'ecs', region.name, `service/${idOf(wanted.clusterArn)}/${wanted.serviceName}`),
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: false, rollback: false },
      ...(wanted.schedulingStrategy === 'DAEMON' ? daemonLimits : replicaLimits),
      ...present(deploymentConfiguration ?? {}),
    },
  }
  const providers = service.capacityProviderStrategy.map((item) => item.capacityProvider ?? '')
  if (providers.length === 0) service.launchType ??= 'EC2'
  if (service.launchType === 'FARGATE' || providers.some((name) => name.startsWith('FARGATE'))) {
    service.platformVersion = 'LATEST'
  }
  return service
}

const replicaLimits = { minimumHealthyPercent: 100, maximumPercent: 200 }
const daemonLimits = { minimumHealthyPercent: 0, maximumPercent: 100 }

/** Members that were left out on the wire come as undefined: they must not hide defaults. */
function present<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: T[K] } = { ...given }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept as { [K in keyof T]: Exclude<T[K], undefined> }
}

type Required = 'clusterArn' | 'serviceName' | 'serviceArn' | 'taskDefinitionArn' | 'desiredCount'

function defaults(world: World): Omit<ServiceRecord, Required | 'deploymentConfiguration'> {
  return {
    status: 'ACTIVE',
    schedulingStrategy: 'REPLICA',
    capacityProviderStrategy: [],
    deployments: [],
    loadBalancers: [],
    placementConstraints: [],
    placementStrategy: [],
    healthCheckGracePeriodSeconds: 0,
    enableECSManagedTags: true,
    enableExecuteCommand: false,
    propagateTags: 'NONE',
    events: [],
    createdAt: world.now,
    createdBy: `arn:aws:iam::${world.accountId}:role/deployer`,
    tags: {},
  }
}

/** What UpdateService may change here; what is left out stays as it is. */
export interface ServiceChange {
  desiredCount?: number
  taskDefinitionArn?: string
  forceNewDeployment?: boolean
  deploymentConfiguration?: DeploymentConfiguration
  networkConfiguration?: NetworkConfiguration
  loadBalancers?: LoadBalancer[]
  placementConstraints?: PlacementConstraint[]
  placementStrategy?: PlacementStrategy[]
  capacityProviderStrategy?: CapacityProviderStrategyItem[]
  /** Seconds. */
  healthCheckGracePeriodSeconds?: number
  enableExecuteCommand?: boolean
  enableECSManagedTags?: boolean
  propagateTags?: ServiceRecord['propagateTags']
  platformVersion?: string
  availabilityZoneRebalancing?: ServiceRecord['availabilityZoneRebalancing']
  serviceConnectConfiguration?: ServiceRecord['serviceConnectConfiguration']
  volumeConfigurations?: ServiceRecord['volumeConfigurations']
}

/** Changes a service. Only some members start a deployment: a new desired count, for one, does not. */
export function updateService(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  change: ServiceChange,
): void {
  const deploys =
    change.forceNewDeployment === true ||
    (change.taskDefinitionArn !== undefined && change.taskDefinitionArn !== service.taskDefinitionArn) ||
    change.networkConfiguration !== undefined ||
    change.platformVersion !== undefined ||
    change.serviceConnectConfiguration !== undefined ||
    change.volumeConfigurations !== undefined ||
    change.loadBalancers !== undefined
  apply(service, change)
  if (deploys) beginDeployment(world, region, service)
  const [primary] = service.deployments
  if (primary && change.desiredCount !== undefined) {
    primary.desiredCount = change.desiredCount
    primary.updatedAt = world.now
  }
  recordCounts(world, region, service)
  requestPass(world, region, service)
}

function apply(service: ServiceRecord, change: ServiceChange): void {
  const { forceNewDeployment: _, deploymentConfiguration, ...members } = change
  for (const [key, value] of Object.entries(members)) {
    if (value !== undefined) Object.assign(service, { [key]: value })
  }
  if (!deploymentConfiguration) return
  const before = service.deploymentConfiguration
  service.deploymentConfiguration = {
    ...before,
    ...present(deploymentConfiguration),
  }
}
