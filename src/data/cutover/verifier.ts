/** Makes the verification after a step, and shows what it found. */
import { verified, verifyStep } from '../../core/cutover/verification/registry.ts'
import type { StepFacts } from '../../core/cutover/verification/step-facts.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { GuardWatch } from './guard-watch.ts'
import type { SessionContext } from './session-context.ts'
import { attestedFacts, readStepFacts } from './verify-step.ts'

/** ms for which what was read stands, when only what a person said has changed. */
const standsFor = 60_000

/** ms for which answers of the name servers stand: they take 20 calls, and a person may take long to look. */
const answersStandFor = 120_000

export class Verifier {
  readonly #context: SessionContext
  readonly #guards: GuardWatch
  #facts: StepFacts | undefined
  #answers: (Pick<StepFacts, 'state' | 'nameServers'> & { at: number }) | undefined
  /** As last heard of the change that is spreading. */
  change: StepFacts['change']

  constructor(context: SessionContext, guards: GuardWatch) {
    this.#context = context
    this.#guards = guards
  }

  /** Whether state `state` may be left. */
  async verify(state: number): Promise<boolean> {
    const { host, view, signal } = this.#context
    try {
      const isPrivate = await this.#context.isPrivate()
      const { run, setup, attested } = view.get()
      const { change } = this
      const guards = this.#guards
      const nameServers = this.#goodAnswers(state)
      const question = { host, run, state, isPrivate, change, guards, setup, attested, signal, nameServers }
      this.#facts = await readStepFacts(question)
      if (!nameServers) this.#answers = { ...this.#facts, at: this.#facts.now }
      return this.#judge(this.#facts)
    } catch (problem) {
      // What could not be read was not seen.
      if (!(problem instanceof AwsProblem)) throw problem
      const { verification } = view.get()
      const results = verification?.state === state ? verification.results : []
      this.#context.show({ verification: { at: host.now(), state, results, passed: false, problem } })
      return false
    }
  }

  #goodAnswers(state: number): StepFacts['nameServers'] {
    const known = this.#answers
    const isGood = known?.state === state && this.#context.host.now() < known.at + answersStandFor
    return isGood ? known.nameServers : undefined
  }

  /** The same facts with what the person has said since; undefined when there are none, or old ones. */
  reconsider(state: number): boolean | undefined {
    const facts = this.#facts
    const { host, view } = this.#context
    const now = host.now()
    if (facts?.state !== state || now > facts.now + standsFor) return undefined
    const { setup, attested } = view.get()
    return this.#judge({ ...facts, ...attestedFacts(setup, attested, state), now })
  }

  #judge(facts: StepFacts): boolean {
    const { state, now: at } = facts
    const results = verifyStep(facts)
    const passed = verified(results)
    const missing = results.filter((one) => one.state === 'fail' || one.state === 'waiting')
    this.#context.show({ verification: { at, state, results, passed } })
    this.#context.log({ at, kind: 'verified', state, missing: missing.map(({ id }) => id) })
    return passed
  }
}
