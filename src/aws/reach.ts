/** Services that the browser could not reach although the network is there: they are asked once a minute at most. */
import type { ProblemFacts } from '../core/problem.ts'
import type { ServiceKey } from './service.ts'

/** ms. */
const askAgainAfter = 60_000

export class Reach {
  readonly #blocked = new Map<ServiceKey, { facts: ProblemFacts; until: number }>()

  /** Times in ms since the epoch. */
  block(service: ServiceKey, facts: ProblemFacts, now: number): void {
    this.#blocked.set(service, { facts, until: now + askAgainAfter })
  }

  /** It answered: no longer suspected. */
  answered(service: ServiceKey): void {
    this.#blocked.delete(service)
  }

  /** True while its last verdict stands, also when it may be asked again. */
  isSuspect(service: ServiceKey): boolean {
    return this.#blocked.has(service)
  }

  /** The verdict to repeat without asking, or undefined when the service may be asked. */
  verdict(service: ServiceKey, now: number): ProblemFacts | undefined {
    const blocked = this.#blocked.get(service)
    if (!blocked || now >= blocked.until) return undefined
    return blocked.facts
  }
}
