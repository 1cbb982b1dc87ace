/** A token bucket: so many at once, so many a second afterwards. In any window of t seconds it grants at most burst + refill × t. */
import type { Rate } from './budget.ts'

/** A token less this counts as a whole one: sums of fractions are never exact. */
const almost = 1e-9

export class Meter {
  readonly #burst: number
  /** Per ms. */
  readonly #refill: number
  #tokens: number
  #at: number

  /** A bucket that could never hold a whole token would never grant one: it holds one then. Times in ms. */
  constructor({ burst, refill }: Rate, now: number) {
    this.#burst = Math.max(1, burst)
    this.#refill = refill / 1000
    this.#tokens = this.#burst
    this.#at = now
  }

  /** Milliseconds until a token is there; 0 when one is. */
  wait(now: number): number {
    this.#fill(now, 1)
    return this.#tokens >= 1 - almost ? 0 : Math.ceil((1 - this.#tokens) / this.#refill)
  }

  /** Takes a token that `wait` said is there. */
  take(): void {
    this.#tokens -= 1
  }

  /** Lets time pass at a slower pace (0.5: half the refill). */
  pass(now: number, pace: number): void {
    this.#fill(now, pace)
  }

  #fill(now: number, pace: number): void {
    // A clock that was set back must not stop the bucket.
    const passed = Math.max(0, now - this.#at)
    this.#tokens = Math.min(this.#burst, this.#tokens + passed * this.#refill * pace)
    this.#at = now
  }
}
