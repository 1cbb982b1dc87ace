/** What a table's header, filter, pagination and empty state show. They read it here, so that they change without the rows being drawn again. */
import { createContext, use, type ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import type { BlockState } from './block-state.ts'
import type { Filter } from './filter.ts'
import type { TablePreferences } from './table-preferences.ts'

export interface EmptyWords {
  title: Text
  /** Why there is nothing, and what to do. */
  explanation?: Text
  action?: ReactNode
}

/** How many of all rows are described so far, where that takes a while. */
export interface Progress {
  known: number
  total: number
  /** The total may still grow: the list is not read to its end. */
  listing?: boolean
}

export interface TableLive {
  title: Text | string
  level: 'h1' | 'h2' | 'h3'
  description: ReactNode
  state: BlockState
  actions: ReactNode
  rows: number
  matches: number
  progress: Progress | undefined
  needsKnown: boolean
  filter: Filter
  properties: readonly {
    id: string
    label: Text
    kind: 'text' | 'number' | 'enum'
    labels?: Readonly<Record<string, Text>> | undefined
  }[]
  options: readonly { propertyKey: string; value: string }[]
  onFilter: (filter: Filter) => void
  page: number
  pages: number
  onPage: (page: number) => void
  columns: readonly { id: string; header: Text; required?: boolean }[]
  preferences: TablePreferences
  onPreferences: (next: TablePreferences) => void
  empty: EmptyWords
  /** The rows are on the screen: heavier parts may mount. */
  painted: boolean
}

export const TableLiveContext = createContext<TableLive | undefined>(undefined)

export function useTableLive(): TableLive {
  const live = use(TableLiveContext)
  if (!live) throw new Error('A table slot stands outside its table')
  return live
}
