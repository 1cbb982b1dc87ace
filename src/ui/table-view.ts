/** From rows and the URL to what a table draws: filtered, sorted, cut to one page. */
import { useMemo } from 'react'
import type { Column, FilterProperty } from './column.ts'
import { filterProperties, isSortable } from './column.ts'
import { noFilter, parseFilter, type Filter } from './filter.ts'
import { filterRows, sortRows, valuesOf } from './select-rows.ts'
import type { TableSearch } from './table-search.ts'

export interface TableView<T> {
  filter: Filter
  properties: readonly FilterProperty<T>[]
  /** Suggestions, for enumerable properties only: thousands of names would make every keystroke slow. */
  options: readonly { propertyKey: string; value: string }[]
  matches: readonly T[]
  /** Of `matches`. */
  page: number
  pages: number
  visible: readonly T[]
  sortColumn: Column<T> | undefined
  descending: boolean
  /** The filter asks for something that rows reveal only once they are described. */
  needsKnown: boolean
}

export interface TableSource<T> {
  rows: readonly T[]
  columns: readonly Column<T>[]
  filters?: readonly FilterProperty<T>[] | undefined
  search: TableSearch
  pageSize: number
  defaultSort?: { column: string; desc?: boolean } | undefined
  isKnown?: ((row: T) => boolean) | undefined
}

export function useTableView<T>(source: TableSource<T>): TableView<T> {
  const { rows, columns, filters, search, pageSize, defaultSort, isKnown } = source
  const properties = useMemo(() => filterProperties(columns, filters), [columns, filters])
  const filter = useMemo(() => (search.q ? parseFilter(search.q) : noFilter), [search.q])
  const sort = search.sort ?? defaultSort?.column
  const descending = search.sort ? search.desc === true : defaultSort?.desc === true
  const sortColumn = columns.find((column) => column.id === sort && isSortable(column))
  const found = useMemo(
    () => filterRows(rows, filter, properties, isKnown),
    [rows, filter, properties, isKnown],
  )
  const matches = useMemo(() => sortRows(found, sortColumn, descending), [found, sortColumn, descending])
  const options = useMemo(() => optionsOf(rows, properties), [rows, properties])
  const pages = Math.max(1, Math.ceil(matches.length / pageSize))
  const page = Math.min(search.page ?? 1, pages)
  const visible = useMemo(
    () => matches.slice((page - 1) * pageSize, page * pageSize),
    [matches, page, pageSize],
  )
  const needsKnown = useMemo(() => looksInside(filter, properties), [filter, properties])
  return {
    filter,
    properties,
    options,
    matches,
    page,
    pages,
    visible,
    sortColumn,
    descending,
    needsKnown,
  }
}

function optionsOf<T>(
  rows: readonly T[],
  properties: readonly FilterProperty<T>[],
): { propertyKey: string; value: string }[] {
  return properties
    .filter(({ kind }) => kind === 'enum')
    .flatMap((property) => valuesOf(rows, property).map((value) => ({ propertyKey: property.id, value })))
}

function looksInside<T>(filter: Filter, properties: readonly FilterProperty<T>[]): boolean {
  return filter.tokens.some(({ property }) => {
    const found = properties.find(({ id }) => id.toLowerCase() === property?.toLowerCase())
    return found?.fromStart !== true
  })
}
