/** The one zone that everybody writes to, what travels to it, and the rules that no write may break. For tests only. */
import type { Change, RecordSet } from '../../dns/record-set.ts'
import { hasOnePolicyEach } from '../batch.ts'
import { canon, digest } from '../canon.ts'
import { readClaim } from '../claim.ts'
import { managedSet } from '../managed.ts'
import { setIdentifiers } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { Want, ZoneReading } from '../run.ts'
import { claimIn } from '../standing.ts'

/** A zone: the strict model, called directly or through the SDK's own XML. */
export interface Backend {
  list(): RecordSet[] | Promise<RecordSet[]>
  /** Undefined when it was done, else AWS's code and message. */
  change(changes: readonly Change[]): Refused | undefined | Promise<Refused | undefined>
}

export interface Refused {
  code: string
  message: string
}

/** A write on its way. */
export interface Request {
  changes: Change[]
  /** ms by the court's clock; 15 minutes later its signature has expired. */
  sentAt: number
  /** Grows from request to request. */
  order: number
  plan: Plan
  want: Want
  /** The managed set that it was built from. */
  observed: readonly RecordSet[]
  states: readonly RecordSet[][]
}

const signatureLife = 15 * 60_000

export class Broken extends Error {
  constructor(rule: string, detail: string) {
    super(`${rule}: ${detail}`)
    this.name = 'Broken'
  }
}

export class Court {
  readonly backend: Backend
  readonly plan: Plan
  now = 1_760_000_000_000
  /** Sent, and not yet arrived; or arrived, and once more on the way. */
  ghosts: Request[] = []
  /** Attempts that the zone took. */
  readonly accepted = new Set<Request>()
  /** Nonces that claims in the zone ever had. */
  readonly #nonces = new Set<string>()
  /** Record sets that people added beside ours: no batch can know them. */
  strangers = 0
  readonly #overlook: readonly string[]
  #generation = 0
  #rolledBackAt: number | undefined

  /** `overlook`: rules whose breach is let pass, to see what follows from it. */
  constructor(backend: Backend, plan: Plan, overlook: readonly string[] = []) {
    this.#overlook = overlook
    this.backend = backend
    this.plan = plan
  }

  async reading(): Promise<ZoneReading> {
    const all = await this.backend.list()
    const { names } = this.plan
    return {
      records: this.#managed(all),
      claim: all.find(({ Name }) => Name === names.claim),
      snapshot: all.find(({ Name }) => Name === names.snapshot),
      unknownFields: [],
    }
  }

  /** The write arrives. */
  async deliver(request: Request): Promise<Refused | undefined> {
    if (this.now > request.sentAt + signatureLife)
      return { code: 'RequestExpired', message: 'Request has expired' }
    const before = await this.backend.list()
    const refused = await this.backend.change(request.changes)
    if (refused) return refused
    this.accepted.add(request)
    this.#check(request, before, await this.backend.list())
    return undefined
  }

  /** A person edits the zone by hand. */
  async edit(changes: Change[]): Promise<void> {
    await this.backend.change(changes)
  }

  #broken(rule: string, detail: string): void {
    if (!this.#overlook.includes(rule)) throw new Broken(rule, detail)
  }

