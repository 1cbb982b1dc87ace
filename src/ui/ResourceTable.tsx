/** A table of resources: everything it shows is in the URL or in the reader's preferences, and a refetch never clears it. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCallback, useEffect, type ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useAfterPaint } from './after-paint.ts'
import type { BlockState } from './block-state.ts'
import type { Column, FilterProperty } from './column.ts'
import { printFilter, type Filter } from './filter.ts'
import { hasNotices, Notices } from './Notices.tsx'
import { RowsTable } from './RowsTable.tsx'
import { TableLiveContext, type EmptyWords, type Progress, type TableLive } from './table-context.ts'
import { useTablePreferences } from './table-preferences.ts'
import type { TableSearch } from './table-search.ts'
import { useTableView } from './table-view.ts'

export interface ResourceTableProps<T> {
  /** Under this name the reader's preferences are kept. */
  id: string
  /** A name is said as it is. */
  title: Text | string
  level?: 'h1' | 'h2' | 'h3'
  description?: ReactNode
  rows: readonly T[]
  /** Short and stable, without commas: it stands in the URL when the row is selected. */
  rowId: (row: T) => string
  /** What a screen reader calls the row; `rowId` if absent. */
  rowName?: (row: T) => string
  /** A module constant: a new array draws every row again. */
  columns: readonly Column<T>[]
  /** More to filter by than the columns; a stable array. */
  filters?: readonly FilterProperty<T>[]
  search: TableSearch
  onSearch: (next: TableSearch) => void
  state: BlockState
  empty: EmptyWords
  /** Where rows are listed first and described later. */
  progress?: Progress | undefined
  isKnown?: (row: T) => boolean
  defaultSort?: { column: string; desc?: boolean }
  selection?: 'single' | 'multi'
  actions?: ReactNode
  /** Called with the rows on the screen when they change, so that they can be polled more often than the rest. A stable function. */
  onVisible?: (rows: readonly T[]) => void
  variant?: 'container' | 'borderless' | 'stacked'
}

export function ResourceTable<T>(props: ResourceTableProps<T>) {
  const { rows, columns, search, onSearch, state, rowId, onVisible } = props
  const [preferences, setPreferences] = useTablePreferences(props.id, columns)
  const view = useTableView({ ...props, pageSize: preferences.pageSize })
  const painted = useAfterPaint(!state.loading)
  const visibleIds = onVisible ? view.visible.map(rowId).join() : ''
  const visible = view.visible
  useEffect(() => {
    onVisible?.(visible)
    // Rows are new objects at each fetch; only a change of which rows are shown counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [visibleIds, onVisible])

  const onFilter = useCallback(
    (filter: Filter) => onSearch({ ...search, q: printFilter(filter) || undefined, page: undefined }),
    [onSearch, search],
  )
  const onPage = useCallback(
    (page: number) => onSearch({ ...search, page: page > 1 ? page : undefined }),
    [onSearch, search],
  )
  const live: TableLive = {
    title: props.title,
    level: props.level ?? 'h2',
    description: props.description,
    state,
    actions: props.actions,
    rows: rows.length,
    matches: view.matches.length,
    progress: props.progress,
    needsKnown: view.needsKnown,
    filter: view.filter,
    properties: view.properties,
    options: view.options,
    onFilter,
    page: view.page,
    pages: view.pages,
    onPage,
    columns,
    preferences,
    onPreferences: setPreferences,
    empty: props.empty,
    painted,
  }
  return (
    <TableLiveContext value={live}>
      <SpaceBetween size="s">
        {hasNotices(state) && <Notices state={state} shown={props.progress?.known ?? rows.length} />}
        <RowsTable
          items={view.visible}
          columns={columns}
          rowId={rowId}
          rowName={props.rowName ?? rowId}
          title={props.title}
          loading={state.loading}
          columnDisplay={preferences.columns}
          wrapLines={preferences.wrapLines}
          sortColumn={view.sortColumn}
          descending={view.descending}
          search={search}
          onSearch={onSearch}
          selection={props.selection}
          firstIndex={(view.page - 1) * preferences.pageSize + 1}
          totalItems={view.matches.length}
          variant={props.variant ?? 'container'}
        />
      </SpaceBetween>
    </TableLiveContext>
  )
}
