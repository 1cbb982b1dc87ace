/** The services of one cluster, thousands if need be: the first page at once, the rest swept in the background. */
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import {
  describeServices,
  firstServices,
  listServices,
  serviceBatchSize,
  serviceBucket,
  servicePageSize,
} from '../../aws/ecs/services.ts'
import type { Priority } from '../../aws/limiter.ts'
import type { Service } from '../../core/ecs/service.ts'
import { AwsProblem, type PartialFailure } from '../../core/problem.ts'
import { chunks } from '../../lib/arrays.ts'
import { now } from '../../lib/clock.ts'
import { Store } from '../../lib/store.ts'
import { intervalAfter, intervalBeforeData, intervals, isStopped, paced, sweepEvery } from '../polling.ts'

/** Rows described before anything else is asked: more than any screen shows. */
const firstRows = 50

/** ms between the first rows and the sweep, so that nothing competes with painting them. */
const sweepAfter = 1_500

/** ms between updates of the screen during a sweep: each costs a sort and a filter of all rows. */
const publishEvery = 500

/** Batches of a sweep that wait for budget at the same time. */
const lanes = 4

export interface FleetState {
  /** As listed so far. */
  arns: readonly string[]
  known: ReadonlyMap<string, Service>
  /** Services listed so far; final when `listed`. */
  total: number
  knownCount: number
  /** True when the list was read to its end. */
  listed: boolean
  /** What AWS could not describe. */
  failures: readonly PartialFailure[]
  /** `loading` until the first rows are there, `failed` when they could not be had. */
  status: 'loading' | 'ready' | 'failed'
  fetching: boolean
  /** Of the last read, while what was read before stays. */
  problem: AwsProblem | undefined
  /** When rows were last read, ms since the epoch by this computer's clock; 0 before. */
  fetchedAt: number
}

const nothing: FleetState = {
  arns: [],
  known: new Map(),
  total: 0,
  knownCount: 0,
  listed: false,
  failures: [],
  status: 'loading',
  fetching: false,
  problem: undefined,
  fetchedAt: 0,
}

export class ServiceFleet {
  readonly #aws: Aws
  readonly #cluster: string
  readonly #seen: (services: Service[]) => void
  readonly #state = new Store<FleetState>(nothing)
  readonly #known = new Map<string, Service>()
  readonly #failures = new Map<string, PartialFailure>()
  #visible: readonly string[] = []
  #users = 0
  #running: AbortController | undefined
  #publishedAt = 0
  /** Failed reads since the last good one. */
  #failedReads = 0
  /** When the last whole sweep began, ms since the epoch. */
  #sweptAt = Number.NEGATIVE_INFINITY

  /** `seen` is told about the rows on the screen whenever they were read. */
  constructor(aws: Aws, cluster: string, seen: (services: Service[]) => void = () => undefined) {
    this.#aws = aws
    this.#cluster = cluster
    this.#seen = seen
  }

  get = this.#state.get
  subscribe = this.#state.subscribe

