/** What of an open log lives in the URL: the words looked for, and how far back. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { searchNumber } from '../../ui/table-search.ts'

/** Minutes that a log may reach back. */
export const logMinutes = [5, 15, 60, 360] as const
export type LogMinutes = (typeof logMinutes)[number]
const defaultMinutes: LogMinutes = 15

export interface LogSearch {
  /** Words that a line must contain. */
  find?: string | undefined
  /** Minutes; absent: the last 15. */
  back?: LogMinutes | undefined
}

/** A URL written by hand never fails: what makes no sense is left out. */
export function readLogSearch(raw: Record<string, unknown>): LogSearch {
  const { find } = raw
  const back = logMinutes.find((one) => one === searchNumber(raw['back']) && one !== defaultMinutes)
  return {
    // The router reads `find=500` as a number.
    ...((typeof find === 'string' || typeof find === 'number') && find !== '' && { find: String(find) }),
    ...(back && { back }),
  }
}

/** For the one log that is open on a page, defaults filled in. Other parameters are kept. */
export function useLogSearch(): [{ find: string; back: LogMinutes }, (change: LogSearch) => void] {
  const { find = '', back = defaultMinutes } = useSearch({
    strict: false,
    select: readLogSearch,
    structuralSharing: true,
  })
  const navigate = useNavigate()
  const setSearch = useCallback(
    (change: LogSearch) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return [{ find, back }, setSearch]
}
