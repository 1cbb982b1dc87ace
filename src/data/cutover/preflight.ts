/** The preflight checks of one wish: results as they come, facts kept, and everything that follows from a choice computed anew without asking AWS again. */
import type { PreflightPorts } from '../../aws/cutover/fact-context.ts'
import { runPreflight } from '../../aws/cutover/preflight.ts'
import { type CheckResult, evaluate, isIdle } from '../../core/cutover/preflight/evaluate.ts'
import type { FactKey, Facts, PlanChoices, Readings, Subject } from '../../core/cutover/preflight/facts.ts'
import { checks } from '../../core/cutover/preflight/registry.ts'
import type { Check } from '../../core/cutover/preflight/verdict.ts'
import { Store } from '../../lib/store.ts'
import { withDerived } from './preflight-derive.ts'

export interface PreflightView {
  subject: Subject
  readings: Readings
  /** By id; missing while the first answer is awaited. */
  results: Readonly<Record<string, CheckResult>>
  /** Ids of checks under way. */
  running: readonly string[]
  /** When checks last ended, ms since the epoch by AWS's clock. */
  endedAt?: number
}

/** Only a person starts it: it costs money. */
const probeId = 'P-35'

/** What a person changes without another hostname or another new side. */
export type PreflightChoice = Partial<Pick<Subject, 'healthPath' | 'alarmNames'>> & { choices?: PlanChoices }

export class Preflight {
  readonly #ports: () => PreflightPorts
  readonly #view: Store<PreflightView>
  readonly #stop = new AbortController()
  readonly #onMistake: (mistake: unknown) => void

  /** `ports`: looked up for each run, because the role may have changed. */
  constructor(ports: () => PreflightPorts, subject: Subject, onMistake: (mistake: unknown) => void) {
    this.#ports = ports
    this.#onMistake = onMistake
    const readings: Readings = { subject: { value: subject }, probe: { value: { kind: 'skipped' } } }
    this.#view = new Store<PreflightView>({ subject, readings, results: {}, running: [] })
  }

  get = (): PreflightView => this.#view.get()
  subscribe = (listener: () => void): (() => void) => this.#view.subscribe(listener)

  /** Makes all checks, or the one with that id; the probe is only looked at again. */
  run(id?: string): void {
    void this.#make((check) => id === undefined || check.id === id)
  }

  /** Reaches the new side with the real hostname from around the world. */
  probe(): void {
    this.#change({ subject: { ...this.get().subject, probe: { kind: 'health-check' } } })
    void this.#make(({ id }) => id === probeId, true)
  }

  /** Somebody says that they tried; an empty note takes it back. */
  attest(note: string): void {
    const probe = note === '' ? ({ kind: 'skipped' } as const) : ({ kind: 'attested', note } as const)
    const { subject, readings } = this.get()
    this.#change({ subject: { ...subject, probe }, readings: { ...readings, probe: { value: probe } } })
  }

  /** What a choice needs and nobody has read yet is read; all else follows from what is known. */
  choose(choice: PreflightChoice): void {
    const before = this.get().subject
    const subject: Subject = { ...before, ...choice }
    if (JSON.stringify(subject) === JSON.stringify(before)) return
    const stale = staleFacts(before, subject)
    this.#change({ subject })
    if (this.get().endedAt === undefined) return
    const { readings } = this.get()
    void this.#make(
      (check) =>
        !isIdle(check, subject) &&
        check.needs.some((key) => readings[key] === undefined || stale.includes(key)),
    )
  }

  /** Nothing more is told; a probe under way is taken back. */
  leave(): void {
    this.#stop.abort(new DOMException('The preflight was left', 'AbortError'))
  }

  async #make(wanted: (check: Check) => boolean, withProbe = false): Promise<void> {
    const running = checks
      .filter((check) => wanted(check) && (withProbe || check.id !== probeId))
      .map(({ id }) => id)
    if (running.length === 0) return
    this.#change({ running: [...new Set([...this.get().running, ...running])] })
    const { signal } = this.#stop
    const onResult = (result: CheckResult, fresh: Readings): void => {
      if (signal.aborted) return
      const { readings, running: left } = this.get()
      this.#change({
        readings: { ...readings, ...kept(fresh) },
        running: left.filter((id) => id !== result.id),
      })
    }
    try {
      const ports = this.#ports()
      await runPreflight(ports, this.get().subject, {
        only: ({ id }) => running.includes(id),
        onResult,
        signal,
      })
      this.#change({ endedAt: ports.now() })
    } catch (error) {
      if (signal.aborted) return
      this.#change({ running: this.get().running.filter((id) => !running.includes(id)) })
      this.#onMistake(error)
    }
  }

  /** Results follow from readings and choices: those whose facts are there are made anew. */
  #change(change: Partial<Omit<PreflightView, 'results'>>): void {
    const next = { ...this.get(), ...change }
    const readings = withDerived(next.readings, next.subject)
    const results: Record<string, CheckResult> = {}
    for (const check of checks) {
      const known = this.get().results[check.id]
      const isWhole = isIdle(check, next.subject) || check.needs.every((key) => readings[key] !== undefined)
      if (next.running.includes(check.id) || !isWhole) {
        if (known) results[check.id] = known
      } else results[check.id] = evaluate(check, readings, next.subject)
    }
    this.#view.set({ ...next, readings, results })
  }
}

/** The subject is what the person says now, not when the reading began. */
function kept(fresh: Readings): Readings {
  const { subject: _older, ...rest } = fresh
  return rest
}

function staleFacts(before: Subject, after: Subject): FactKey[] {
  const rule = JSON.stringify(before.choices.rule) !== JSON.stringify(after.choices.rule)
  const alarms = JSON.stringify(before.alarmNames) !== JSON.stringify(after.alarmNames)
  return [
    ...(rule ? (['legacy', 'baseline', 'ruleOwners'] as const) : []),
    ...(alarms ? (['alarms'] as const) : []),
  ]
}

/** The value of a fact, where it was read well. */
export function factOf<Key extends FactKey>(readings: Readings, key: Key): Facts[Key] | undefined {
  const reading = readings[key]
  return reading && 'value' in reading ? reading.value : undefined
}
