/** The Auto Scaling group behind a cluster: instances launch, register with ECS, and are drained before they go. */
import type { AutoScalingGroupRecord, AutoScalingInstanceRecord } from '../../world/auto-scaling-tables.ts'
import { hexId } from '../../world/ids.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { schedule } from '../schedule.ts'
import { idOf } from './arns.ts'
import { registerInstance, setInstanceStatus, terminateInstance } from './container-instances.ts'
import { instanceByEc2Id, tasksOnInstance } from './ecs-index.ts'
import { subnetOf, takeAddress } from './network.ts'

/** How long an instance takes from launch to a connected agent, in ms. */
const bootMs = 70_000
/** How often a draining instance is looked at before it is terminated, in ms. */
const drainCheckMs = 15_000

/** Changes a group's desired capacity within its limits; instances are launched or drained until it is met. */
export function setDesiredCapacity(
  world: World,
  region: RegionTables,
  group: AutoScalingGroupRecord,
  capacity: number,
): void {
  group.desiredCapacity = Math.min(group.maxSize, Math.max(group.minSize, capacity))
  const alive = Object.values(group.instances).filter(
    (one) => one.lifecycleState === 'Pending' || one.lifecycleState === 'InService',
  )
  for (let count = alive.length; count < group.desiredCapacity; count += 1) {
    launchInstance(world, region, group)
  }
  // The oldest go first, as with AWS's default termination policy for one launch template.
  for (const instance of alive.slice(0, alive.length - group.desiredCapacity)) {
    beginTermination(world, region, group, instance)
  }
}

/** Managed scaling, simply: one more instance when a task waits and none is on its way. */
export function growForWaitingTask(world: World, region: RegionTables, providerName: string): void {
  const provider = region.ecs.capacityProviders[providerName]
  if (provider?.managedScaling?.status !== 'ENABLED') return
  const group = groupOf(region, provider.autoScalingGroupArn)
  if (!group) return
  const booting = Object.values(group.instances).some((one) => one.lifecycleState === 'Pending')
  if (!booting) setDesiredCapacity(world, region, group, group.desiredCapacity + 1)
}

function groupOf(region: RegionTables, groupArn: string | undefined): AutoScalingGroupRecord | undefined {
  return Object.values(region.autoScalingGroups).find((group) => group.arn === groupArn)
}

function launchInstance(world: World, region: RegionTables, group: AutoScalingGroupRecord): void {
  const zones = group.availabilityZones
  const count = (zone: string): number =>
    Object.values(group.instances).filter((one) => one.availabilityZone === zone).length
  const availabilityZone = zones.reduce(
    (best, zone) => (count(zone) < count(best) ? zone : best),
    zones[0] ?? `${region.name}a`,
  )
  const instance: AutoScalingInstanceRecord = {
    instanceId: `i-0${hexId(world, 16)}`,
    availabilityZone,
    instanceType: group.instanceType,
    privateIp: takeAddress(region, subnetIn(region, availabilityZone)),
    lifecycleState: 'Pending',
    launchedAt: world.now,
  }
  group.instances[instance.instanceId] = instance
  schedule(world, Math.round(bootMs * (0.8 + 0.4 * nextRandom(world))), {
    kind: 'instance-booted',
    region: region.name,
    subject: group.name,
    data: { instanceId: instance.instanceId },
  })
}

function subnetIn(region: RegionTables, zone: string): ReturnType<typeof subnetOf> {
  const known = Object.values(region.subnets).find((subnet) => subnet.availabilityZone === zone)
  return known ?? subnetOf(region, `subnet-0${zone.replaceAll('-', '')}`)
}

function beginTermination(
  world: World,
  region: RegionTables,
  group: AutoScalingGroupRecord,
  instance: AutoScalingInstanceRecord,
): void {
  instance.lifecycleState = 'Terminating'
  const registered = instanceByEc2Id(region.ecs, instance.instanceId)
  if (registered) setInstanceStatus(world, region, registered, 'DRAINING')
  scheduleDrainCheck(world, region, group.name, instance.instanceId)
}

function scheduleDrainCheck(world: World, region: RegionTables, group: string, instanceId: string): void {
  schedule(world, drainCheckMs, {
    kind: 'instance-drained',
    region: region.name,
    subject: group,
    data: { instanceId },
  })
}

function onBooted(world: World, event: ScheduledEvent): void {
  const region = world.regions[event.region]
  const group = region?.autoScalingGroups[event.subject]
  const instance = group?.instances[String(event.data?.instanceId)]
  if (!region || !group || instance?.lifecycleState !== 'Pending') return
  instance.lifecycleState = 'InService'
  if (!group.clusterArn) return
  const provider = Object.values(region.ecs.capacityProviders).find(
    (one) => one.autoScalingGroupArn === group.arn,
  )
  registerInstance(world, region, {
    clusterArn: group.clusterArn,
    ec2InstanceId: instance.instanceId,
    privateIp: instance.privateIp,
    availabilityZone: instance.availabilityZone,
    instanceType: instance.instanceType,
    tags: { ...group.tags, Name: `${idOf(group.clusterArn)}-node` },
    ...(provider ? { capacityProviderName: provider.name } : {}),
  })
}

/** Terminates a draining instance once its service tasks are gone; looks again a little later while some remain. */
function onDrained(world: World, event: ScheduledEvent): void {
  const region = world.regions[event.region]
  const group = region?.autoScalingGroups[event.subject]
  const instance = group?.instances[String(event.data?.instanceId)]
  if (!region || !group || instance?.lifecycleState !== 'Terminating') return
  const registered = instanceByEc2Id(region.ecs, instance.instanceId)
  const tasks = registered ? [...tasksOnInstance(region.ecs, registered.containerInstanceArn)] : []
  if (tasks.some((task) => task.serviceArn && task.lastStatus !== 'STOPPED')) {
    scheduleDrainCheck(world, region, group.name, instance.instanceId)
    return
  }
  if (registered) terminateInstance(world, region, registered)
  instance.lifecycleState = 'Terminated'
}

export const autoScalingHandlers: Record<string, EventHandler> = {
  'instance-booted': onBooted,
  'instance-drained': onDrained,
}
