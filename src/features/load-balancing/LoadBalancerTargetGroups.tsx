/** The target groups that a load balancer's rules lead to. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { targetGroupsQuery } from '../../data/elb/target-groups.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { targetGroupColumns, type TargetGroupRow } from './target-group-columns.tsx'
import { useTargetGroupRows } from './use-target-group-rows.ts'

const words = {
  title: { en: 'Target groups', ko: '대상 그룹' },
  none: { en: 'No target groups', ko: '대상 그룹 없음' },
  noneWhy: {
    en: 'No rule of this load balancer forwards anywhere.',
    ko: '이 로드 밸런서의 어떤 규칙도 대상 그룹으로 전달하지 않습니다.',
  },
} satisfies Record<string, Text>

const nothing: readonly TargetGroup[] = []

/** The groups of the Region that `loadBalancerArn` uses; a stable array while none of them changes. */
export function useGroupsOf(loadBalancerArn: string) {
  const query = useQuery(targetGroupsQuery(useAws()))
  const all = query.data ?? nothing
  const groups = useMemo(
    () => all.filter((group) => group.loadBalancerArns.includes(loadBalancerArn)),
    [all, loadBalancerArn],
  )
  return { query, groups }
}

interface LoadBalancerTargetGroupsProps {
  loadBalancer: LoadBalancer
  region: string
}

export function LoadBalancerTargetGroups({ loadBalancer, region }: LoadBalancerTargetGroupsProps) {
  const [search, setSearch] = useTableSearch()
  const { query, groups } = useGroupsOf(loadBalancer.arn)
  const state = useBlockState(query, { intervalMs: intervals.targetGroups.steady })
  const rows = useTargetGroupRows(groups)
  const columns = useMemo(() => targetGroupColumns(region), [region])
  return (
    <ResourceTable<TargetGroupRow>
      id="load-balancer-target-groups"
      title={words.title}
      rows={rows}
      rowId={({ group }) => group.name}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={state}
      defaultSort={{ column: 'name' }}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
