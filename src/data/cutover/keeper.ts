/** Keeps a cutover's rows up to date on this computer. What cannot be written is said, and stands in no write's way. */
import { readClaim } from '../../core/cutover/claim.ts'
import type { Intent, Run } from '../../core/cutover/run.ts'
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

  /** Notes what became of an intent once the machine knows. Taking a cutover over tells of every earlier one, too. */
  async settle({ intent: before, id, plan }: Run, after: Run): Promise<void> {
    // Another attempt at the same write: nobody knows of the former ones yet.
    if (!before || after.intent?.want === before.want) return
    const claim = after.journal?.claim.nonce
    // Where the journal was deleted, only the end of the cutover tells.
    const isEnd = after.phase.at === 'closed' && before.claimAfter === undefined
    const landed = isEnd ? before.nonces.at(-1) : before.nonces.find((nonce) => nonce === claim)
    await this.#outcomes(
      before.nonces.map((nonce) => [id, nonce]),
      landed,
    )
    if (before.want.kind !== 'attach' || landed === undefined) return
    const earlier = (await this.#unknown(id)).map((nonce): [string, string] => [id, nonce])
    await this.#outcomes(earlier, replacedNonce(before, plan.names.claim))
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

  async #outcomes(keys: readonly [string, string][], landed: string | undefined): Promise<void> {
    const { intents } = this.#ports.tables
    await this.#try(async () => {
      for (const [cutover, nonce] of keys) {
        const row = await intents.get([cutover, nonce])
        if (row) await intents.put({ ...row, outcome: nonce === landed ? 'landed' : 'overtaken' })
      }
    })
  }

  async #unknown(id: string): Promise<string[]> {
    const rows = await this.#ports.tables.intents.all().catch((): IntentRow[] => [])
    return rows.flatMap(({ cutover, nonce, outcome }) =>
      cutover === id && outcome === undefined ? nonce : [],
    )
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

/** Of the claim that an intent replaced: it stood there until then, so the write that left it had landed. */
function replacedNonce({ changes }: Intent, name: string): string | undefined {
  const replaced = changes.find(
    ({ Action, ResourceRecordSet }) => Action === 'DELETE' && ResourceRecordSet.Name === name,
  )
  const seen = replaced && readClaim(replaced.ResourceRecordSet)
  return seen && 'claim' in seen ? seen.claim.nonce : undefined
}
