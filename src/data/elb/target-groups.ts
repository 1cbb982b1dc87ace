/** Target groups: all of the Region, some by ARN, one by name. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import {
  describeTargetGroups,
  getTargetGroup,
  getTargetGroupAttributes,
  listTargetGroups,
} from '../../aws/elb/target-groups.ts'
import type { TargetGroup, TargetGroupAttributes } from '../../core/elb/target-group.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

export function targetGroupsQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'target-groups'] as const,
    queryFn: (context): Promise<TargetGroup[]> => listTargetGroups(aws, urgency(context)),
    ...polling<TargetGroup[]>(aws, intervals.targetGroups),
  })
}

/** Those that a service names; asks nothing for none. */
export function targetGroupsByArnQuery(aws: Aws, arns: readonly string[]) {
  return queryOptions({
    queryKey: [aws.key, 'target-groups-by-arn', ...arns] as const,
    queryFn: (context): Promise<TargetGroup[]> => describeTargetGroups(aws, arns, urgency(context)),
    ...polling<TargetGroup[]>(aws, intervals.targetGroups),
  })
}

/** One by its name. */
export function targetGroupQuery(aws: Aws, name: string) {
  return queryOptions({
    queryKey: [aws.key, 'target-group', name] as const,
    queryFn: (context): Promise<TargetGroup> => getTargetGroup(aws, name, urgency(context)),
    ...polling<TargetGroup>(aws, intervals.targetGroups),
  })
}

/** What DescribeTargetGroups does not say: how long its targets drain. */
export function targetGroupAttributesQuery(aws: Aws, arn: string) {
  return queryOptions({
    queryKey: [aws.key, 'target-group-attributes', arn] as const,
    queryFn: (context): Promise<TargetGroupAttributes> =>
      getTargetGroupAttributes(aws, arn, urgency(context)),
    ...polling<TargetGroupAttributes>(aws, intervals.targetGroups),
  })
}
