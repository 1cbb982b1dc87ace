/** Short ways to write what scenarios are made of: a Region's network, clusters with instances, one-container task definitions. */
import type { ContainerDefinition, KeyValuePair } from '@aws-sdk/client-ecs'
import { createSecurityGroup } from '../engine/ec2/build.ts'
import { setDesiredCapacity } from '../engine/ecs/auto-scaling.ts'
import { type NewService, createService } from '../engine/ecs/services.ts'
import { registerTaskDefinition } from '../engine/ecs/task-definitions.ts'
import { defaultNetwork } from '../engine/elb/build.ts'
import { regionOf } from '../world/create.ts'
import type { ClusterRecord, ServiceRecord, Tags, TaskDefinitionRecord } from '../world/ecs-tables.ts'
import type { LoadBalancerRecord } from '../world/elb-tables.ts'
import { arn, uuid } from '../world/ids.ts'
import type { RegionTables, World } from '../world/world.ts'

/** A Region to build in, with its default VPC. */
export interface Site {
  world: World
  region: RegionTables
  vpcId: string
  /** One a zone: a, b, c. */
  subnets: LoadBalancerRecord['subnets']
  /** For tasks with their own network interface. */
  network: NonNullable<NewService['networkConfiguration']>
}

/** The default VPC of a Region: three subnets of 16,384 addresses, one a zone. */
export function siteIn(world: World, regionName: string): Site {
  const region = regionOf(world, regionName)
  const { vpcId, subnets } = defaultNetwork(world, regionName)
  for (const [index, { subnetId, availabilityZone }] of subnets.entries()) {
    region.subnets[subnetId] = {
      subnetId,
      vpcId,
      availabilityZone,
      base: `10.0.${index * 64}.0`,
      nextHost: 4,
    }
  }
  const securityGroup = `sg-0${vpcId.slice(5).split('').toReversed().join('')}`
  createSecurityGroup(world, regionName, { groupId: securityGroup, groupName: 'tasks', vpcId })
  return {
    world,
    region,
    vpcId,
    subnets,
    network: {
      awsvpcConfiguration: {
        subnets: subnets.map((subnet) => subnet.subnetId),
        securityGroups: [securityGroup],
        assignPublicIp: 'DISABLED',
      },
    },
  }
}

/** A cluster; `capacityProviders` are FARGATE ones or those of addGroup. */
export function addCluster(
  { world, region }: Site,
  name: string,
  options: { capacityProviders?: string[]; containerInsights?: string; tags?: Tags } = {},
): ClusterRecord {
  const clusterArn = arn(world, 'ecs', region.name, `cluster/${name}`)
  const cluster: ClusterRecord = {
    clusterArn,
    clusterName: name,
    status: 'ACTIVE',
    capacityProviders: options.capacityProviders ?? [],
    defaultCapacityProviderStrategy: [],
    settings: { containerInsights: options.containerInsights ?? 'disabled' },
    createdAt: world.now,
    tags: options.tags ?? {},
  }
  region.ecs.clusters[clusterArn] = cluster
  return cluster
}

/** An Auto Scaling group of `size` instances (at most twice as many) that join the cluster, and its capacity provider. */
export function addGroup(
  { world, region, subnets }: Site,
  cluster: ClusterRecord,
  options: { instanceType: string; size: number; tags?: Tags },
): void {
  const name = `${cluster.clusterName}-nodes`
  const groupArn = arn(
    world,
    'autoscaling',
    region.name,
    `autoScalingGroup:${uuid(world)}:autoScalingGroupName/${name}`,
  )
  const group = {
    name,
    arn: groupArn,
    minSize: 1,
    maxSize: options.size * 2,
    desiredCapacity: 0,
    availabilityZones: subnets.map((subnet) => subnet.availabilityZone),
    instanceType: options.instanceType,
    createdAt: world.now,
    clusterArn: cluster.clusterArn,
    instances: {},
    tags: options.tags ?? {},
  }
  region.autoScalingGroups[name] = group
  const provider = `${cluster.clusterName}-ec2`
  region.ecs.capacityProviders[provider] = {
    capacityProviderArn: arn(world, 'ecs', region.name, `capacity-provider/${provider}`),
    name: provider,
    status: 'ACTIVE',
    autoScalingGroupArn: groupArn,
    managedScaling: { status: 'DISABLED', targetCapacity: 100 },
    tags: options.tags ?? {},
  }
  cluster.capacityProviders.push(provider)
  setDesiredCapacity(world, region, group, options.size)
}

