/** A table's column and filter properties: what is drawn, and the plain value that sorting and filtering see. */
import type { ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'

export type CellValue = string | number | undefined

export interface Column<T> {
  id: string
  header: Text
  cell: (row: T) => ReactNode
  /** What sorting and filtering see; undefined (not known, or nothing there) sorts last and matches nothing. Without it the column does neither. */
  value?: (row: T) => CellValue
  /** Default `text`. `enum` offers the values found among the rows; use it for few values only. `none` keeps it out of the filter. */
  filter?: 'text' | 'number' | 'enum' | 'none'
  /** What the filter calls the values of an `enum`, where they are not said as they are. */
  labels?: Readonly<Record<string, Text>>
  /** The value is known as soon as the row is listed, before it is described: a name. */
  fromStart?: boolean
  /** False: values to filter by, but by which no one would order a table. */
  sortable?: boolean
  /** Numbers stand aligned at the end of their cell. */
  align?: 'end'
  /** Names the row for screen readers; the first column unless another says so. */
  rowHeader?: boolean
  /** Not among the visible columns until the reader chooses it. */
  hidden?: boolean
  /** Cannot be hidden. */
  required?: boolean
  /** Pixels. */
  width?: number
  minWidth?: number
  /** Longer text is cut with an ellipsis, or wraps if the reader wants that. */
  maxWidth?: number
}

/** Something to filter by that is no column, such as a tag. */
export interface FilterProperty<T> {
  id: string
  label: Text
  kind: 'text' | 'number' | 'enum'
  value: (row: T) => CellValue
  fromStart?: boolean | undefined
  labels?: Readonly<Record<string, Text>> | undefined
}

/** Every property a table can be filtered by: its columns with a value, then the extra ones. */
export function filterProperties<T>(
  columns: readonly Column<T>[],
  extra: readonly FilterProperty<T>[] = [],
): FilterProperty<T>[] {
  const own = columns.flatMap(({ id, header, value, fromStart, labels, filter = 'text' }) =>
    value && filter !== 'none' ? [{ id, label: header, kind: filter, value, fromStart, labels }] : [],
  )
  return [...own, ...extra]
}

/** Whether a table can be ordered by `column`. */
export function isSortable<T>(column: Column<T>): boolean {
  return column.value !== undefined && column.sortable !== false
}
