/** From a query to what a block shows of it: first load, age, problem in words, partial failures, refresh. */
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
  const { error, dataUpdatedAt, isFetching, refetch } = query
  return {
    // A query that failed at first and is tried again is loading again; one that waits for another is loading too.
    loading: query.isPending,
    fetching: isFetching,
    updatedAt: dataUpdatedAt > 0 ? dataUpdatedAt : undefined,
    intervalMs,
    problem: error !== null && error !== undefined ? problemWords(say, error) : undefined,
    failures: failures && failureWords(failures),
    refresh: () => void refetch(),
  }
}

/** Names from ARNs: what follows the last slash or colon. */
export function failureWords(failures: readonly PartialFailure[]): BlockState['failures'] {
  return failures.map(({ arn, reason, detail }) => ({
    name: arn.split(/[/:]/).at(-1) ?? arn,
    reason,
    detail,
  }))
}
