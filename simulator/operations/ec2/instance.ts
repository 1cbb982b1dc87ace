/** Instances as EC2 describes them: those of Auto Scaling groups, and those that somebody started by hand. */
import type { Instance, InstanceStateName } from '@aws-sdk/client-ec2'
import type { AutoScalingGroupRecord, AutoScalingInstanceRecord } from '../../world/auto-scaling-tables.ts'
import type { InstanceRecord } from '../../world/ec2-tables.ts'
import { noise } from '../../world/random.ts'
import type { RegionTables } from '../../world/world.ts'
import { toTags } from './tags.ts'

const states: Record<AutoScalingInstanceRecord['lifecycleState'], { Code: number; Name: InstanceStateName }> =
  {
    Pending: { Code: 0, Name: 'pending' },
    InService: { Code: 16, Name: 'running' },
    Terminating: { Code: 32, Name: 'shutting-down' },
    Terminated: { Code: 48, Name: 'terminated' },
  }

const handStates: Record<InstanceRecord['state'], { Code: number; Name: InstanceStateName }> = {
  pending: { Code: 0, Name: 'pending' },
  running: { Code: 16, Name: 'running' },
  'shutting-down': { Code: 32, Name: 'shutting-down' },
  terminated: { Code: 48, Name: 'terminated' },
  stopping: { Code: 64, Name: 'stopping' },
  stopped: { Code: 80, Name: 'stopped' },
}

/** Every instance of a Region: those of groups in the order their groups were made, then those started by hand. */
export function instancesOf(region: RegionTables): Instance[] {
  const grouped = Object.values(region.autoScalingGroups).flatMap((group) =>
    Object.values(group.instances).map((instance) => described(instance, group, region)),
  )
  return [
    ...grouped,
    ...Object.values(region.ec2.instances).map((instance) => startedByHand(instance, region)),
  ]
}

function startedByHand(instance: InstanceRecord, region: RegionTables): Instance {
  const { securityGroups, addresses } = region.ec2
  const address = Object.values(addresses).find(
    ({ association }) => association?.instanceId === instance.instanceId,
  )
  const publicName =
    address && `ec2-${address.publicIp.replaceAll('.', '-')}.${region.name}.compute.amazonaws.com`
  return {
    InstanceId: instance.instanceId,
    ImageId: `ami-${hex(instance.instanceId)}`,
    InstanceType: instance.instanceType as NonNullable<Instance['InstanceType']>,
    State: handStates[instance.state],
    PrivateIpAddress: instance.privateIp,
    PrivateDnsName: privateName(instance.privateIp, region),
    PublicIpAddress: address?.publicIp,
    PublicDnsName: publicName ?? '',
    LaunchTime: new Date(instance.launchedAt),
    Placement: { AvailabilityZone: instance.availabilityZone, GroupName: '', Tenancy: 'default' },
    SubnetId: instance.subnetId,
    VpcId: instance.vpcId,
    SecurityGroups: instance.securityGroups.map((id) => ({
      GroupId: id,
      GroupName: securityGroups[id]?.groupName ?? id,
    })),
    ...SAME_FOR_ALL,
    Tags: toTags(instance.tags),
  }
}

const SAME_FOR_ALL: Partial<Instance> = {
  AmiLaunchIndex: 0,
  Monitoring: { State: 'disabled' },
  Architecture: 'x86_64',
  RootDeviceType: 'ebs',
  RootDeviceName: '/dev/xvda',
  VirtualizationType: 'hvm',
  Hypervisor: 'xen',
}

function privateName(ip: string, region: RegionTables): string {
  return `ip-${ip.replaceAll('.', '-')}.${region.name}.compute.internal`
}

function described(
  instance: AutoScalingInstanceRecord,
  group: AutoScalingGroupRecord,
  region: RegionTables,
): Instance {
  const subnet = Object.values(region.subnets).find(
    ({ availabilityZone }) => availabilityZone === instance.availabilityZone,
  )
  const tags = { ...group.tags, 'aws:autoscaling:groupName': group.name }
  return {
    InstanceId: instance.instanceId,
    ImageId: `ami-${hex(group.arn)}`,
    InstanceType: instance.instanceType as NonNullable<Instance['InstanceType']>,
    State: states[instance.lifecycleState],
    PrivateIpAddress: instance.privateIp,
    PrivateDnsName: privateName(instance.privateIp, region),
    PublicDnsName: '',
    LaunchTime: new Date(instance.launchedAt),
    Placement: { AvailabilityZone: instance.availabilityZone, GroupName: '', Tenancy: 'default' },
    SubnetId: subnet?.subnetId,
    VpcId: subnet?.vpcId,
    ...SAME_FOR_ALL,
    Tags: toTags(tags),
  }
}

/** 17 hexadecimal digits, the same each time for one key. */
function hex(key: string): string {
  return Array.from({ length: 17 }, (_, index) =>
    Math.floor(noise(`${key}/${index}`) * 16).toString(16),
  ).join('')
}
