/** Evaluates the guards of one cutover, remembers what they saw, and notices when nobody watched. */
import type { GuardReading } from '../../core/cutover/guards/guard.ts'
import { type Judgement, longestGap, type Verdict } from '../../core/cutover/guards/judge.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import { currentState, isLeaving } from '../../core/cutover/permits.ts'
import type { Run } from '../../core/cutover/run.ts'
import { isExposed } from '../../core/cutover/timing.ts'
import { AwsProblem } from '../../core/problem.ts'
import { haste } from '../../lib/clock.ts'
import {
  freshWatch,
  watch,
  type WatchMemory,
  type WatchResult,
  type WatchSubject,
} from '../../aws/cutover/watch.ts'
import type { LogEntry } from './event-log.ts'
import type { CutoverHost } from './host.ts'
import type { CutoverSources } from './sources.ts'

/** ms between evaluations: guards read metrics of whole minutes. */
export const guardsEvery = 30_000

export interface WatchView {
  /** Of the last evaluation, ms since the epoch. */
  at?: number
  verdict?: Verdict
  readings?: readonly GuardReading[]
  trips?: readonly GuardReading[]
  /** Two clean evaluations in a row since something tripped, or nothing did. */
  mayResume: boolean
  /** Requests since INSYNC, within the window of the guards. */
  traffic?: WatchResult['traffic']
  targets?: WatchResult['targets']
  desired?: number | undefined
  /** What could not be read. */
  problems: readonly AwsProblem[]
  /** The load balancer of the plan, or the rule for the hostname, cannot be found. */
  isBlind?: boolean
  /** The last time that nobody watched, ms since the epoch. */
  unwatched?: { from: number; to: number }
}

export const unwatched: WatchView = { mayResume: true, problems: [] }

export class GuardWatch {
  readonly #host: CutoverHost
  /** What is watched; read at the first evaluation, and until it is whole. */
  readonly #read: () => Promise<WatchSubject | undefined>
  #subject: WatchSubject | undefined
  #memory: WatchMemory = freshWatch
  #view: WatchView = unwatched

  constructor(host: CutoverHost, read: () => Promise<WatchSubject | undefined>) {
    this.#host = host
    this.#read = read
  }

  get view(): WatchView {
    return this.#view
  }

  get memory(): WatchMemory {
    return this.#memory
  }

  /** For the hold, too. */
  async legacy(): Promise<readonly LegacyTarget[]> {
    return (await this.subject())?.legacy ?? []
  }

  /** Read once, but again as long as part of it is missing. @throws AwsProblem when nothing of it is known */
  async subject(): Promise<WatchSubject | undefined> {
    const known = this.#subject
    if (known && known.isPartial !== true) return known
    try {
      this.#subject = await this.#read()
    } catch (error) {
      if (!known || !(error instanceof AwsProblem)) throw error
    }
    return this.#subject
  }

  /** For whoever draws what the guards watch. */
  sources(isPrivate: () => Promise<boolean>): CutoverSources {
    return { doh: () => this.#host.doh, isPrivate, subject: () => this.subject() }
  }

  /** Other thresholds or alarms: from the next evaluation on. */
  change(changed: Partial<Pick<WatchSubject, 'thresholds' | 'alarms'>>): void {
    if (this.#subject) this.#subject = { ...this.#subject, ...changed }
  }

  /** Rejects only when `signal` is aborted. */
  async evaluate(run: Run, tooLittleAccepted: boolean, signal: AbortSignal): Promise<WatchView> {
    const { aws, now } = this.#host
    const gap = this.#gap(now())
    try {
      const subject = await this.subject()
      if (!subject) return this.#show({ ...this.#view, ...gap, isBlind: true })
      const moment = {
        now: now(),
        share: shareOf(run),
        since: sinceOf(run),
        drift: run.phase.at === 'drift',
        tooLittleAccepted,
      }
      // Clicks go before polls: guards come first in the call budget.
      const result = await watch(aws, subject, moment, this.#memory, { signal, priority: 'click' })
      this.#memory = result.memory
      const { trips, readings, traffic, targets, desired, problems } = result
      const verdict = verdictOf(result, moment)
      const mayResume = result.memory.guards.held === 'ok'
      const seen = {
        verdict,
        trips,
        readings,
        traffic,
        targets,
        desired,
        problems,
        mayResume,
        isBlind: false,
      }
      return this.#show({ ...this.#view, ...gap, ...seen, at: moment.now })
    } catch (error) {
      if (!(error instanceof AwsProblem)) throw error
      return this.#show({ ...this.#view, ...gap, problems: [error] })
    }
  }

  #gap(now: number): Pick<WatchView, 'unwatched'> {
    const { at } = this.#view
    // Simulated time may pass faster than anybody can look.
    return at !== undefined && now - at > longestGap * haste() ? { unwatched: { from: at, to: now } } : {}
  }

  #show(view: WatchView): WatchView {
    this.#view = view
    return view
  }
}

/** ms after INSYNC within which requests must have shown up: three periods, and as long as metrics come late. */
const firstTraffic = 7 * 60_000

/**
 * Where nothing could have arrived yet, too little traffic is no news: it stops verifications, and nothing else. Nor is it, for
 * three minutes, that nothing can be read.
 */
function verdictOf({ verdict, trips }: Judgement, { now, since }: { now: number; since: number }): Verdict {
  const isQuiet = trips.every(({ state }) => state === 'inconclusive')
  const isUnread = trips.some(({ value }) => value === undefined)
  return isQuiet && now < since + (isUnread ? longestGap : firstTraffic) ? 'ok' : verdict
}

/** What one evaluation adds to the log: the end of a time in which nobody watched, and a change of mind. */
export function watchEntries(
  before: WatchView,
  { at, unwatched: gap, verdict, trips = [] }: WatchView,
): LogEntry[] {
  const isNews = verdict !== undefined && verdict !== (before.verdict ?? 'ok')
  return [
    ...(gap && gap !== before.unwatched ? [{ at: gap.to, kind: 'unwatched' as const, from: gap.from }] : []),
    ...(at !== undefined && isNews ? [{ at, kind: 'guards' as const, verdict, trips }] : []),
  ]
}

/** True while clients may be sent to the new side: guards have something to watch. */
export function isWatched(run: Run): boolean {
  const state = currentState(run)
  const isOurs = run.phase.at !== 'lost-claim' && !isLeaving(run)
  return isOurs && state !== undefined && isExposed(run.plan, state)
}

function shareOf(run: Run): number {
  return run.plan.states[currentState(run) ?? 0]?.share ?? 0
}

/** INSYNC of the state, or the last write while it is not yet. */
export function sinceOf({ phase, lastWriteAt }: Run): number {
  return 'since' in phase ? phase.since : lastWriteAt
}
