/** Keeps a cutover's rows up to date on this computer. What cannot be written is said, and stands in no write's way. */
import type { Event, Intent, Run } from '../../core/cutover/run.ts'
import type { CutoverRow, CutoverTables, IntentRow, ReportRow } from './rows.ts'

interface KeeperPorts {
  tables: CutoverTables
  account: string
  now: () => number
  /** Called when this computer keeps nothing. */
  failed: () => void
}

export class Keeper {
  readonly #ports: KeeperPorts
  #next: CutoverRow | undefined
  #writing: Promise<void> | undefined

  constructor(ports: KeeperPorts) {
    this.#ports = ports
  }

  /** Before it is sent. */
  async storeIntent({ id, plan }: Run, intent: Intent): Promise<void> {
    const { want, claimAfter, changes, comment, nonces } = intent
    const { account, now } = this.#ports
    const row: IntentRow = {
      cutover: id,
      nonce: nonces.at(-1) ?? '',
      account,
      zoneId: plan.zone.id,
      hostname: plan.hostname,
      want,
      claimAfter,
      changes,
      comment,
      at: now(),
    }
    await this.#try(() => this.#ports.tables.intents.put(row))
  }

  /** Notes what became of an intent once the machine knows. */
  async settle(_event: Event, { intent: before, id }: Run, after: Run): Promise<void> {
    if (!before || after.intent === before) return
    const landed = after.journal?.claim.nonce
    const given = before.nonces.filter((nonce) => !after.intent?.nonces.includes(nonce))
    const isOver = after.intent?.want !== before.want
    // Another attempt at the same write: nobody knows of the former ones yet.
    if (!isOver) return
    const ended = after.phase.at === 'closed' && before.claimAfter === undefined
    const outcomeOf = (nonce: string): IntentRow['outcome'] =>
      nonce === landed || (ended && nonce === before.nonces.at(-1)) ? 'landed' : 'overtaken'
    await Promise.all(given.map((nonce) => this.#outcome(id, nonce, outcomeOf(nonce))))
  }

  /** The newest state wins: what came in between need not be written. */
  save(row: CutoverRow): Promise<void> {
    this.#next = row
    this.#writing ??= this.#write()
    return this.#writing
  }

  /** It is over: its report stays, its rows go. */
  async finish(row: ReportRow): Promise<void> {
    this.#next = undefined
    await this.#writing
    await this.#try(async () => {
      const { cutovers, intents, reports } = this.#ports.tables
      await reports.put(row)
      for (const { cutover, nonce } of await intents.all())
        if (cutover === row.id) await intents.delete([cutover, nonce])
      await cutovers.delete(row.id)
    })
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const row = this.#next
      this.#next = undefined
      await this.#try(() => this.#ports.tables.cutovers.put(row))
    }
    this.#writing = undefined
  }

  async #outcome(cutover: string, nonce: string, outcome: IntentRow['outcome']): Promise<void> {
    await this.#try(async () => {
      const row = await this.#ports.tables.intents.get([cutover, nonce])
      if (row) await this.#ports.tables.intents.put({ ...row, outcome })
    })
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch {
      // Full, blocked or cleared: the zone's journal and the file are what counts.
      this.#ports.failed()
    }
  }
}
