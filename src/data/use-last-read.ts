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

/**
 * The query with the data, and their time, of the last key that could be read. `scope`: what the data must be about; those of another
 * scope are not shown. A failure stays until something is read.
 */
export function useLastRead<T>(query: UseQueryResult<T, unknown>, scope = ''): LastRead<T> {
  const { data, dataUpdatedAt, isPending, isFetching, error, errorUpdatedAt, refetch } = query
  const [last, setLast] = useState({ scope, data, dataUpdatedAt, error, errorUpdatedAt })
  const kept = last.scope === scope ? last : { scope, data, dataUpdatedAt, error, errorUpdatedAt }
  // A key without data loses its error as soon as it is asked for again.
  const isAskedAgain = isPending && error === null && errorUpdatedAt > 0
  const now = {
    ...kept,
    ...(data !== undefined && { data, dataUpdatedAt }),
    ...(!isAskedAgain && { error, errorUpdatedAt }),
  }
  if (!isSame(last, now)) setLast(now)
  return {
    data: now.data,
    dataUpdatedAt: now.dataUpdatedAt,
    isPending: isPending && now.data === undefined,
    isFetching,
    error: now.error,
    errorUpdatedAt: now.errorUpdatedAt,
    refetch,
  }
}

function isSame<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([name, value]) => Object.is(value, b[name as keyof T]))
}
