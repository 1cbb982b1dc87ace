/** Makes the verification after a step, once at a time, and shows what it found. */
import { verified, verifyStep } from '../../core/cutover/verification/registry.ts'
import type { StepFacts } from '../../core/cutover/verification/step-facts.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { GuardWatch } from './guard-watch.ts'
import type { SessionContext } from './session-context.ts'
import { readStepFacts } from './verify-step.ts'

/** ms for which a verification stands: who asks again meanwhile gets the same. */
const standsFor = 20_000

export class Verifier {
  readonly #context: SessionContext
  readonly #guards: GuardWatch
  #recent: { state: number; until: number; passed: Promise<boolean> } | undefined
  /** As last heard of the change that is spreading. */
  change: StepFacts['change']

  constructor(context: SessionContext, guards: GuardWatch) {
    this.#context = context
    this.#guards = guards
  }

  /** Something that it looks at has changed: the next one is made anew. */
  forget(): void {
    this.#recent = undefined
  }

  /** Whether state `state` may be left. */
  verify(state: number): Promise<boolean> {
    const { now } = this.#context.host
    if (this.#recent?.state === state && now() < this.#recent.until) return this.#recent.passed
    const passed = this.#verify(state)
    this.#recent = { state, until: now() + standsFor, passed }
    return passed
  }

  async #verify(state: number): Promise<boolean> {
    const { host, view, signal } = this.#context
    const at = host.now()
    try {
      const isPrivate = await this.#context.isPrivate()
      const { run, setup, attested } = view.get()
      const { change } = this
      const guards = this.#guards
      const results = verifyStep(
        await readStepFacts({ host, run, state, isPrivate, change, guards, setup, attested, signal }),
      )
      const passed = verified(results)
      const missing = results.filter((one) => one.state === 'fail' || one.state === 'waiting')
      this.#context.show({ verification: { at, state, results, passed } })
      this.#context.log({ at, kind: 'verified', state, missing: missing.map(({ id }) => id) })
      return passed
    } catch (problem) {
      // What could not be read was not seen.
      if (!(problem instanceof AwsProblem)) throw problem
      const { verification } = view.get()
      const results = verification?.state === state ? verification.results : []
      this.#context.show({ verification: { at, state, results, passed: false, problem } })
      return false
    }
  }
}
