/** Health of the targets of one open target group. ELB's budget is the tightest of all: overviews come from CloudWatch. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { listTargetHealth } from '../../aws/elb/target-health.ts'
import type { Target } from '../../core/elb/target-group.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

const isMoving = ({ state }: Target): boolean => state !== 'healthy' && state !== 'unused'

export function targetHealthQuery(aws: Aws, targetGroupArn: string) {
  return queryOptions({
    queryKey: [aws.key, 'target-health', targetGroupArn] as const,
    queryFn: (context): Promise<Target[]> => listTargetHealth(aws, targetGroupArn, urgency(context)),
    ...polling<Target[]>(aws, intervals.targetHealth, (targets) => targets.some(isMoving)),
  })
}
