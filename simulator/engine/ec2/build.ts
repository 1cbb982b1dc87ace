/** Makes instances outside Auto Scaling groups, Elastic IP addresses and security groups. Scenarios build with these. */
import { regionOf } from '../../world/create.ts'
import type {
  AddressRecord,
  InstanceRecord,
  SecurityGroupRecord,
  SecurityGroupRule,
} from '../../world/ec2-tables.ts'
import { hexId } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import type { World } from '../../world/world.ts'
import { subnetOf, takeAddress } from '../ecs/network.ts'
import { schedule } from '../schedule.ts'
import { scheduleVisits } from '../traffic/due.ts'

/** Lets everything out, as every new security group does. */
const EVERYTHING: SecurityGroupRule = {
  protocol: '-1',
  cidrIpv4: ['0.0.0.0/0'],
  cidrIpv6: [],
  groupIds: [],
  prefixListIds: [],
}

/** A rule for one TCP port; without sources it is open to all IPv4 addresses. */
export function allowTcp(
  port: number,
  from: Partial<Omit<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>> = { cidrIpv4: ['0.0.0.0/0'] },
): SecurityGroupRule {
  const nobody = { cidrIpv4: [], cidrIpv6: [], groupIds: [], prefixListIds: [] }
  return { protocol: 'tcp', fromPort: port, toPort: port, ...nobody, ...from }
}

export type SecurityGroupOptions = { groupName: string; vpcId: string } & Partial<
  Pick<SecurityGroupRecord, 'groupId' | 'description' | 'ingress' | 'egress' | 'tags'>
>

/** A security group; without rules it lets nothing in and everything out. */
export function createSecurityGroup(
  world: World,
  region: string,
  options: SecurityGroupOptions,
): SecurityGroupRecord {
  const made: SecurityGroupRecord = {
    groupId: options.groupId ?? `sg-0${hexId(world, 16)}`,
    groupName: options.groupName,
    description: options.description ?? options.groupName,
    vpcId: options.vpcId,
    ingress: options.ingress ?? [],
    egress: options.egress ?? [EVERYTHING],
    tags: options.tags ?? {},
  }
  regionOf(world, region).ec2.securityGroups[made.groupId] = made
  return made
}

export type InstanceOptions = { subnetId: string } & Partial<
  Pick<InstanceRecord, 'instanceType' | 'securityGroups' | 'listening' | 'tags'>
>

/** A running instance in a subnet. */
export function createInstance(world: World, region: string, options: InstanceOptions): InstanceRecord {
  const tables = regionOf(world, region)
  const subnet = subnetOf(tables, options.subnetId)
  const made: InstanceRecord = {
    instanceId: `i-0${hexId(world, 16)}`,
    instanceType: options.instanceType ?? 'm5.large',
    state: 'running',
    privateIp: takeAddress(tables, subnet),
    vpcId: subnet.vpcId,
    subnetId: subnet.subnetId,
    availabilityZone: subnet.availabilityZone,
    securityGroups: options.securityGroups ?? [],
    launchedAt: world.now,
    listening: options.listening ?? [],
    tags: options.tags ?? {},
  }
  tables.ec2.instances[made.instanceId] = made
  return made
}

/** Stops or starts an instance: what listened on it does so no more, or does again. */
export function setInstanceState(
  world: World,
  region: string,
  instanceId: string,
  state: InstanceRecord['state'],
): void {
  const instance = regionOf(world, region).ec2.instances[instanceId]
  if (!instance || instance.state === state) return
  instance.state = state
  if (state === 'running') instance.launchedAt = world.now
  journal(world, { type: 'effect', name: `instance-${state}`, region, subject: instanceId })
  for (const { port } of instance.listening) {
    for (const subject of [instanceId, instance.privateIp]) {
      schedule(world, 0, { kind: 'endpoint-changed', region, subject, data: { port } })
    }
  }
}

/** An Elastic IP address, of an instance when one is named. Without `publicIp` it is the next of 203.0.113.0/24. */
export function allocateAddress(
  world: World,
  region: string,
  options: { publicIp?: string; instanceId?: string; tags?: Record<string, string> } = {},
): AddressRecord {
  const { ec2 } = regionOf(world, region)
  const count = Object.values(world.regions).flatMap((one) => Object.keys(one.ec2.addresses)).length
  const made: AddressRecord = {
    allocationId: `eipalloc-0${hexId(world, 16)}`,
    publicIp: options.publicIp ?? `203.0.113.${10 + count}`,
    tags: options.tags ?? {},
  }
  const instance = ec2.instances[options.instanceId ?? '']
  if (instance) {
    made.association = {
      associationId: `eipassoc-0${hexId(world, 16)}`,
      instanceId: instance.instanceId,
      privateIp: instance.privateIp,
      networkInterfaceId: `eni-0${hexId(world, 16)}`,
    }
  }
  ec2.addresses[made.allocationId] = made
  scheduleVisits(world)
  return made
}

/** Gives an address back: it is no longer the account's. */
export function releaseAddress(world: World, region: string, allocationId: string): void {
  delete regionOf(world, region).ec2.addresses[allocationId]
  journal(world, { type: 'effect', name: 'address-released', region, subject: allocationId })
  scheduleVisits(world)
}
