/** One family: its revisions, where they are used, and what may be done to those that are chosen. */
import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { intervals } from '../../../data/polling.ts'
import { useFamilyUsage } from '../../../data/task-definitions/usage.ts'
import { ResourceTable } from '../../../ui/ResourceTable.tsx'
import { selectedIds } from '../../../ui/table-search.ts'
import { useBlockState } from '../../../widgets/problem/block-state.ts'
import { editHref } from '../../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../../widgets/table-search.ts'
import { familySearch } from '../search.ts'
import { fetchWorkbenchWhenIdle } from '../workbench/fetch-ahead.ts'
import { type Chosen, FamilyActions, FamilyDialog } from './FamilyActions.tsx'
import { revisionColumns, type RevisionRow } from './revision-columns.tsx'
import { useRevisionRows } from './use-revision-rows.ts'
import { UsageNotice } from './UsageNotice.tsx'

const route = getRouteApi('/$region/task-definitions/$family')

const words = {
  show: { en: 'Show', ko: '표시' },
  more: { en: 'Load more revisions', ko: '개정 더 불러오기' },
  edit: { en: 'New revision', ko: '새 개정' },
  none: { en: 'No {status} revisions', ko: '{status} 개정 없음' },
  noneActive: {
    en: 'Every revision is INACTIVE, or there is no such family in this Region.',
    ko: '모든 개정이 INACTIVE이거나 이 리전에 이 패밀리가 없습니다.',
  },
  noneInactive: { en: 'No revision has been deregistered.', ko: '등록 취소된 개정이 없습니다.' },
} satisfies Record<string, Text>

const emptyTitles: Record<'ACTIVE' | 'INACTIVE', Text> = {
  ACTIVE: { en: 'No ACTIVE revisions', ko: 'ACTIVE 개정 없음' },
  INACTIVE: { en: 'No INACTIVE revisions', ko: 'INACTIVE 개정 없음' },
}

export default function FamilyPage() {
  useEffect(fetchWorkbenchWhenIdle, [])
  const say = useText()
  const { region, family } = route.useParams()
  const { show } = route.useSearch({ select: familySearch, structuralSharing: true })
  const status = show === 'inactive' ? 'INACTIVE' : 'ACTIVE'
  const [search, setSearch] = useTableSearch()
  const usage = useFamilyUsage(family)
  const { rows, query, onVisible } = useRevisionRows(family, status, usage)
  const state = useBlockState(query, { intervalMs: intervals.taskDefinitions.steady })
  const columns = useMemo(() => revisionColumns(region), [region])
  const [dialog, setDialog] = useState<Chosen>()
  const chosen = useMemo(() => {
    const ids = new Set(selectedIds(search))
    return rows.filter(({ id }) => ids.has(id))
  }, [rows, search])
  return (
    <SpaceBetween size="s">
      <UsageNotice usage={usage} />
      <ResourceTable<RevisionRow>
        id="revisions"
        title={family}
        level="h1"
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        columns={columns}
        search={search}
        onSearch={setSearch}
        state={state}
        onVisible={onVisible}
        selection="multi"
        defaultSort={{ column: 'revision', desc: true }}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <StatusChoice status={status} />
            <FamilyActions family={family} chosen={chosen} onDialog={setDialog} />
            <Button
              variant="primary"
              href={editHref(region, rows[0] && status === 'ACTIVE' ? rows[0].name : undefined)}
            >
              {say(words.edit)}
            </Button>
          </SpaceBetween>
        }
        empty={{
          title: emptyTitles[status],
          explanation: status === 'ACTIVE' ? words.noneActive : words.noneInactive,
        }}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
      {dialog && (
        <FamilyDialog
          family={family}
          dialog={dialog}
          usage={usage}
          onDismiss={(isDone) => {
            setDialog(undefined)
            if (isDone) setSearch({ ...search, sel: undefined })
          }}
        />
      )}
    </SpaceBetween>
  )
}

function StatusChoice({ status }: { status: 'ACTIVE' | 'INACTIVE' }) {
  const say = useText()
  const navigate = route.useNavigate()
  return (
    <SegmentedControl
      label={say(words.show)}
      selectedId={status}
      options={[
        { id: 'ACTIVE', text: 'ACTIVE' },
        { id: 'INACTIVE', text: 'INACTIVE' },
      ]}
      onChange={({ detail }) =>
        void navigate({
          to: '.',
          // Other rows: what was chosen or filtered among the old ones means nothing there.
          search: familySearch(detail.selectedId === 'INACTIVE' ? { show: 'inactive' } : {}),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}
