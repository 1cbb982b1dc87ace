/** Keeps one cutover going: gives events to the machine and performs the effects that come out, until it is stopped. */
import { next } from '../../core/cutover/machine.ts'
import type { Command, Conditions, Event, Run } from '../../core/cutover/run.ts'
import { Store } from '../../lib/store.ts'
import { type CutoverPorts, type Happening, perform } from './perform.ts'

export class CutoverRunner {
  readonly #ports: CutoverPorts
  readonly #run: Store<Run>
  readonly #stop = new AbortController()
  /** Told about mistakes of ours: the cutover stays as it is, and can be attached again. */
  readonly #onMistake: (mistake: unknown) => void
  #underWay = 0

  constructor(run: Run, ports: CutoverPorts, onMistake: (mistake: unknown) => void) {
    this.#run = new Store(run)
    this.#ports = ports
    this.#onMistake = onMistake
  }

  get = (): Run => this.#run.get()
  subscribe = (listener: () => void): (() => void) => this.#run.subscribe(listener)

  /** Effects that have not been answered. */
  get underWay(): number {
    return this.#underWay
  }

  command(command: Command): void {
    this.tell({ type: 'command', command })
  }

  conditions(conditions: Partial<Conditions>): void {
    this.tell({ type: 'conditions', conditions })
  }

  /** What happened goes in, what shall be done is begun. */
  tell(happening: Happening): void {
    if (this.#stop.signal.aborted) return
    const event: Event = { ...happening, now: this.#ports.now(), nonce: this.#ports.nonce() }
    const before = this.#run.get()
    const { run, effects } = next(before, event)
    this.#run.set(run)
    this.#ports.heard?.(event, before, run)
    for (const effect of effects) void this.#perform(effect)
  }

  /** Nothing more is begun. What is on the wire is not called back: whoever attaches next reads what became of it. */
  stop(): void {
    this.#stop.abort(new DOMException('The cutover is no longer driven from here', 'AbortError'))
  }

  async #perform(effect: Parameters<typeof perform>[1]): Promise<void> {
    const { signal } = this.#stop
    this.#underWay++
    try {
      const happening = await perform(this.#run.get(), effect, this.#ports, signal)
      this.#underWay--
      this.tell(happening)
    } catch (error) {
      this.#underWay--
      if (!signal.aborted) this.#onMistake(error)
    }
  }
}