/** A task definition of one container named after its family. */
export interface OneContainer {
  family: string
  /** Reference without registry, e.g. `shop/web:1.4.0`; names with a dot before the first slash are used as they are. */
  image: string
  cpu: number
  memory: number
  port?: number
  /** Static host port; without it Docker chooses one (bridge). */
  hostPort?: number
  networkMode?: 'bridge' | 'host' | 'awsvpc'
  environment?: Record<string, string>
  container?: Partial<ContainerDefinition>
  volumes?: { name: string; sourcePath: string; containerPath: string }[]
  tags?: Tags
}

/** Image reference in the account's own registry. */
export function imageOf({ world, region }: Site, image: string): string {
  return image.split('/')[0]?.includes('.')
    ? image
    : `${world.accountId}.dkr.ecr.${region.name}.amazonaws.com/${image}`
}

/** Registers the next revision of a one-container family. Tasks in awsvpc mode run on Fargate. */
export function addDefinition(site: Site, one: OneContainer): TaskDefinitionRecord {
  const { world, region } = site
  const fargate = one.networkMode === 'awsvpc'
  const role = (name: string): string => `arn:aws:iam::${world.accountId}:role/${name}`
  return registerTaskDefinition(
    world,
    region,
    {
      family: one.family,
      networkMode: one.networkMode ?? 'bridge',
      requiresCompatibilities: [fargate ? 'FARGATE' : 'EC2'],
      executionRoleArn: role('ecsTaskExecutionRole'),
      taskRoleArn: role(`${one.family}-task`),
      ...(fargate ? { cpu: String(one.cpu), memory: String(one.memory) } : {}),
      containerDefinitions: [containerOf(site, one)],
      volumes: (one.volumes ?? []).map(({ name, sourcePath }) => ({ name, host: { sourcePath } })),
    },
    { tags: one.tags ?? {} },
  )
}

function containerOf(site: Site, one: OneContainer): ContainerDefinition {
  const environment: KeyValuePair[] = Object.entries(one.environment ?? {}).map(([name, value]) => ({
    name,
    value,
  }))
  return {
    name: one.family,
    image: imageOf(site, one.image),
    cpu: one.cpu,
    memory: one.memory,
    essential: true,
    environment,
    portMappings:
      one.port === undefined
        ? []
        : [{ containerPort: one.port, hostPort: one.hostPort ?? 0, protocol: 'tcp' as const }],
    mountPoints: (one.volumes ?? []).map(({ name, containerPath }) => ({
      sourceVolume: name,
      containerPath,
    })),
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': `/ecs/${one.family}`,
        'awslogs-region': site.region.name,
        'awslogs-stream-prefix': 'ecs',
      },
    },
    ...one.container,
  }
}

/** Creates a service of a definition, behind `targetGroupArn` when given. */
export function addService(
  site: Site,
  cluster: ClusterRecord,
  definition: TaskDefinitionRecord,
  options: Partial<NewService> & { targetGroupArn?: string },
): ServiceRecord {
  const { targetGroupArn, ...rest } = options
  const fargate = definition.definition.networkMode === 'awsvpc'
  const [container] = definition.definition.containerDefinitions
  const containerPort = container?.portMappings?.[0]?.containerPort
  return createService(site.world, site.region, {
    clusterArn: cluster.clusterArn,
    serviceName: definition.family,
    taskDefinitionArn: definition.taskDefinitionArn,
    desiredCount: 1,
    ...(rest.capacityProviderStrategy ? {} : { launchType: fargate ? 'FARGATE' : 'EC2' }),
    propagateTags: 'SERVICE',
    ...(fargate ? { networkConfiguration: site.network } : {}),
    ...(targetGroupArn === undefined
      ? {}
      : { loadBalancers: [{ targetGroupArn, containerName: container?.name, containerPort }] }),
    ...rest,
  })
}