  #managed(all: readonly RecordSet[]): RecordSet[] {
    const { hostname, names, params } = this.plan
    return managedSet(all, { hostname, names, retireServiceBindings: params.retireServiceBindings })
  }

  #check(request: Request, before: RecordSet[], after: RecordSet[]): void {
    const { want } = request
    this.#checkScope(request, before, after)
    this.#checkEnd(request, before)
    this.#checkClaim(after)
    const old = this.#managed(before)
    const live = this.#managed(after)
    this.#checkMoved(request, digest(old) !== digest(live))
    if (want.kind === 'step' || want.kind === 'rollback') {
      this.#checkAnswers(request, old, live)
      this.#checkLive(request, old, live)
    }
    if (want.kind === 'rollback') this.#rolledBackAt = request.order
    // A new cutover: but not a start of the old one that comes late.
    if (want.kind === 'start' && request.order > (this.#rolledBackAt ?? 0)) this.#rolledBackAt = undefined
  }

  #checkMoved({ want, changes, order }: Request, moved: boolean): void {
    if (moved && this.#rolledBackAt !== undefined && order < this.#rolledBackAt)
      this.#broken('8', `a late ${want.kind} moved live records after a rollback`)
    const live = moved || changes.some(({ ResourceRecordSet: { Type } }) => Type !== 'TXT')
    if (want.kind === 'cancel' && live) this.#broken('10', 'giving up touched live records')
  }

  /** What has moved is never given up as if it had not, and what was rolled back does not go on. */
  #checkEnd({ want }: Request, before: readonly RecordSet[]): void {
    const claim = claimIn({ claim: before.find(({ Name }) => Name === this.plan.names.claim) })
    if (want.kind === 'cancel' && (claim?.highest ?? 0) > 0)
      this.#broken('10', 'what has moved live records was given up')
    if (want.kind === 'step' && claim?.status === 'rolledback')
      this.#broken('8', `a ${want.why} went on after a rollback`)
    if (want.kind === 'cleanup' && claim?.status === 'active')
      this.#broken('1', 'the journal of a cutover under way was removed')
  }

  #checkScope({ changes, plan }: Request, before: RecordSet[], after: RecordSet[]): void {
    const { hostname, names } = plan
    const owned = [hostname, names.claim, names.snapshot, names.parked]
    const outside = (records: RecordSet[]): string =>
      digest(
        records.filter(
          (record) => !owned.includes(record.Name) || !(this.#isManaged(record) || record.Type === 'TXT'),
        ),
      )
    if (outside(before) !== outside(after)) this.#broken('2', 'an unmanaged record set was changed')
    for (const { Action, ResourceRecordSet } of changes) {
      if (Action !== 'CREATE' && Action !== 'DELETE') this.#broken('3', `a batch has ${String(Action)}`)
      if (!owned.includes(ResourceRecordSet.Name)) this.#broken('3', `a batch has ${ResourceRecordSet.Name}`)
    }
  }

  #isManaged(record: RecordSet): boolean {
    return this.#managed([record]).length > 0
  }

  #checkClaim(after: RecordSet[]): void {
    const record = after.find(({ Name }) => Name === this.plan.names.claim)
    const seen = record && readClaim(record)
    if (!seen || !('claim' in seen)) {
      this.#generation = 0
      return
    }
    const { nonce } = seen.claim
    if (this.#nonces.has(nonce)) this.#broken('33', `two writes have the nonce ${nonce}`)
    this.#nonces.add(nonce)
    if (seen.claim.generation <= this.#generation) this.#broken('11', 'the generation did not grow')
    this.#generation = seen.claim.generation
  }

  #checkAnswers({ plan, want, states }: Request, old: RecordSet[], live: RecordSet[]): void {
    if (!hasOnePolicyEach(live)) this.#broken('4', 'two routing policies at one name and type')
    const ours = Object.values(setIdentifiers(plan.hostname))
    const weights = live.filter(({ SetIdentifier = '' }) => ours.includes(SetIdentifier))
    if (weights.length > 0 && weights.every(({ Weight }) => Weight === 0))
      this.#broken('5', 'all weights are 0')
    const atName = (records: RecordSet[]): boolean => records.some(({ Name }) => Name === plan.hostname)
    const wanted = want.kind === 'step' ? states[want.to] : states[0]
    if (atName(old) && !atName(live) && wanted?.length !== 0)
      this.#broken('6', 'no record is left at the hostname')
  }

  #checkLive({ want, observed, states }: Request, old: RecordSet[], live: RecordSet[]): void {
    const there = new Set(old.map(canon))
    const unseen = observed.find((record) => !there.has(canon(record)))
    if (unseen) this.#broken('9', `${unseen.Type} was edited between reading and writing, and nobody saw it`)
    const wanted = want.kind === 'step' ? states[want.to] : states[0]
    if (this.strangers === 0 && wanted && digest(wanted) !== digest(live))
      this.#broken('12', 'the claim does not describe the live records')
  }
}
