/** An Auto Scaling group's instance as EC2 describes it. */
import type { Instance, InstanceStateName } from '@aws-sdk/client-ec2'
import type { AutoScalingGroupRecord, AutoScalingInstanceRecord } from '../../world/auto-scaling-tables.ts'
import { noise } from '../../world/random.ts'
import type { RegionTables } from '../../world/world.ts'

const states: Record<AutoScalingInstanceRecord['lifecycleState'], { Code: number; Name: InstanceStateName }> =
  {
    Pending: { Code: 0, Name: 'pending' },
    InService: { Code: 16, Name: 'running' },
    Terminating: { Code: 32, Name: 'shutting-down' },
    Terminated: { Code: 48, Name: 'terminated' },
  }

/** Every instance of a Region, in the order their groups were made. */
export function instancesOf(region: RegionTables): Instance[] {
  return Object.values(region.autoScalingGroups).flatMap((group) =>
    Object.values(group.instances).map((instance) => described(instance, group, region)),
  )
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
    PrivateDnsName: `ip-${instance.privateIp.replaceAll('.', '-')}.${region.name}.compute.internal`,
    PublicDnsName: '',
    AmiLaunchIndex: 0,
    LaunchTime: new Date(instance.launchedAt),
    Placement: { AvailabilityZone: instance.availabilityZone, GroupName: '', Tenancy: 'default' },
    Monitoring: { State: 'disabled' },
    SubnetId: subnet?.subnetId,
    VpcId: subnet?.vpcId,
    Architecture: 'x86_64',
    RootDeviceType: 'ebs',
    RootDeviceName: '/dev/xvda',
    VirtualizationType: 'hvm',
    Hypervisor: 'xen',
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  }
}

/** 17 hexadecimal digits, the same each time for one key. */
function hex(key: string): string {
  return Array.from({ length: 17 }, (_, index) =>
    Math.floor(noise(`${key}/${index}`) * 16).toString(16),
  ).join('')
}
