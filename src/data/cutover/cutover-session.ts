/** One cutover as this tab drives it: the runner with its surroundings, guards, verifications and notes, until it is left. */
import { CutoverRunner } from '../../aws/cutover/runner.ts'
import { type Leadership, whenLeading } from '../../browser/locks.ts'
import { stepBlock } from '../../core/cutover/permits.ts'
import type { Command, Event, Run } from '../../core/cutover/run.ts'
import { holdState } from '../../core/cutover/timing.ts'
import type { CutoverView } from './cutover-view.ts'
import { entriesOf, type LogEntry, withEntries } from './event-log.ts'
import { Duties } from './duties.ts'
import { GuardDuty } from './guard-duty.ts'
import { GuardWatch, guardsEvery, unwatched } from './guard-watch.ts'
import type { HoldView } from './hold-evidence.ts'
import { HoldWatch } from './hold-watch.ts'
import type { CutoverHost } from './host.ts'
import { nonce } from '../../core/cutover/identifiers.ts'
import { Keeper } from './keeper.ts'
import { reportRow } from './report-source.ts'
import { type Attested, type CutoverSetup, nothingAttested } from './rows.ts'
import { SessionConditions } from './session-conditions.ts'
import { SessionContext } from './session-context.ts'
import type { CutoverSources } from './sources.ts'
import { checkStep, hasPassed } from './step-checks.ts'
import { Verifier } from './verifier.ts'

/** ms between looks at the zone, at who is signed in, and at the evidence of a hold. */
const driftEvery = 60_000
const surroundingsEvery = 30_000
const holdEvery = 5 * 60_000

/** A wait that ends this late, ms, was slept through: guards come first then. */
const slept = 60_000

export interface SessionStart {
  run: Run
  setup: CutoverSetup
  attested?: Attested | undefined
  log?: readonly LogEntry[] | undefined
  /** Id of the PRIMARY deployment when the cutover began. */
  expectedDeployment?: string | undefined
}

/** What a person may choose anew while it runs. */
type Configuration = Pick<Partial<CutoverSetup>, 'thresholds' | 'smoke'> & { alarmNames?: readonly string[] }

export class CutoverSession {
  readonly id: string
  readonly sources: CutoverSources
  readonly #host: CutoverHost
  readonly #ended: () => void
  readonly #context: SessionContext
  readonly #leadership: Leadership
  readonly #keeper: Keeper
  readonly #duties: Duties
  readonly #conditions: SessionConditions
  readonly #guards: GuardWatch
  readonly #guardDuty: GuardDuty
  readonly #verifier: Verifier
  readonly #hold: HoldWatch
  readonly #runner: CutoverRunner
  readonly #ends: (() => void)[]
  #sleepIn: (() => void) | undefined

