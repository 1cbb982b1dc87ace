/** The cutovers of this tab: each hostname has one session, which goes on while other pages are looked at. */
import { plannedRun } from '../../core/cutover/machine.ts'
import type { Plan, PlanZone } from '../../core/cutover/plan.ts'
import type { Snapshot } from '../../core/cutover/snapshot.ts'
import { Store } from '../../lib/store.ts'
import { type Attached, type AttachQuestion, readAttached } from './attach.ts'
import { CutoverSession, type SessionStart } from './cutover-session.ts'
import type { CutoverHost } from './host.ts'
import { ulid } from '../../core/cutover/identifiers.ts'
import { readRebuilt, type RebuildTrouble } from './rebuild.ts'
import { unresolvedIntents } from './open-cutovers.ts'
import type { CutoverRow, CutoverSetup, IntentRow } from './rows.ts'

/** Signed requests expire after 15 minutes: what has not landed by then never will, ms. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
const lateAtMost = 15 * 60_000

export type Rebuilding = { session: CutoverSession } | { trouble: RebuildTrouble }
export type Opened = { session: CutoverSession } | Exclude<Attached, { start: SessionStart }>

export class Cutovers {
  readonly host: CutoverHost
  readonly #sessions = new Store<readonly CutoverSession[]>([])

  constructor(host: CutoverHost) {
    this.host = host
  }

  /** Those that this tab drives. */
  get = (): readonly CutoverSession[] => this.#sessions.get()
  subscribe = (listener: () => void): (() => void) => this.#sessions.subscribe(listener)

  /** Of a hostname; undefined while this tab does not drive it. `hostname`: canonical. */
  session(zoneId: string, hostname: string): CutoverSession | undefined {
    return this.get().find((each) => {
      const { plan } = each.get().run
      return plan.zone.id === zoneId && plan.hostname === hostname
    })
  }

  /** A plan that was not started yet. `id`: as the rollback file has it that was downloaded before. */
  begin(plan: Plan, setup: CutoverSetup, expectedDeployment?: string, id = this.newId()): CutoverSession {
    return this.#open({ run: plannedRun(plan, id), setup, expectedDeployment })
  }

  newId(): string {
    return ulid(this.host.now(), this.host.chance)
  }

  /** What stands in the zone, to be looked at; `attach()` of the session takes it over. @throws AwsProblem */
  async open(question: Omit<AttachQuestion, 'row'>): Promise<Opened> {
    const { zone, hostname } = question
    const known = this.session(zone.id, hostname)
    if (known) return { session: known }
    const row = await this.noted(zone.id, hostname)
    const attached = await readAttached(this.host.aws, { ...question, row })
    if (!('start' in attached)) return attached
    // Two clicks are one.
    return { session: this.session(zone.id, hostname) ?? this.#open(attached.start) }
  }

  /** Goes on with a cutover of this computer after the page was closed: taking it over resolves every write whose answer is missing. @throws AwsProblem */
  async resume({ plan }: CutoverRow): Promise<Opened> {
    const opened = await this.open({ zone: plan.zone, hostname: plan.hostname })
    if ('session' in opened) opened.session.attach()
    return opened
  }

  /** From a rollback file, where the journal was deleted. @throws AwsProblem */
  async rebuild(zone: PlanZone, file: Snapshot): Promise<Rebuilding> {
    const rebuilt = await readRebuilt(this.host.aws, zone, file, this.host.now())
    if (!('start' in rebuilt)) return rebuilt
    return { session: this.session(zone.id, file.hostname) ?? this.#open(rebuilt.start) }
  }

  /** What this computer noted of the cutover of a hostname. `hostname`: canonical. */
  async noted(zoneId: string, hostname: string): Promise<CutoverRow | undefined> {
    return (await this.rows()).find(({ plan }) => plan.zone.id === zoneId && plan.hostname === hostname)
  }

  /** Of this account, as noted on this computer; none where it keeps nothing. */
  async rows(): Promise<CutoverRow[]> {
    const rows = await this.host.tables.cutovers.all().catch((): CutoverRow[] => [])
    return rows.filter(({ account }) => account === this.host.aws.account)
  }

  /** Writes of this account whose outcome nobody has read. `mayLand`: AWS would still take it. */
  async unresolved(): Promise<(IntentRow & { mayLand: boolean })[]> {
    const { tables, aws, now } = this.host
    const intents = await unresolvedIntents(tables).catch((): IntentRow[] => [])
    return intents
      .filter(({ account }) => account === aws.account)
      .map((intent) => ({ ...intent, mayLand: now() < intent.at + lateAtMost }))
  }

  leave(session: CutoverSession): void {
    session.leave()
    this.#drop(session)
  }

  #open(start: SessionStart): CutoverSession {
    const session = new CutoverSession(this.host, start, () => this.#drop(session))
    this.#sessions.set([...this.get(), session])
    return session
  }

  #drop(session: CutoverSession): void {
    this.#sessions.set(this.get().filter((each) => each !== session))
  }
}