  /** Reads while somebody looks. Returns the function to call when they leave. */
  attach = (): (() => void) => {
    this.#users++
    if (!this.#running) {
      this.#running = new AbortController()
      const { signal } = this.#running
      void this.#keepSwept(signal)
      void this.#keepVisibleFresh(signal)
    }
    return () => {
      this.#users--
      if (this.#users > 0) return
      this.#running?.abort()
      this.#running = undefined
    }
  }

  /** ARNs on the screen: unknown ones are read at once, all of them each few seconds. */
  show = (arns: readonly string[]): void => {
    this.#visible = arns
    const unknown = arns.filter((arn) => !this.#known.has(arn) && !this.#failures.has(arn))
    const signal = this.#running?.signal
    if (signal && unknown.length > 0) void this.#guard(signal, () => this.#describe(unknown, 'click', signal))
  }

  /** Reads the list's first page and the rows on the screen now. */
  refresh = (): void => {
    const signal = this.#running?.signal
    if (signal) void this.#readFirst(signal)
  }

  async #keepSwept(signal: AbortSignal): Promise<void> {
    // Whoever comes back to a table sees what was known, and must not take it for the present.
    if (now() - this.#state.get().fetchedAt > intervals.visibleServices.steady) await this.#readFirst(signal)
    while (!signal.aborted) {
      await this.#pause(Math.max(sweepAfter, this.#untilNextRound()), signal)
      await this.#whenAwake(signal)
      const startedAt = now()
      if (this.#state.get().status === 'ready') {
        await this.#guard(signal, () => this.#sweep(signal))
        if (!signal.aborted) this.#sweptAt = startedAt
      } else await this.#readFirst(signal)
    }
  }

  /** ms until the next sweep is due, or the next attempt at the first rows. */
  #untilNextRound(): number {
    const { status, problem, total } = this.#state.get()
    if (status !== 'ready') return this.#untilFirstAgain(problem)
    const calls = total * (1 / servicePageSize + 1 / serviceBatchSize)
    const wanted = Math.max(sweepEvery, this.#aws.limiter.sweepTime(serviceBucket, calls))
    return paced(this.#aws, this.#sweptAt + wanted - now())
  }

  /** ms between reads of the rows on the screen: longer after a problem that does not pass by itself. */
  #interval(problem: AwsProblem | undefined): number {
    const { steady } = intervals.visibleServices
    return paced(this.#aws, intervalAfter(problem, steady) || steady)
  }

  #untilFirstAgain(problem: AwsProblem | undefined): number {
    const steady = paced(this.#aws, intervals.visibleServices.steady)
    return intervalBeforeData(problem, this.#failedReads, steady) || steady
  }

  async #keepVisibleFresh(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#pause(this.#interval(this.#state.get().problem), signal)
      const slept = await this.#whenAwake(signal)
      const { fetchedAt } = this.#state.get()
      const fresh = !slept && now() - fetchedAt < intervals.visibleServices.steady / 2
      if (signal.aborted || fresh || this.#visible.length === 0) continue
      await this.#guard(signal, () => this.#describe(this.#visible, 'poll', signal))
    }
  }

  /** One page of the list and its first rows, in the order of names, which is the order tables start with. */
  #readFirst(signal: AbortSignal): Promise<void> {
    return this.#guard(signal, async () => {
      const first = await firstServices(this.#aws, this.#cluster, { signal })
      const { listed, arns } = this.#state.get()
      // A list that was read to its end before stays until the next sweep has read it again.
      const all = listed && !first.complete ? [...new Set([...arns, ...first.arns])] : first.arns
      const rows = this.#visible.length > 0 ? this.#visible : byName(first.arns).slice(0, firstRows)
      await this.#describe(rows, 'click', signal, false)
      this.#publish({ arns: all, listed: listed || first.complete, status: 'ready', fetchedAt: now() })
    })
  }

  /** The whole list, then every row: unknown ones first. */
  async #sweep(signal: AbortSignal): Promise<void> {
    const before = this.#state.get().arns
    const arns = await listServices(this.#aws, this.#cluster, {
      signal,
      priority: 'sweep',
      // While it grows, what was listed before stays.
      onPage: (sofar) => this.#publish({ arns: [...new Set([...before, ...sofar])] }, true),
    })
    this.#forget(new Set(arns))
    this.#publish({ arns, listed: true, status: 'ready' })
    const visible = new Set(this.#visible)
    const rest = arns.filter((arn) => !visible.has(arn))
    const unknownFirst = [
      ...rest.filter((arn) => !this.#known.has(arn)),
      ...rest.filter((arn) => this.#known.has(arn)),
    ]
    const batches = chunks(unknownFirst, serviceBatchSize)
    const lane = async (): Promise<void> => {
      for (let batch = batches.shift(); batch && !signal.aborted; batch = batches.shift()) {
        await this.#whenAwake(signal)
        await this.#describe(batch, 'sweep', signal)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    this.#publish({})
  }

  async #describe(
    arns: readonly string[],
    priority: Priority,
    signal: AbortSignal,
    publish = true,
  ): Promise<void> {
    const { items, failures } = await describeServices(this.#aws, this.#cluster, arns, { signal, priority })
    for (const service of items) {
      // The same object for the same answer: rows that did not change are not drawn again.
      this.#known.set(service.arn, replaceEqualDeep(this.#known.get(service.arn), service))
      this.#failures.delete(service.arn)
    }
    for (const failure of failures) this.#failures.set(failure.arn, failure)
    if (priority !== 'sweep') this.#seen(items)
    if (publish) this.#publish(priority === 'sweep' ? {} : { fetchedAt: now() }, priority === 'sweep')
  }

  /** What is no longer listed is gone. */
  #forget(listed: ReadonlySet<string>): void {
    for (const arn of this.#known.keys()) if (!listed.has(arn)) this.#known.delete(arn)
    for (const arn of this.#failures.keys()) if (!listed.has(arn)) this.#failures.delete(arn)
  }

  #publish(change: Partial<FleetState>, mayWait = false): void {
    if (mayWait && now() - this.#publishedAt < publishEvery) return
    this.#publishedAt = now()
    const arns = change.arns ?? this.#state.get().arns
    this.#state.set({
      ...this.#state.get(),
      known: new Map(this.#known),
      failures: [...this.#failures.values()],
      ...change,
      arns,
      total: arns.length,
      knownCount: arns.reduce((count, arn) => count + Number(this.#known.has(arn)), 0),
    })
  }

  /** A read whose failure is shown while the last good data stay. */
  async #guard(signal: AbortSignal, read: () => Promise<void>): Promise<void> {
    this.#state.set({ ...this.#state.get(), fetching: true })
    try {
      await read()
      this.#failedReads = 0
      this.#state.set({ ...this.#state.get(), fetching: false, problem: undefined })
    } catch (error) {
      this.#failedReads++
      const failed = this.#state.get().status === 'ready' ? 'ready' : 'failed'
      if (signal.aborted) this.#state.set({ ...this.#state.get(), fetching: false })
      else if (error instanceof AwsProblem)
        this.#state.set({ ...this.#state.get(), fetching: false, problem: error, status: failed })
      else throw error
    }
  }

  /** Resolves to true when it had to wait: the tab was out of sight, or there was no network. */
  async #whenAwake(signal: AbortSignal): Promise<boolean> {
    let waited = false
    while (isStopped() && !signal.aborted) {
      waited = true
      await this.#pause(1_000, signal)
    }
    return waited
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return this.#aws.ports.sleep(Math.max(0, ms), signal).catch(() => undefined)
  }
}

function byName(arns: readonly string[]): string[] {
  return arns.toSorted((a, b) => (a < b ? -1 : 1))
}
