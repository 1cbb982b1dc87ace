/** What a query read last, also while its key has changed since and nothing was read for that. */
import { useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'

interface LastRead<T> extends Pick<
  UseQueryResult<T, unknown>,
  'isPending' | 'isFetching' | 'error' | 'errorUpdatedAt' | 'refetch'
> {
  data: T | undefined
  /** ms since the epoch by this computer's clock; 0: never. */
  dataUpdatedAt: number
}

/** The query with the data, and their time, of the last key that could be read. */
export function useLastRead<T>(query: UseQueryResult<T, unknown>): LastRead<T> {
  const { data, dataUpdatedAt, isPending, isFetching, error, errorUpdatedAt, refetch } = query
  const [last, setLast] = useState({ data, dataUpdatedAt })
  const isNew = last.data !== data || last.dataUpdatedAt !== dataUpdatedAt
  if (data !== undefined && isNew) setLast({ data, dataUpdatedAt })
  return {
    ...last,
    isPending: isPending && last.data === undefined,
    isFetching,
    error,
    errorUpdatedAt,
    refetch,
  }
}
