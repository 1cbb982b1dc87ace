/** Subnets and security groups of a copy. */
import type {
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  DescribeSubnetsCommandInput,
  DescribeSubnetsCommandOutput,
  IpPermission,
} from '@aws-sdk/client-ec2'
import type {
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { DescribeTasksCommandInput, DescribeTasksCommandOutput } from '@aws-sdk/client-ecs'
import { regionOf } from '../../world/create.ts'
import type { SecurityGroupRule } from '../../world/ec2-tables.ts'
import type { World } from '../../world/world.ts'
import { answersOf, type RecordedCall, tagMap } from './recorded.ts'

/** AWS keeps the first four addresses of a subnet. */
const firstHost = 4
/** More tasks than a copy starts in one subnet at a time. */
const far = 100

interface Place {
  region: string
  subnetId: string
  availabilityZone: string
  vpcId?: string | undefined
  base?: string | undefined
}

/** Every subnet that was told of: by itself, by a load balancer that stands in it, or by a task. */
export function copySubnets(world: World, recorded: readonly RecordedCall[]): void {
  const busy = tasksBySubnet(recorded)
  const most = Math.max(0, ...busy.values())
  for (const place of [...described(recorded), ...ofBalancers(recorded), ...ofTasks(recorded)]) {
    const { subnets } = regionOf(world, place.region)
    // Told twice: the fuller description came first.
    if (place.subnetId === '' || subnets[place.subnetId]) continue
    const number = Object.keys(subnets).length
    subnets[place.subnetId] = {
      subnetId: place.subnetId,
      vpcId: place.vpcId ?? '',
      availabilityZone: place.availabilityZone,
      base: place.base ?? `10.${200 + (number >> 2)}.${(number & 3) * 64}.0`,
      // Of subnets alike, tasks go where fewest addresses were given out: so they come to stand where they stood.
      nextHost: firstHost + far * (most - (busy.get(place.subnetId) ?? 0)),
    }
  }
}

function tasksBySubnet(recorded: readonly RecordedCall[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { subnetId, taskArn } of new Map(ofTasks(recorded).map((one) => [one.taskArn, one])).values()) {
    if (taskArn !== '') counts.set(subnetId, (counts.get(subnetId) ?? 0) + 1)
  }
  return counts
}

function described(recorded: readonly RecordedCall[]): Place[] {
  const answers = answersOf<DescribeSubnetsCommandInput, DescribeSubnetsCommandOutput>(
    recorded,
    'ec2',
    'DescribeSubnets',
  )
  return answers.flatMap(({ region, output }) =>
    (output.Subnets ?? []).map(({ SubnetId = '', VpcId, AvailabilityZone = '', CidrBlock }) => ({
      region,
      subnetId: SubnetId,
      availabilityZone: AvailabilityZone,
      vpcId: VpcId,
      base: CidrBlock?.split('/')[0],
    })),
  )
}

function ofBalancers(recorded: readonly RecordedCall[]): Place[] {
  const answers = answersOf<DescribeLoadBalancersCommandInput, DescribeLoadBalancersCommandOutput>(
    recorded,
    'elbv2',
    'DescribeLoadBalancers',
  )
  return answers.flatMap(({ region, output }) =>
    (output.LoadBalancers ?? []).flatMap(({ AvailabilityZones = [], VpcId }) =>
      AvailabilityZones.map(({ SubnetId = '', ZoneName = '' }) => ({
        region,
        subnetId: SubnetId,
        availabilityZone: ZoneName,
        vpcId: VpcId,
      })),
    ),
  )
}

function ofTasks(recorded: readonly RecordedCall[]): (Place & { taskArn: string })[] {
  const answers = answersOf<DescribeTasksCommandInput, DescribeTasksCommandOutput>(
    recorded,
    'ecs',
    'DescribeTasks',
  )
  return answers.flatMap(({ region, output }) =>
    (output.tasks ?? []).flatMap(({ attachments = [], availabilityZone = '', taskArn = '' }) =>
      attachments.map(({ details = [] }) => ({
        region,
        taskArn,
        subnetId: details.find(({ name }) => name === 'subnetId')?.value ?? '',
        availabilityZone,
      })),
    ),
  )
}

export function copySecurityGroups(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeSecurityGroupsCommandInput, DescribeSecurityGroupsCommandOutput>(
    recorded,
    'ec2',
    'DescribeSecurityGroups',
  )
  for (const { region, output } of answers) {
    for (const group of output.SecurityGroups ?? []) {
      const groupId = group.GroupId ?? ''
      regionOf(world, region).ec2.securityGroups[groupId] = {
        groupId,
        groupName: group.GroupName ?? groupId,
        description: group.Description ?? '',
        vpcId: group.VpcId ?? '',
        ingress: (group.IpPermissions ?? []).map(toRule),
        egress: (group.IpPermissionsEgress ?? []).map(toRule),
        tags: tagMap(group.Tags),
      }
    }
  }
}

function toRule(permission: IpPermission): SecurityGroupRule {
  const { IpProtocol = '-1', FromPort, ToPort } = permission
  return {
    // Others exist by number; none of them carries requests.
    protocol: IpProtocol as SecurityGroupRule['protocol'],
    ...(FromPort !== undefined && { fromPort: FromPort }),
    ...(ToPort !== undefined && { toPort: ToPort }),
    cidrIpv4: (permission.IpRanges ?? []).flatMap(({ CidrIp }) => CidrIp ?? []),
    cidrIpv6: (permission.Ipv6Ranges ?? []).flatMap(({ CidrIpv6 }) => CidrIpv6 ?? []),
    groupIds: (permission.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    prefixListIds: (permission.PrefixListIds ?? []).flatMap(({ PrefixListId }) => PrefixListId ?? []),
  }
}
