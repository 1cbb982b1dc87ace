/** Every interval in the product, and the rules by which polling slows, stops and resumes. All values in ms. */
import { onlineManager } from '@tanstack/react-query'
import type { Aws } from '../aws/context.ts'
import { hiddenFor } from '../browser/visibility.ts'
import { AwsProblem, pageTrouble } from '../core/problem.ts'

/** How often each kind of data is read: `moving` while something changes, `steady` otherwise. */
export const intervals = {
  clusters: { moving: 10_000, steady: 30_000 },
  /** One service that is open. */
  service: { moving: 5_000, steady: 15_000 },
  /** Rows on the screen of a service table. */
  visibleServices: { moving: 10_000, steady: 10_000 },
  deployments: { moving: 5_000, steady: 30_000 },
  tasks: { moving: 5_000, steady: 15_000 },
  stoppedTasks: { moving: 15_000, steady: 30_000 },
  instances: { moving: 10_000, steady: 30_000 },
  capacityProviders: { moving: 60_000, steady: 60_000 },
  loadBalancers: { moving: 10_000, steady: 60_000 },
  listeners: { moving: 60_000, steady: 60_000 },
  targetGroups: { moving: 30_000, steady: 60_000 },
  /** Families, and whether a revision is ACTIVE. */
  taskDefinitions: { moving: 30_000, steady: 60_000 },
  targetHealth: { moving: 10_000, steady: 20_000 },
  /** CloudWatch writes these metrics once a minute. */
  metrics: { moving: 60_000, steady: 60_000 },
  logs: { moving: 5_000, steady: 15_000 },
  /** Journals of zones: one call each. */
  openCutovers: { moving: 60_000, steady: 60_000 },
  /** What name servers and resolvers answer for the hostname of a cutover. */
  answers: { moving: 30_000, steady: 30_000 },
} as const

/** The whole list of a cluster's services and all their rows, at least this far apart. */
export const sweepEvery = 60_000

/** A hidden tab stops polling after this. */
const stopHiddenAfter = 30_000

/** A refused service is asked once a minute at most; a denied call hardly ever changes by itself. */
const afterProblem = { blocked: 60_000, denied: 300_000, 'not-found': 60_000, invalid: 300_000 } as const

/** Pages that lead nowhere would cost as many calls each time. */
const endless: readonly string[] = Object.values(pageTrouble)

/** As much of a query's state as decides when it is read again. */
interface PolledState<Data> {
  data: Data | undefined
  error: unknown
  errorUpdateCount: number
}

/** The first attempt to read what is not there yet comes this soon after AWS failed, ms; doubles each time. */
const firstAgain = 2_000

/** True in a tab that has been out of sight too long to go on polling. */
function isAsleep(): boolean {
  return hiddenFor() >= stopHiddenAfter
}

/** True while nothing is read: the tab is out of sight, or there is no network. */
export function isStopped(): boolean {
  return isAsleep() || !onlineManager.isOnline()
}

/** The interval as slowed by throttling: half the frequency for a minute. */
export function paced(aws: Aws, interval: number): number {
  return aws.limiter.isSlowed() ? 2 * interval : interval
}

/** After a problem some polls slow down, and without sign-in they stop (false). */
export function intervalAfter(error: unknown, interval: number): number | false {
  if (!(error instanceof AwsProblem)) return interval
  if (error.kind === 'signed-out') return false
  return error.kind in afterProblem
    ? Math.max(interval, afterProblem[error.kind as keyof typeof afterProblem])
    : interval
}

/**
 * ms until something that could never be read is tried again: soon when AWS itself failed, because an empty page helps nobody,
 * and as `intervalAfter` says otherwise. `failures`: how often it failed so far.
 */
export function intervalBeforeData(error: unknown, failures: number, interval: number): number | false {
  const passing =
    error instanceof AwsProblem && error.kind === 'unexpected' && !endless.includes(error.facts.code)
  return passing
    ? Math.min(interval, firstAgain * 2 ** Math.max(0, failures - 1))
    : intervalAfter(error, interval)
}

/**
 * Options that keep a query fresh: `...polling(aws, intervals.tasks, isMoving)`. Off in a hidden tab after 30 s and while
 * offline; on waking or reconnecting, what is on the screen is read at once. `readTime`: ms that reading these data takes;
 * they are not read more often.
 */
export function polling<Data>(
  aws: Aws,
  { moving, steady }: { moving: number; steady: number },
  isMoving: (data: Data) => boolean = () => false,
  readTime: (data: Data) => number = () => 0,
) {
  return {
    staleTime: 5_000,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }: { state: PolledState<Data> }): number | false => {
      if (isStopped()) return false
      const { data, error, errorUpdateCount } = state
      if (data === undefined) return intervalBeforeData(error, errorUpdateCount, paced(aws, steady))
      const interval = isMoving(data) ? moving : steady
      return intervalAfter(error, paced(aws, Math.max(interval, readTime(data))))
    },
  }
}
