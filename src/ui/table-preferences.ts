/** How a reader likes a table: kept per table in this browser, never in the URL. */
import { useCallback, useState } from 'react'
import type { Column } from './column.ts'

export interface TablePreferences {
  pageSize: number
  wrapLines: boolean
  /** Every column in order; columns that are new since it was stored come last. */
  columns: readonly { id: string; visible: boolean }[]
}

export const pageSizes = [25, 50, 100] as const

type Columns = readonly Pick<Column<never>, 'id' | 'hidden' | 'required'>[]

/** Repairs what was stored by an older version: unknown columns go, new ones come, sizes outside the list fall back. */
export function readPreferences(stored: unknown, columns: Columns): TablePreferences {
  const raw = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const pageSize = pageSizes.find((size) => size === raw['pageSize']) ?? pageSizes[0]
  const listed = (Array.isArray(raw['columns']) ? raw['columns'] : []).flatMap((entry: unknown) => {
    const { id, visible } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >
    const column = columns.find((each) => each.id === id)
    return column ? [{ id: column.id, visible: visible === true || column.required === true }] : []
  })
  const kept = [...new Map(listed.map((entry) => [entry.id, entry])).values()]
  const fresh = columns
    .filter(({ id }) => !kept.some((entry) => entry.id === id))
    .map(({ id, hidden }) => ({ id, visible: hidden !== true }))
  return { pageSize, wrapLines: raw['wrapLines'] === true, columns: [...kept, ...fresh] }
}

/** The preferences of table `id`, and a way to change them. Works without storage (private windows, blocked storage). */
export function useTablePreferences(
  id: string,
  columns: Columns,
): [TablePreferences, (next: TablePreferences) => void] {
  const [stored, setStored] = useState(() => load(id))
  const save = useCallback(
    (next: TablePreferences) => {
      setStored(next)
      try {
        localStorage.setItem(storageKey(id), JSON.stringify(next))
      } catch {
        // Kept for this visit only.
      }
    },
    [id],
  )
  return [readPreferences(stored, columns), save]
}

function storageKey(id: string): string {
  return `tidegate.table.${id}`
}

function load(id: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey(id)) ?? 'null')
  } catch {
    return null
  }
}