  /** `ended`: called once when the cutover is over. */
  constructor(host: CutoverHost, start: SessionStart, ended: () => void = () => undefined) {
    const { run, setup, attested = nothingAttested, log = [], expectedDeployment } = start
    const { zone, hostname } = run.plan
    this.id = run.id
    this.#host = host
    this.#ended = ended
    this.#leadership = host.lead(`cutover:${zone.id}:${hostname}`)
    const leader = this.#leadership.get()
    const seeded: Run = { ...run, conditions: { ...run.conditions, ...host.surroundings.get(), leader } }
    const view: CutoverView = {
      run: seeded,
      setup,
      attested,
      watch: unwatched,
      isChecking: false,
      log: withEntries(log, [{ at: host.now(), kind: 'opened', phase: run.phase.at }]),
      isAwake: false,
      isUnsaved: false,
    }
    this.#context = new SessionContext(host, view, expectedDeployment)
    this.#duties = new Duties(host, this.#context.signal)
    this.#conditions = new SessionConditions(host, this.#leadership, () => this.#runner)
    this.#guards = new GuardWatch(host, () => this.#context.readSubject())
    this.#guardDuty = new GuardDuty(this.#context, this.#guards, () => this.#runner)
    this.sources = this.#guards.sources(() => this.#context.isPrivate())
    this.#verifier = new Verifier(this.#context, this.#guards)
    this.#hold = new HoldWatch(this.#context, this.#guards)
    this.#keeper = new Keeper({
      tables: host.tables,
      account: host.aws.account,
      now: () => host.now(),
      failed: () => this.#unsaved(),
    })
    this.#runner = this.#startRunner(seeded)
    this.#ends = [
      host.surroundings.subscribe(() => this.#onSurroundings()),
      this.#leadership.subscribe(() => this.#onLeadership()),
    ]
    this.#startDuties()
  }

  get = (): CutoverView => this.#context.view.get()
  subscribe = (listener: () => void): (() => void) => this.#context.view.subscribe(listener)

  /** The first write: only the journal. As soon as this tab leads. */
  async start(): Promise<void> {
    await whenLeading(this.#leadership, this.#context.signal)
    this.#runner.command({ kind: 'start' })
  }

  /** The next step, once the checks before it have passed; `checks` of the view says what stands in the way. */
  async next(): Promise<void> {
    if (stepBlock(this.#run, this.#host.now())) return
    if (await this.#check()) this.#runner.command({ kind: 'next', checksPassed: true })
  }

  /** Everything as it was. Takes the lead from another tab. `discard`: digest of the manual edit that is given up. */
  rollback(discard?: string): void {
    this.#lead({ kind: 'rollback', ...(discard !== undefined && { discard }) })
  }

  back(to: number): void {
    this.#lead({ kind: 'back', to })
  }

  cancel(): void {
    this.#lead({ kind: 'cancel' })
  }

  /** Takes over what was found: from another tab, another person, or this tab before it was closed. */
  attach(): void {
    this.#lead({ kind: 'attach' })
  }

  pause(): void {
    this.#runner.command({ kind: 'pause' })
  }

  /** What guards stopped goes on only after two clean evaluations; `watch.mayResume` says whether. */
  resume(): void {
    const { paused } = this.#run
    if (paused === 'guards' && !this.#guards.view.mayResume) return
    this.#runner.command({ kind: 'resume' })
  }

  hold(): void {
    this.#runner.command({ kind: 'hold' })
  }

  /** Out of the hold: by evidence that is read now, or for a reason that the person gives. */
  async finish(reason?: string): Promise<void> {
    const { phase, plan } = this.#run
    if (phase.at !== 'holding') return
    const hold = await this.readHold()
    const isLast = phase.state === plan.states.length - 1
    if (!isLast && !(await this.#check())) return
    const evidence = (isLast ? hold?.decommission.unlocked : hold?.mayCollapse) ?? false
    this.#runner.command({ kind: 'finish', evidence, ...(reason !== undefined && { reason }) })
  }

  /** Everything else that a person may ask the machine for. */
  command(
    command: Extract<
      Command,
      {
        kind: 'cleanup' | 'recheck' | 'reapply' | 'adopt' | 'stop-here' | 'recreate' | 'cancel-abort' | 'auto'
      }
    >,
  ): void {
    this.#runner.command(command)
    if (command.kind === 'auto') void this.#duties.once(() => this.#advance())
  }

  /** Merges what the person has seen, said or accepted; a verification that waits for it is looked at again at once. */
  attest(change: Partial<Attested>): void {
    this.#context.show({ attested: { ...this.get().attested, ...change } })
    const { phase } = this.#run
    const passed = phase.at === 'soaking' ? this.#verifier.reconsider(phase.state) : undefined
    if (passed && phase.at === 'soaking') this.#runner.tell({ type: 'verified', state: phase.state, passed })
    this.#save()
  }

  /** Other thresholds, another checklist or other alarms. */
  configure({ alarmNames, ...change }: Configuration): void {
    const { setup } = this.get()
    const subject = alarmNames ? { ...setup.subject, alarmNames } : setup.subject
    this.#context.show({ setup: { ...setup, ...change, subject } })
    if (change.thresholds) this.#guards.change({ thresholds: change.thresholds })
    if (alarmNames) this.#guards.change({ alarms: alarmNames })
    this.#save()
  }

  /** Reads the evidence of the hold now. Undefined outside of it. */
  readHold(): Promise<HoldView | undefined> {
    return this.#hold.read()
  }

  /** Looks through all zones of the account for other records that lead to the legacy. @throws AwsProblem */
  searchPointers(): Promise<void> {
    return this.#hold.searchPointers()
  }

  /** The person has read what stands in the way; the next attempt checks again. */
  forgetChecks(): void {
    if (this.get().checks) this.#context.show({ checks: undefined })
  }

  stayAwake(on: boolean): void {
    if (on) this.#sleepIn ??= this.#host.keepAwake()
    else {
      this.#sleepIn?.()
      this.#sleepIn = undefined
    }
    this.#context.show({ isAwake: on })
  }

  /** This tab drives it no longer: nothing more is begun, nothing that was begun is called back. */
  leave(): void {
    if (this.#context.signal.aborted) return
    this.#context.stop()
    this.#runner.stop()
    this.#context.log({ at: this.#host.now(), kind: 'left' })
    this.#save()
    for (const end of this.#ends) end()
    this.stayAwake(false)
    this.#leadership.release()
  }

  get #run(): Run {
    return this.#runner.get()
  }

  /** What goes back may take the lead from another tab, which then hears of it and writes nothing. */
  #lead(command: Command): void {
    this.#leadership.steal()
    this.#runner.command(command)
  }

  #startRunner(run: Run): CutoverRunner {
    const host = this.#host
    const ports = {
      // Looked up for each call: keys that were typed anew come with another context.
      get aws() {
        return host.aws
      },
      now: () => host.now(),
      nonce: () => nonce(host.chance),
      sleepUntil: (time: number, signal: AbortSignal) => this.#sleepUntil(time, signal),
      store: (stored: Run, intent: NonNullable<Run['intent']>) => this.#keeper.storeIntent(stored, intent),
      verify: (_: Run, state: number) => this.#verifier.verify(state),
      heard: (event: Event, before: Run, after: Run) => this.#heard(event, before, after),
    }
    return new CutoverRunner(run, ports, (mistake) => host.onMistake(mistake))
  }

  #startDuties(): void {
    void this.#duties.every(surroundingsEvery, () => this.#conditions.refreshKeys())
    void this.#duties.every(guardsEvery, () => this.#guardDuty.watch())
    void this.#duties.every(driftEvery, () => this.#look())
    void this.#duties.every(holdEvery, async () => void (await this.readHold()))
  }

  async #sleepUntil(time: number, signal: AbortSignal): Promise<void> {
    await this.#host.sleepUntil(time, signal)
    // The computer slept: what the guards say now goes before anything that was waited for.
    if (this.#host.now() - time > slept) await this.#duties.once(() => this.#guardDuty.watch())
  }

  #heard(event: Event, before: Run, after: Run): void {
    const verifier = this.#verifier
    if (event.type === 'sent') verifier.change = { status: 'PENDING', submittedAt: event.submittedAt }
    if (event.type === 'change' && verifier.change)
      verifier.change = { ...verifier.change, status: event.status }
    this.#context.show({ run: after, log: withEntries(this.get().log, entriesOf(event, before, after)) })
    // Checks are about the step that was wanted then.
    if (before.phase.at !== after.phase.at) this.forgetChecks()
    if (before.phase.at !== 'holding' && after.phase.at === 'holding') this.#hold.begin()
    void this.#keeper.settle(before, after)
    this.#save()
    if (before.phase.at !== after.phase.at) void this.#duties.once(() => this.#onPhase(after))
  }

  async #onPhase({ phase }: Run): Promise<void> {
    if (phase.at === 'closed') {
      await this.#report()
      this.leave()
      this.#ended()
    } else if (phase.at === 'holding') await this.readHold()
    else await this.#advance()
  }

  /** Goes on by itself where the person has asked for that. */
  async #advance(): Promise<void> {
    const run = this.#run
    const { phase, plan } = run
    if (!run.autoAdvance || this.get().isChecking) return
    if (phase.at === 'holding' && phase.state < plan.states.length - 1) {
      if (this.get().hold?.mayCollapse) await this.finish()
    } else if (phase.at === 'gate' && phase.state === holdState(plan)) this.hold()
    else await this.next()
  }

  /** Whether somebody changed the zone by hand, or finished the cutover elsewhere. */
  async #look(): Promise<void> {
    const { phase, intent } = this.#run
    if (intent || !this.#canLook() || unlooked.includes(phase.at)) return
    this.#runner.command({ kind: 'recheck' })
    await this.#advance()
  }

  async #check(): Promise<boolean> {
    if (this.get().isChecking) return false
    this.#context.show({ isChecking: true })
    try {
      await this.#conditions.refreshKeys()
      const { run, setup, attested } = this.get()
      const { signal } = this.#context
      const { acknowledged } = attested
      const checks = await checkStep({ host: this.#host, run, setup, acknowledged, signal })
      this.#context.show({ checks })
      const { blocking, toAcknowledge } = checks.gate
      const passed = hasPassed(checks)
      const entry = { kind: 'checked' as const, passed, standing: [...blocking, ...toAcknowledge] }
      this.#context.log({ at: this.#host.now(), ...entry })
      return passed
    } finally {
      this.#context.show({ isChecking: false })
    }
  }

  /** Whoever could not look for a while looks at once. */
  #onSurroundings(): void {
    const couldLook = this.#canLook()
    this.#conditions.tell()
    if (!couldLook && this.#canLook()) void this.#duties.once(() => this.#look())
  }

  #canLook(): boolean {
    const { signedIn, online } = this.#run.conditions
    return signedIn && online
  }

  #onLeadership(): void {
    this.#conditions.tell()
    if (this.#leadership.get()) void this.#duties.once(() => this.#guardDuty.watch())
  }

  #unsaved(): void {
    if (this.get().isUnsaved) return
    this.#context.log({ at: this.#host.now(), kind: 'unsaved' })
    this.#context.show({ isUnsaved: true })
  }

  #save(): void {
    const row = this.#context.row()
    if (row) void this.#keeper.save(row)
  }

  async #report(): Promise<void> {
    await this.#keeper.finish(reportRow(this.get(), this.#host.aws.account, this.#host.now()))
  }
}

const unlooked: readonly Run['phase']['at'][] = ['planned', 'closed', 'manual-only', 'corrupt']
