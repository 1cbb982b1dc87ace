/** DescribeAutoScalingGroups. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html */
import { DescribeAutoScalingGroups$ } from '@aws-sdk/client-auto-scaling'
import type {
  AutoScalingGroup,
  DescribeAutoScalingGroupsCommandInput,
  DescribeAutoScalingGroupsCommandOutput,
  Filter,
} from '@aws-sdk/client-auto-scaling'
import { AwsError, operation } from '../../operation.ts'
import type { AutoScalingGroupRecord } from '../../world/auto-scaling-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { pageOf } from '../page.ts'
import { matchesWildcard } from '../wildcard.ts'

/** Groups per answer: what AWS gives unasked, and its limit. */
const PAGE = 50
const PAGE_LIMIT = 100

export const DescribeAutoScalingGroups = operation<
  DescribeAutoScalingGroupsCommandInput,
  DescribeAutoScalingGroupsCommandOutput
>(
  DescribeAutoScalingGroups$,
  ({ AutoScalingGroupNames: names = [], Filters = [], MaxRecords = PAGE, NextToken }, { region }) => {
    if (MaxRecords < 1 || MaxRecords > PAGE_LIMIT) {
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${MaxRecords}' at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to ${PAGE_LIMIT}`,
      )
    }
    const groups = Object.values(region.autoScalingGroups)
      .filter(({ name }) => names.length === 0 || names.includes(name))
      .filter((group) => Filters.every((filter) => fits(group, filter)))
    const page = pageOf(groups, MaxRecords, NextToken)
    if (!page) throw new AwsError('InvalidNextToken', 'The NextToken value is not valid.')
    return {
      AutoScalingGroups: page.items.map((group) => described(group, region)),
      NextToken: page.nextToken,
    }
  },
)

function fits(group: AutoScalingGroupRecord, { Name = '', Values = [] }: Filter): boolean {
  const texts = textsFor(group, Name)
  return Values.some((value) => texts.some((text) => matchesWildcard(value, text)))
}

function textsFor({ tags }: AutoScalingGroupRecord, filter: string): string[] {
  if (filter === 'tag-key') return Object.keys(tags)
  if (filter === 'tag-value') return Object.values(tags)
  if (!filter.startsWith('tag:')) throw new AwsError('ValidationError', `Filter type ${filter} is not valid.`)
  return Object.entries(tags).flatMap(([key, value]) => (`tag:${key}` === filter ? [value] : []))
}

function described(group: AutoScalingGroupRecord, region: RegionTables): AutoScalingGroup {
  const subnets = Object.values(region.subnets).filter(({ availabilityZone }) =>
    group.availabilityZones.includes(availabilityZone),
  )
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    MinSize: group.minSize,
    MaxSize: group.maxSize,
    DesiredCapacity: group.desiredCapacity,
    DefaultCooldown: 300,
    AvailabilityZones: group.availabilityZones,
    LoadBalancerNames: [],
    TargetGroupARNs: [],
    HealthCheckType: 'EC2',
    HealthCheckGracePeriod: 0,
    // A terminated instance leaves its group.
    Instances: Object.values(group.instances)
      .filter(({ lifecycleState }) => lifecycleState !== 'Terminated')
      .map((instance) => ({
        InstanceId: instance.instanceId,
        InstanceType: instance.instanceType,
        AvailabilityZone: instance.availabilityZone,
        LifecycleState: instance.lifecycleState,
        HealthStatus: 'Healthy',
        ProtectedFromScaleIn: false,
      })),
    CreatedTime: new Date(group.createdAt),
    SuspendedProcesses: [],
    VPCZoneIdentifier: subnets.map(({ subnetId }) => subnetId).join(','),
    EnabledMetrics: [],
    Tags: Object.entries(group.tags).map(([key, value]) => ({
      ResourceId: group.name,
      ResourceType: 'auto-scaling-group',
      Key: key,
      Value: value,
      PropagateAtLaunch: true,
    })),
    TerminationPolicies: ['Default'],
    NewInstancesProtectedFromScaleIn: false,
  }
}
