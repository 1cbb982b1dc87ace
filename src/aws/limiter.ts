/** Holds each call until the budget of its kind has room: mutations and clicks first, then polls, then background sweeps. */
import { type Bucket, buckets, defaultShare, pollRate, type Rate, sweepShare } from './budget.ts'
import { Meter } from './meter.ts'

/** Who waits for the answer: a change, a person, a block that refreshes itself, or nobody yet. */
export type Priority = 'mutation' | 'click' | 'poll' | 'sweep'

const order: Record<Priority, number> = { mutation: 0, click: 1, poll: 2, sweep: 3 }

/** After AWS throttled a call, polling goes at half its pace for this long, ms. */
const slowFor = 60_000

interface Waiter {
  priority: Priority
  grant: () => void
}

interface Lane {
  meter: Meter
  /** Half of the budget, for sweeps. */
  sweeps: Meter
  waiters: Waiter[]
  /** When it will be served next, ms since the epoch. */
  wakeAt: number
}

export interface LimiterPorts {
  /** ms since the epoch. */
  now: () => number
  /** Calls `work` after `delayMs`. */
  later: (work: () => void, delayMs: number) => void
}

export class Limiter {
  readonly #ports: LimiterPorts
  readonly #share: number
  readonly #lanes = new Map<Bucket, Lane>()
  readonly #polls: Meter
  readonly #listeners = new Set<() => void>()
  #slowUntil = Number.NEGATIVE_INFINITY

  /** `share` (0..1] of AWS's limits is spent. */
  constructor(ports: LimiterPorts, share = defaultShare) {
    this.#ports = ports
    this.#share = share
    this.#polls = new Meter(pollRate, ports.now())
  }

  /** Resolves when the call may be sent. @throws the reason of `signal` when it is aborted while waiting */
  take(bucket: Bucket, priority: Priority, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const lane = this.#lane(bucket)
      const leave = (): void => {
        lane.waiters = lane.waiters.filter((one) => one !== waiter)
        reject(signal?.reason as Error)
      }
      const waiter: Waiter = {
        priority,
        grant: () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      const place = lane.waiters.findIndex((one) => order[one.priority] > order[priority])
      lane.waiters.splice(place < 0 ? lane.waiters.length : place, 0, waiter)
      this.#serve(lane)
    })
  }

  /** AWS throttled a call: polls and sweeps slow down for a minute. */
  throttled(): void {
    this.#slowUntil = this.#ports.now() + slowFor
    for (const listener of this.#listeners) listener()
    this.#ports.later(() => this.#listeners.forEach((listener) => listener()), slowFor + 1)
  }

  /** True for a minute after a throttle. */
  isSlowed = (): boolean => this.#ports.now() < this.#slowUntil

  /** Calls `listener` when `isSlowed` changes. Returns the function that stops it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Milliseconds that a sweep of so many calls takes at its share of the budget. */
  sweepTime(bucket: Bucket, calls: number): number {
    return (calls / (buckets[bucket].refill * this.#share * sweepShare)) * 1000
  }

  #lane(bucket: Bucket): Lane {
    const known = this.#lanes.get(bucket)
    if (known) return known
    const now = this.#ports.now()
    const budget = scaled(buckets[bucket], this.#share)
    const lane: Lane = {
      meter: new Meter(budget, now),
      sweeps: new Meter(scaled(budget, sweepShare), now),
      waiters: [],
      wakeAt: Number.POSITIVE_INFINITY,
    }
    this.#lanes.set(bucket, lane)
    return lane
  }

  /** Everything that must have a token for a call of this priority. */
  #meters(lane: Lane, priority: Priority): Meter[] {
    if (priority === 'sweep') return [lane.meter, this.#polls, lane.sweeps]
    return priority === 'poll' ? [lane.meter, this.#polls] : [lane.meter]
  }

  #serve(lane: Lane): void {
    const now = this.#ports.now()
    if (this.isSlowed()) for (const meter of [this.#polls, lane.sweeps]) meter.pass(now, 0.5)
    let soonest = Number.POSITIVE_INFINITY
    const left: Waiter[] = []
    for (const waiter of lane.waiters) {
      const meters = this.#meters(lane, waiter.priority)
      const wait = Math.max(...meters.map((meter) => meter.wait(now)))
      if (wait > 0) {
        soonest = Math.min(soonest, wait)
        left.push(waiter)
      } else {
        for (const meter of meters) meter.take()
        waiter.grant()
      }
    }
    lane.waiters = left
    if (left.length > 0) this.#wake(lane, now + soonest, soonest)
  }

  #wake(lane: Lane, at: number, delay: number): void {
    // A click must not wait for the timer of a sweep.
    if (at >= lane.wakeAt) return
    lane.wakeAt = at
    this.#ports.later(() => {
      if (lane.wakeAt === at) lane.wakeAt = Number.POSITIVE_INFINITY
      this.#serve(lane)
    }, delay)
  }
}

function scaled({ burst, refill }: Rate, share: number): Rate {
  return { burst: burst * share, refill: refill * share }
}
