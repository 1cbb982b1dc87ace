/** Waits until a time, also in a hidden tab and through the computer's sleep: the clock is looked at each second. */

/** Calls `tell` about once a second. Returns the function that stops it. */
export type Ticker = (tell: () => void) => () => void

/** ms between ticks. */
const second = 1_000

export class WorkerClock {
  readonly #now: () => number
  readonly #ticker: Ticker
  readonly #waiting = new Set<() => void>()
  #stop: (() => void) | undefined

  /** `now`: ms since the epoch, by whichever clock the times are. */
  constructor(now: () => number, ticker: Ticker = workerTicker) {
    this.#now = now
    this.#ticker = ticker
  }

  /** Resolves at the first tick at or after `time`; rejects with the reason of `signal`. */
  sleepUntil = (time: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error)
      const leave = (): void => {
        this.#waiting.delete(look)
        signal.removeEventListener('abort', giveUp)
        this.#rest()
      }
      const giveUp = (): void => {
        leave()
        reject(signal.reason as Error)
      }
      const look = (): void => {
        if (this.#now() < time) return
        leave()
        resolve()
      }
      signal.addEventListener('abort', giveUp)
      this.#waiting.add(look)
      this.#stop ??= this.#ticker(() => this.#tick())
      // What is over already need not wait for a tick.
      look()
    })

  #tick(): void {
    for (const look of this.#waiting) look()
  }

  /** Nobody waits: no need to tick. */
  #rest(): void {
    if (this.#waiting.size > 0) return
    this.#stop?.()
    this.#stop = undefined
  }
}

/** By a worker of our own; by a timer where there are none, or where it does not start. */
function workerTicker(tell: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  const byTimer = (): void => {
    timer ??= setInterval(tell, second)
  }
  const worker = startWorker()
  if (worker) {
    worker.addEventListener('message', tell)
    worker.addEventListener('error', byTimer)
  } else byTimer()
  return () => {
    worker?.terminate()
    clearInterval(timer)
  }
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    return new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}
