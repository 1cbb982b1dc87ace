/** What a session does by itself, again and again until it is left. */
import { AwsProblem } from '../../core/problem.ts'
import type { CutoverHost } from './host.ts'

export class Duties {
  readonly #host: CutoverHost
  readonly #signal: AbortSignal

  /** `signal`: aborted when the session is left. */
  constructor(host: CutoverHost, signal: AbortSignal) {
    this.#host = host
    this.#signal = signal
  }

  /** `interval`: ms between the end of one time and the begin of the next. */
  async every(interval: number, work: () => Promise<void>): Promise<void> {
    while (!this.#signal.aborted) {
      await this.once(work)
      await this.#host.sleepUntil(this.#host.now() + interval, this.#signal).catch(() => undefined)
    }
  }

  /** Never rejects. What AWS refuses is tried again next time; anything else is a mistake of ours. */
  async once(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!this.#signal.aborted && !(error instanceof AwsProblem)) this.#host.onMistake(error)
    }
  }
}
