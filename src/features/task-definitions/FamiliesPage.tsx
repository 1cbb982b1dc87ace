/** The families of task definitions of the Region, and which services run them. */
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import { familiesQuery } from '../../data/task-definitions/families.ts'
import { serviceUsesQuery } from '../../data/task-definitions/usage.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { editHref } from '../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { fetchWorkbenchWhenIdle } from './workbench/fetch-ahead.ts'
import { familyColumns, familyRows, type FamilyRow } from './family-columns.tsx'

const route = getRouteApi('/$region/task-definitions')

const words = {
  title: { en: 'Task definitions', ko: '태스크 정의' },
  about: { en: 'Families; each has its revisions', ko: '패밀리 목록이며, 패밀리마다 개정이 있습니다' },
  create: { en: 'New task definition', ko: '새 태스크 정의' },
  none: { en: 'No task definitions in this Region', ko: '이 리전에 태스크 정의 없음' },
  noneWhy: {
    en: 'Write one here, or look in another Region.',
    ko: '여기서 새로 작성하거나 다른 리전을 확인하세요.',
  },
} satisfies Record<string, Text>

export default function FamiliesPage() {
  useEffect(fetchWorkbenchWhenIdle, [])
  const aws = useAws()
  const say = useText()
  const { region } = route.useParams()
  const [search, setSearch] = useTableSearch()
  const active = useQuery(familiesQuery(aws, 'ACTIVE'))
  const inactive = useQuery(familiesQuery(aws, 'INACTIVE'))
  const uses = useQuery(serviceUsesQuery(aws))
  const state = useBlockState(active, { intervalMs: intervals.taskDefinitions.steady })
  const rows = useMemo(
    () => familyRows(active.data, inactive.data, uses.data),
    [active.data, inactive.data, uses.data],
  )
  const columns = useMemo(() => familyColumns(region), [region])
  return (
    <ResourceTable<FamilyRow>
      id="task-definitions"
      title={words.title}
      level="h1"
      description={say(words.about)}
      rows={rows}
      rowId={({ family }) => family}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={state}
      actions={<Button href={editHref(region)}>{say(words.create)}</Button>}
      defaultSort={{ column: 'family' }}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
