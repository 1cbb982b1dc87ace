/** Clusters of a copy, and what their tasks can run on. */
import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Instance,
} from '@aws-sdk/client-ec2'
import type {
  ContainerInstance,
  DescribeCapacityProvidersCommandInput,
  DescribeCapacityProvidersCommandOutput,
  DescribeClustersCommandInput,
  DescribeClustersCommandOutput,
  DescribeContainerInstancesCommandInput,
  DescribeContainerInstancesCommandOutput,
  Resource,
  Task,
} from '@aws-sdk/client-ecs'
import { addInstance } from '../../engine/ecs/ecs-index.ts'
import { standardAttributes } from '../../engine/ecs/requirements.ts'
import { regionOf } from '../../world/create.ts'
import type { ContainerInstanceRecord } from '../../world/ecs-tables.ts'
import type { World } from '../../world/world.ts'
import { answersOf, at, filled, type RecordedCall, tagMap } from './recorded.ts'

export function copyClusters(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeClustersCommandInput, DescribeClustersCommandOutput>(
    recorded,
    'ecs',
    'DescribeClusters',
  )
  for (const { region, output } of answers) {
    for (const given of output.clusters ?? []) {
      const { clusterArn = '', clusterName = '', capacityProviders = [] } = given
      if (given.status !== 'ACTIVE') continue
      regionOf(world, region).ecs.clusters[clusterArn] = {
        clusterArn,
        clusterName,
        status: 'ACTIVE',
        capacityProviders,
        defaultCapacityProviderStrategy: given.defaultCapacityProviderStrategy ?? [],
        settings: Object.fromEntries(
          (given.settings ?? []).map(({ name, value }) => [name ?? '', value ?? '']),
        ),
        createdAt: world.now,
        tags: tagMap(given.tags),
      }
    }
  }
}

/** Those of Auto Scaling groups; Fargate's own are everywhere. The groups themselves are not recorded. */
export function copyCapacityProviders(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeCapacityProvidersCommandInput, DescribeCapacityProvidersCommandOutput>(
    recorded,
    'ecs',
    'DescribeCapacityProviders',
  )
  for (const { region, output } of answers) {
    for (const given of output.capacityProviders ?? []) {
      const { name = '', capacityProviderArn = '', autoScalingGroupProvider: group } = given
      if (!group) continue
      regionOf(world, region).ecs.capacityProviders[name] = {
        capacityProviderArn,
        name,
        status: given.status === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
        ...(group.autoScalingGroupArn !== undefined && { autoScalingGroupArn: group.autoScalingGroupArn }),
        managedScaling: {
          // Nobody scales a group that is not there.
          status: 'DISABLED',
          targetCapacity: group.managedScaling?.targetCapacity ?? 100,
        },
        tags: tagMap(given.tags),
      }
    }
  }
}

/** `restarted`: tasks that are going to be started anew, so that what they hold there is free here. */
export function copyContainerInstances(
  world: World,
  recorded: readonly RecordedCall[],
  restarted: readonly Task[],
): void {
  const addresses = privateAddresses(recorded)
  const answers = answersOf<DescribeContainerInstancesCommandInput, DescribeContainerInstancesCommandOutput>(
    recorded,
    'ecs',
    'DescribeContainerInstances',
  )
  for (const { region, input, output } of answers) {
    const { ecs } = regionOf(world, region)
    const cluster = Object.values(ecs.clusters).find(({ clusterArn, clusterName }) =>
      [clusterArn, clusterName].includes(input.cluster ?? 'default'),
    )
    if (!cluster) continue
    for (const given of output.containerInstances ?? []) {
      const made = toInstance(world, cluster.clusterArn, given, addresses)
      for (const task of restarted) {
        if (task.containerInstanceArn !== made.containerInstanceArn) continue
        made.remaining.cpu += Number(task.cpu ?? 0)
        made.remaining.memory += Number(task.memory ?? 0)
      }
      addInstance(ecs, made)
    }
  }
}

const instanceDefaults = {
  containerInstanceArn: '',
  ec2InstanceId: '',
  agentConnected: true,
  versionInfo: {},
  attributes: [],
  registeredResources: [],
  version: 1,
} satisfies ContainerInstance

function toInstance(
  world: World,
  clusterArn: string,
  recorded: ContainerInstance,
  addresses: Map<string, string>,
): ContainerInstanceRecord {
  const given = filled<ContainerInstance, typeof instanceDefaults>(recorded, instanceDefaults)
  const attributes = Object.fromEntries(given.attributes.map(({ name = '', value = '' }) => [name, value]))
  const { agentVersion = '', dockerVersion = '' } = given.versionInfo
  return {
    containerInstanceArn: given.containerInstanceArn,
    clusterArn,
    ec2InstanceId: given.ec2InstanceId,
    privateIp: addresses.get(given.ec2InstanceId) ?? '',
    availabilityZone: attributes['ecs.availability-zone'] ?? '',
    instanceType: attributes['ecs.instance-type'] ?? '',
    status: given.status === 'DRAINING' ? 'DRAINING' : 'ACTIVE',
    agentConnected: given.agentConnected,
    agentVersion,
    dockerVersion,
    registered: sizeOf(given.registeredResources),
    remaining: sizeOf(given.remainingResources ?? given.registeredResources),
    // Whose ports those of other tasks are is not known.
    ports: [],
    // Its tasks ran there, whatever ECS calls what they needed.
    attributes: { ...Object.fromEntries(standardAttributes.map((name) => [name, ''])), ...attributes },
    ...(given.capacityProviderName !== undefined && { capacityProviderName: given.capacityProviderName }),
    registeredAt: at(given.registeredAt, world.now),
    version: given.version,
    tags: tagMap(given.tags),
  }
}

function sizeOf(resources: readonly Resource[] = []): { cpu: number; memory: number } {
  const amount = (wanted: string): number => resources.find(({ name }) => name === wanted)?.integerValue ?? 0
  return { cpu: amount('CPU'), memory: amount('MEMORY') }
}

function privateAddresses(recorded: readonly RecordedCall[]): Map<string, string> {
  return new Map(
    instancesIn(recorded).map(({ instance }) => [instance.InstanceId ?? '', instance.PrivateIpAddress ?? '']),
  )
}

/** Every EC2 instance that was described. */
export function instancesIn(recorded: readonly RecordedCall[]): { region: string; instance: Instance }[] {
  const answers = answersOf<DescribeInstancesCommandInput, DescribeInstancesCommandOutput>(
    recorded,
    'ec2',
    'DescribeInstances',
  )
  return answers.flatMap(({ region, output }) =>
    (output.Reservations ?? []).flatMap(({ Instances = [] }) =>
      Instances.map((instance) => ({ region, instance })),
    ),
  )
}
