/** The rows themselves. Drawn again only when a visible row, a column or the order changes: a sweep over thousands of rows leaves it alone. */
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { memo, useMemo } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { isSortable, type Column } from './column.ts'
import { NumberCell } from './NumberCell.tsx'
import type { TableSearch } from './table-search.ts'
import { selectedIds } from './table-search.ts'
import { EmptySlot, FilterSlot, HeaderSlot, PaginationSlot, PreferencesSlot } from './TableSlots.tsx'
import { tableWords as words } from './table-words.ts'

interface RowsTableProps<T> {
  items: readonly T[]
  columns: readonly Column<T>[]
  rowId: (row: T) => string
  rowName: (row: T) => string
  title: Text | string
  loading: boolean
  columnDisplay: readonly { id: string; visible: boolean }[]
  wrapLines: boolean
  sortColumn: Column<T> | undefined
  descending: boolean
  search: TableSearch
  onSearch: (next: TableSearch) => void
  selection: 'single' | 'multi' | undefined
  firstIndex: number
  totalItems: number
  variant: TableProps.Variant
}

// One element each for ever: a new element would draw the whole table again.
const header = <HeaderSlot />
const filter = <FilterSlot />
const pagination = <PaginationSlot />
const preferences = <PreferencesSlot />
const empty = <EmptySlot />

function PlainRowsTable<T>(props: RowsTableProps<T>) {
  const { items, columns, rowId, rowName, search, onSearch, selection } = props
  const say = useText()
  const title = typeof props.title === 'string' ? props.title : say(props.title)
  const definitions = useMemo(() => columns.map((column, at) => definition(column, at, say)), [columns, say])
  const sorting = definitions.find(({ id }) => id === props.sortColumn?.id)
  const selected = new Set(selectedIds(search))
  return (
    <Table
      header={header}
      filter={filter}
      pagination={pagination}
      preferences={preferences}
      empty={empty}
      items={items}
      // Without a key of its own a row is filled anew instead of made anew: a quarter less work at each filter and page.
      {...(selection && { trackBy: rowId })}
      columnDefinitions={definitions}
      columnDisplay={props.columnDisplay}
      wrapLines={props.wrapLines}
      loading={props.loading}
      loadingText={say(words.loading, { title })}
      skeleton={{ totalRows: 8 }}
      variant={props.variant}
      stickyHeader
      enableKeyboardNavigation
      {...(sorting && { sortingColumn: sorting })}
      sortingDescending={props.descending}
      onSortingChange={({ detail }) => {
        const next = definitions.find(
          (each) => each.sortingComparator === detail.sortingColumn.sortingComparator,
        )
        onSearch({
          ...search,
          sort: next?.id,
          desc: detail.isDescending === true ? true : undefined,
          page: undefined,
        })
      }}
      {...(selection && {
        selectionType: selection,
        selectedItems: items.filter((item) => selected.has(rowId(item))),
        onSelectionChange: ({ detail }: { detail: TableProps.SelectionChangeDetail<T> }) =>
          onSearch({ ...search, sel: detail.selectedItems.map(rowId).join() || undefined }),
      })}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: say(words.selection, { title }),
        allItemsSelectionLabel: () => say(words.selectAll),
        itemSelectionLabel: (_, row) => say(words.selectRow, { name: rowName(row) }),
      }}
      renderAriaLive={({ firstIndex, lastIndex, totalItemsCount = lastIndex }) =>
        say(words.showing, { first: firstIndex, last: lastIndex, all: totalItemsCount })
      }
      firstIndex={props.firstIndex}
      totalItemsCount={props.totalItems}
    />
  )
}

export const RowsTable = memo(PlainRowsTable, same) as typeof PlainRowsTable

/** Equal but for the rows' array, which is a new one at each fetch even if every row in it is the old one. */
function same<T>(a: RowsTableProps<T>, b: RowsTableProps<T>): boolean {
  return (Object.keys(b) as (keyof RowsTableProps<T>)[]).every((key) => {
    if (key === 'items') return sameItems(a.items, b.items)
    if (key === 'columnDisplay') return JSON.stringify(a.columnDisplay) === JSON.stringify(b.columnDisplay)
    if (key === 'rowId' || key === 'rowName') return true
    return a[key] === b[key]
  })
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]))
}

function definition<T>(
  column: Column<T>,
  at: number,
  say: (message: Text, values?: Record<string, string>) => string,
): TableProps.ColumnDefinition<T> & { id: string } {
  const name = say(column.header)
  const { cell } = column
  return {
    id: column.id,
    header: name,
    cell: column.align === 'end' ? (row) => <NumberCell>{cell(row)}</NumberCell> : cell,
    isRowHeader: column.rowHeader ?? at === 0,
    // Cloudscape only needs to see that there is one: the rows arrive sorted. Each column has its own, so that it can be told apart.
    ...(isSortable(column) && { sortingComparator: () => 0 }),
    ariaLabel: ({ sorted, descending }) =>
      say(sortLabel(sorted, descending, isSortable(column)), {
        name,
      }),
    ...(column.width !== undefined && { width: column.width }),
    ...(column.minWidth !== undefined && { minWidth: column.minWidth }),
    ...(column.maxWidth !== undefined && { maxWidth: column.maxWidth }),
  }
}

function sortLabel(sorted: boolean, descending: boolean, sortable: boolean): Text {
  if (!sortable) return nameOnly
  if (!sorted) return words.sortBy
  return descending ? words.sortedDown : words.sortedUp
}

const nameOnly: Text = { en: '{name}', ko: '{name}' }
