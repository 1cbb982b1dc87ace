/** The target groups of the Region with their health as CloudWatch counted it last: one call for 250 groups. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
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

const route = getRouteApi('/$region/target-groups')

const words = {
  title: { en: 'Target groups', ko: '대상 그룹' },
  none: { en: 'No target groups in this Region', ko: '이 리전에 대상 그룹 없음' },
  noneWhy: {
    en: 'Services without a load balancer need none. Another Region may have some.',
    ko: '로드 밸런서를 쓰지 않는 서비스에는 필요하지 않습니다. 다른 리전에 있을 수 있습니다.',
  },
} satisfies Record<string, Text>

const nothing: readonly TargetGroup[] = []

export default function TargetGroupsPage() {
  const aws = useAws()
  const { region } = route.useParams()
  const [search, setSearch] = useTableSearch()
  const query = useQuery(targetGroupsQuery(aws))
  const state = useBlockState(query, { intervalMs: intervals.targetGroups.steady })
  const rows = useTargetGroupRows(query.data ?? nothing)
  const columns = useMemo(() => targetGroupColumns(region), [region])
  return (
    <ResourceTable<TargetGroupRow>
      id="target-groups"
      title={words.title}
      level="h1"
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
