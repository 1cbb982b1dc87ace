/** Keeps the machine told of what decides whether it may write: who is signed in and how long, the network, which tab leads. */
import type { CutoverRunner } from '../../aws/cutover/runner.ts'
import type { Leadership } from '../../browser/locks.ts'
import type { Conditions } from '../../core/cutover/run.ts'
import type { CutoverHost } from './host.ts'

export class SessionConditions {
  readonly #host: CutoverHost
  readonly #leadership: Leadership
  readonly #runner: () => Pick<CutoverRunner, 'get' | 'conditions'>
  #keysUntil = Number.POSITIVE_INFINITY

  constructor(
    host: CutoverHost,
    leadership: Leadership,
    runner: () => Pick<CutoverRunner, 'get' | 'conditions'>,
  ) {
    this.#host = host
    this.#leadership = leadership
    this.#runner = runner
  }

  /** Looks until when the present keys are good. Never rejects. */
  async refreshKeys(): Promise<void> {
    try {
      this.#keysUntil = await this.#host.surroundings.keysUntil()
    } catch {
      // Why there are none is said by who is signed in, and by the next call.
    }
    this.tell()
  }

  /** Also what the machine concluded from a refused call is put right here. */
  tell(): void {
    const runner = this.#runner()
    const leader = this.#leadership.get()
    const now: Conditions = { ...this.#host.surroundings.get(), leader, credentialsUntil: this.#keysUntil }
    const { conditions } = runner.get()
    const names = Object.keys(now) as (keyof Conditions)[]
    if (names.some((name) => now[name] !== conditions[name])) runner.conditions(now)
  }
}
