/** What a block knows about its data, in plain values and ready words: pages derive it from a query in `widgets/problem`. */
export interface BlockState {
  /** First load: nothing to show yet. A refetch is never loading. */
  loading: boolean
  /** A fetch is under way. */
  fetching?: boolean | undefined
  /** When the data shown was fetched, ms since the epoch by this computer's clock. */
  updatedAt?: number | undefined
  /** How often it is fetched again, ms; absent: only when asked. */
  intervalMs?: number | undefined
  problem?: ProblemWords | undefined
  /** What AWS could not describe. */
  failures?: readonly FailureWords[] | undefined
  /** Where it came from, e.g. `ecs:DescribeServices`. */
  source?: string | undefined
  refresh?: (() => void) | undefined
}

/** A failed answer in the reader's language. */
export interface ProblemWords {
  title: string
  /** What it means and what to do. */
  explanation: string
  /** The service's own words, never translated. */
  raw: string
  code: string
  operation: string
  /** Absent where the browser may not read it. */
  requestId?: string | undefined
  /** Warning: a state that passes or that someone else must change; error: something is wrong. */
  tone: 'warning' | 'error'
  /** Retrying cannot help, e.g. permission denied. */
  final: boolean
}

export interface FailureWords {
  name: string
  reason: string
  detail?: string | undefined
}

export type Freshness = 'fresh' | 'late' | 'old'

/** Amber over twice the interval; red over five times, or as soon as the last fetch failed (the last good data stay). */
export function freshness(ageMs: number, intervalMs: number | undefined, failed: boolean): Freshness {
  if (failed) return 'old'
  if (intervalMs === undefined || intervalMs <= 0) return 'fresh'
  if (ageMs > 5 * intervalMs) return 'old'
  return ageMs > 2 * intervalMs ? 'late' : 'fresh'
}
