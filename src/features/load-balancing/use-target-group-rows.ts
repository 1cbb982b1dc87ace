/** Target groups with how many of their targets are healthy, from CloudWatch: ELB's own budget is too tight for a list. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { targetHealthCountsQuery } from '../../data/metrics/target-group-metrics.ts'
import { useAws } from '../../data/session.ts'
import type { TargetGroupRow } from './target-group-columns.tsx'

/** Rows for `groups` (a stable array), with counts as soon as they are known. */
export function useTargetGroupRows(groups: readonly TargetGroup[]): TargetGroupRow[] {
  const aws = useAws()
  // CloudWatch counts by target group and load balancer; a group without one gets no health checks and has no count.
  const pairs = groups.flatMap(({ arn, loadBalancerArns: [first] }) =>
    first === undefined ? [] : [{ targetGroupArn: arn, loadBalancerArn: first }],
  )
  const { data: counts } = useQuery({ ...targetHealthCountsQuery(aws, pairs), enabled: pairs.length > 0 })
  return useMemo(() => {
    const byArn = new Map(counts?.map((one) => [one.targetGroupArn, one]))
    return groups.map((group) => ({
      group,
      healthy: byArn.get(group.arn)?.healthy,
      unhealthy: byArn.get(group.arn)?.unhealthy,
    }))
  }, [groups, counts])
}
