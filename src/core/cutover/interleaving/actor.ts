/** One operator: a run, and the effects that it waits for. For tests only. */
import { attachRun } from '../attach.ts'
import { next, plannedRun } from '../machine.ts'
import { makePlan, type Plan } from '../plan.ts'
import { conditionsBlock } from '../permits.ts'
import type { Effect, Event, Run, Safeguards, Trouble, ZoneReading } from '../run.ts'
import { Broken, type Court, type Refused, type Request } from './court.ts'

/** What becomes of a request on the wire. */
export type Fate = 'ok' | 'dropped' | 'lost' | 'duplicate' | 'delayed' | 'throttled' | 'busy' | 'expired'

/** An event without its time and chance. */
type Happening = Event extends infer E ? (E extends Event ? Omit<E, 'now' | 'nonce'> : never) : never

const lost: Trouble = { kind: 'unknown-outcome', code: 'NetworkError', message: 'Failed to fetch' }
const failures: Partial<Record<Fate, Trouble>> = {
  throttled: { kind: 'throttled', code: 'Throttling', message: 'Rate exceeded' },
  busy: { kind: 'conflict', code: 'PriorRequestNotComplete', message: 'still being processed' },
  expired: { kind: 'signed-out', code: 'ExpiredToken', message: 'expired' },
}

let made = 0

/** Sixteen digits that no other call gives. */
function freshNonce(): string {
  made += 1
  return made.toString(16).padStart(16, '0')
}

export class Actor {
  readonly court: Court
  readonly safeguards: Safeguards
  run: Run | undefined
  pending: Effect[] = []
  /** Attempts at the write that is under way. */
  #attempts: Request[] = []

  constructor(court: Court, safeguards: Safeguards) {
    this.court = court
    this.safeguards = safeguards
  }

  /** A tab is opened: it knows nothing but what stands in the zone. */
  async open(): Promise<void> {
    this.pending = []
    this.run = this.#runFrom(await this.court.reading())
  }

  #runFrom(reading: ZoneReading): Run | undefined {
    const { zone, hostname, params } = this.court.plan
    const id = `01${freshNonce().padStart(24, '0')}`
    if (!reading.claim) {
      const planning = makePlan({ zone, hostname, params, records: reading.records })
      return 'plan' in planning ? plannedRun(planning.plan, id, this.safeguards) : undefined
    }
    const attaching = attachRun(zone, reading)
    if (!('run' in attaching)) return undefined
    // What a finished cutover left behind is no obstacle to the next one.
    if (attaching.run.phase.at !== 'found') return this.#again(attaching.run, reading, id)
    return { ...attaching.run, safeguards: this.safeguards }
  }

  #again(run: Run, reading: ZoneReading, id: string): Run {
    const { zone, hostname, params } = this.court.plan
    const planning = makePlan({ zone, hostname, params, records: reading.records })
    const plan: Plan = 'plan' in planning ? planning.plan : run.plan
    return made % 2 === 0 ? { ...run, safeguards: this.safeguards } : plannedRun(plan, id, this.safeguards)
  }

  event(happening: Happening): void {
    if (!this.run) return
    const before = this.run
    const step = next(before, { ...happening, now: this.court.now, nonce: freshNonce() })
    this.run = step.run
    this.pending.push(...step.effects)
    this.#checkLanding(before, step.run)
    for (const effect of step.effects) if (effect.type === 'store') this.#checkForward(step.run)
  }

  /** A write counts as done only when the zone took it. */
  #checkLanding(before: Run, after: Run): void {
    const nonce = after.journal?.claim.nonce
    if (!before.intent || after.intent || nonce === undefined) return
    const done = before.intent.nonces.includes(nonce) && after.phase.at !== 'lost-claim'
    if (done && !this.#attempts.some((attempt) => this.court.accepted.has(attempt)))
      throw new Broken('20', 'a write is taken for done that was not')
  }

  /** Nothing goes forward while anything stands in the way. */
  #checkForward(run: Run): void {
    const want = run.intent?.want
    const forward = want?.kind === 'start' || (want?.kind === 'step' && want.why === 'next')
    if (!forward) return
    const block = conditionsBlock(run, this.court.now) ?? run.paused ?? run.forwardBlocked
    if (block) throw new Broken('21', `a step forward although ${block}`)
  }

  /** Performs one effect. `fate` decides about a request, `luck` about the rest. */
  async perform(pick: number, fate: Fate, luck: boolean): Promise<void> {
    const [effect] = this.pending.splice(pick % Math.max(1, this.pending.length), 1)
    if (!effect) return
    switch (effect.type) {
      case 'store':
        return this.event({ type: 'stored' })
      case 'send':
        return this.#send(effect, fate)
      case 'read':
        return luck
          ? this.event({ type: 'read', reading: await this.court.reading() })
          : this.event({ type: 'read-failed', trouble: lost })
      case 'poll':
        return this.event({ type: 'change', changeId: effect.changeId, status: luck ? 'INSYNC' : 'PENDING' })
      case 'verify':
        return this.event({ type: 'verified', state: effect.state, passed: luck })
      case 'wait':
        this.court.now = Math.max(this.court.now, effect.until)
        return this.event({ type: 'tick' })
      case 'protect':
        return this.event({ type: 'protected' })
      case 'modify-rule':
    }
  }

  async #send({ changes, nonce }: Extract<Effect, { type: 'send' }>, fate: Fate): Promise<void> {
    const { run, court } = this
    if (!run?.intent) return
    if (run.intent.nonces.length === 1) this.#attempts = []
    const request: Request = {
      changes,
      order: ++made,
      sentAt: court.now,
      plan: run.plan,
      want: run.intent.want,
      observed: run.live,
      states: run.plan.states.map(({ records }) => records),
    }
    this.#attempts.push(request)
    if (fate === 'delayed' || fate === 'duplicate') court.ghosts.push(request)
    const trouble = failures[fate]
    if (trouble) return this.event({ type: 'send-failed', trouble })
    if (fate === 'delayed' || fate === 'dropped') return this.event({ type: 'send-failed', trouble: lost })
    const refused = await court.deliver(request)
    if (fate === 'lost') return this.event({ type: 'send-failed', trouble: lost })
    if (refused) return this.event({ type: 'send-failed', trouble: toTrouble(refused) })
    return this.event({ type: 'sent', changeId: `C${nonce}`, submittedAt: court.now })
  }
}

function toTrouble({ code, message }: Refused): Trouble {
  return { kind: code === 'RequestExpired' ? 'signed-out' : 'invalid', code, message }
}
