/** From a query to what a block shows of it: first load, age, problem in words, partial failures, refresh. */
import { useState } from 'react'
import type { PartialFailure } from '../../core/problem.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BlockState } from '../../ui/block-state.ts'
import { problemWords } from './problem-words.ts'

/** The part of a query's result that a block needs; several queries can be joined into one by the caller. */
export interface QueryLike {
  isPending: boolean
  isFetching: boolean
  /** ms since the epoch by this computer's clock; 0: never. */
  dataUpdatedAt: number
  error: unknown
  /** When it last failed; 0: never. Stays while it is tried again. */
  errorUpdatedAt?: number
  refetch: () => unknown
}

interface Options {
  /** How often the query is fetched again, ms. */
  intervalMs?: number | undefined
  failures?: readonly PartialFailure[] | undefined
}

/** `const state = useBlockState(query, { intervalMs, failures: query.data?.failures })`. */
export function useBlockState(query: QueryLike, { intervalMs, failures }: Options = {}): BlockState {
  const say = useText()
  const { dataUpdatedAt, isFetching, refetch } = query
  const error = useLastError(query)
  return {
    // A query that waits for another is loading too; one that is tried again after a failure still says the failure.
    loading: query.isPending && error === null,
    fetching: isFetching,
    updatedAt: dataUpdatedAt > 0 ? dataUpdatedAt : undefined,
    intervalMs,
    problem: error === null ? undefined : problemWords(say, error),
    failures: failures && failureWords(failures),
    refresh: () => void refetch(),
  }
}

/** TanStack Query forgets the error of a query without data as soon as it is tried again: the page would flicker at each poll. */
function useLastError({ error, errorUpdatedAt = 0, isPending }: QueryLike): unknown {
  const [last, setLast] = useState<{ error: unknown; at: number }>()
  const failed = error !== null && error !== undefined
  if (failed && last?.error !== error) setLast({ error, at: errorUpdatedAt })
  if (failed) return error
  // The time tells this query's failure from that of another one in its place.
  return isPending && errorUpdatedAt > 0 && last?.at === errorUpdatedAt ? last.error : null
}

/** Names from ARNs: what follows the last slash or colon. */
export function failureWords(failures: readonly PartialFailure[]): BlockState['failures'] {
  return failures.map(({ arn, reason, detail }) => ({
    name: arn.split(/[/:]/).at(-1) ?? arn,
    reason,
    detail,
  }))
}
