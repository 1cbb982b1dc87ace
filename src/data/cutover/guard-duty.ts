/** Lets the guards be evaluated, one evaluation at a time, and tells the log and the machine what they found. */
import type { CutoverRunner } from '../../aws/cutover/runner.ts'
import { currentState } from '../../core/cutover/permits.ts'
import { type GuardWatch, isWatched, watchEntries } from './guard-watch.ts'
import type { SessionContext } from './session-context.ts'

export class GuardDuty {
  readonly #context: SessionContext
  readonly #guards: GuardWatch
  readonly #runner: () => Pick<CutoverRunner, 'get' | 'tell'>
  #watching: Promise<void> | undefined

  constructor(
    context: SessionContext,
    guards: GuardWatch,
    runner: () => Pick<CutoverRunner, 'get' | 'tell'>,
  ) {
    this.#context = context
    this.#guards = guards
    this.#runner = runner
  }

  /** Who asks while one is under way waits for the same one. */
  watch(): Promise<void> {
    this.#watching ??= this.#watchNow().finally(() => {
      this.#watching = undefined
    })
    return this.#watching
  }

  async #watchNow(): Promise<void> {
    const runner = this.#runner()
    const run = runner.get()
    const { signedIn, online, leader } = run.conditions
    if (!signedIn || !online || !leader || !isWatched(run)) return
    const state = currentState(run) ?? 0
    const before = this.#guards.view
    const accepted = this.#context.view.get().attested.tooLittle.includes(state)
    const watch = await this.#guards.evaluate(run, accepted, this.#context.signal)
    this.#context.show({ watch })
    this.#context.log(...watchEntries(before, watch))
    // What was read is about the state that it was read in.
    const isNews = watch.at !== before.at && currentState(runner.get()) === state
    if (isNews && watch.verdict !== undefined && isWatched(runner.get()))
      runner.tell({ type: 'guards', verdict: watch.verdict })
  }
}
