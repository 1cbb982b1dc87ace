/** Reads the evidence of a hold and shows it. */
import { searchPointers } from '../../aws/dns/pointers.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import type { Pointer } from '../../core/cutover/hold/pointers.ts'
import { knownSides } from '../../core/cutover/verification/sides.ts'
import { AwsProblem } from '../../core/problem.ts'
import { heldSince } from './cutover-view.ts'
import type { GuardWatch } from './guard-watch.ts'
import { carriedOver, type HoldView, readHold } from './hold-evidence.ts'
import type { SessionContext } from './session-context.ts'

export class HoldWatch {
  readonly #context: SessionContext
  readonly #guards: GuardWatch
  #pointers: readonly Pointer[] | undefined

  constructor(context: SessionContext, guards: GuardWatch) {
    this.#context = context
    this.#guards = guards
  }

  /** Another hold has begun: what it asks of the person shows at once, before its evidence is read. */
  begin(): void {
    const { run, hold, log } = this.#context.view.get()
    // A way back in between ends a hold: this one may count from anew.
    if (hold) this.#context.show({ hold: carriedOver(hold, run, heldSince(log, run)) })
  }

  /** Undefined outside of a hold. */
  async read(): Promise<HoldView | undefined> {
    const { host, signal, view } = this.#context
    const { run, attested, log } = view.get()
    const since = heldSince(log, run)
    if (since === undefined) return undefined
    const hold = await readHold({
      host,
      run,
      isPrivate: await this.#context.isPrivate(),
      began: this.#context.began(),
      legacy: await this.#legacy(),
      attested,
      pointers: this.#pointers,
      heldSince: since,
      signal,
    })
    this.#context.show({ hold })
    return hold
  }

  /** Looks through all zones of the account for other records that lead to the legacy. @throws AwsProblem */
  async searchPointers(): Promise<void> {
    const { host, signal, view } = this.#context
    const { plan } = view.get().run
    const { legacy } = knownSides(plan)
    this.#pointers = await searchPointers(host.aws, plan, legacy, { signal, priority: 'sweep' })
    await this.read()
  }

  async #legacy(): Promise<readonly LegacyTarget[]> {
    try {
      return await this.#guards.legacy()
    } catch (error) {
      // Nothing is known to be unused then.
      if (!(error instanceof AwsProblem)) throw error
      return []
    }
  }
}
