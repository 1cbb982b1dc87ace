/** What may be written now, and what stands in the way. Going forward needs everything; the way back needs keys and a network. */
import type { ClaimReading } from './claim.ts'
import type { Run, Want } from './run.ts'
import { matchingStates } from './standing.ts'
import { waitOf } from './timing.ts'

export type ForwardBlock =
  | 'signed-out'
  | 'offline'
  | 'throttled'
  | 'paused'
  | 'not-leader'
  | 'keys-expire'
  | 'plan-changed'
  | 'unknown-field'
  | 'busy'
  | 'waiting'
  | 'no-step'

/** ms for which keys must still be good before a step forward. */
export const leastKeyLife = 10 * 60_000

/** Why no step forward may be taken; undefined when one may. `now`: ms since the epoch. */
export function forwardBlock(run: Run, now: number): ForwardBlock | undefined {
  const surroundings = conditionsBlock(run, now)
  if (surroundings) return surroundings
  if (run.paused) return 'paused'
  if (run.forwardBlocked) return run.forwardBlocked
  if (run.intent || run.wanted || run.protecting) return 'busy'
  return undefined
}

/** True for writes that go on, or give up a way back: they need everything to be in order. */
export function isForward(want: Want): boolean {
  switch (want.kind) {
    case 'step':
      return want.why !== 'back' && want.why !== 'abort'
    case 'start':
    case 'adopt':
    case 'done':
      return true
    default:
      return false
  }
}

/** What of the surroundings stands in the way of any write but the way back. */
export function conditionsBlock({ conditions }: Run, now: number): ForwardBlock | undefined {
  const { signedIn, online, throttledUntil, leader, credentialsUntil } = conditions
  if (!signedIn) return 'signed-out'
  if (!online) return 'offline'
  if (throttledUntil > now) return 'throttled'
  if (!leader) return 'not-leader'
  return credentialsUntil - now < leastKeyLife ? 'keys-expire' : undefined
}

/** Only these two can delay the way back, and each says what to do. */
export function backBlock({ conditions }: Run): 'signed-out' | 'offline' | undefined {
  if (!conditions.signedIn) return 'signed-out'
  return conditions.online ? undefined : 'offline'
}

/** True while a request is on its way that cannot be called back: nothing else is sent beside it. */
export function isOnTheWire({ intent, phase }: Run): boolean {
  if (intent?.status === 'storing' || intent?.status === 'sending') return true
  return phase.at === 'modifying' && phase.retryAt === undefined
}

/** True once it was asked to end the cutover by going back: nothing takes the place of that. */
export function isLeaving({ wanted, intent }: Run): boolean {
  return [wanted?.kind, intent?.want.kind].some((kind) => kind === 'rollback' || kind === 'cancel')
}

/** The highest state that may have been reached: a write under way counts. Undefined before the start. */
export function highestState({ journal, intent }: Run): number | undefined {
  const known = [journal?.claim.highest, intent?.claimAfter?.highest].filter(
    (highest) => highest !== undefined,
  )
  return known.length === 0 ? undefined : Math.max(...known)
}

/** The state that the zone is in as far as is known; undefined before the start and after the end. */
export function currentState(run: Run): number | undefined {
  return run.journal?.claim.status === 'active' ? run.journal.claim.state : undefined
}

/** When the next step may be taken, ms since the epoch; undefined while that cannot be said. */
export function notBefore({ phase, plan }: Run): number | undefined {
  switch (phase.at) {
    case 'ready':
      return 0
    case 'soaking':
    case 'gate':
      return phase.since + waitOf(plan, phase.state)
    default:
      return undefined
  }
}

/** True while it is too early for the next step, or not known when it may be taken. */
function isEarly(run: Run, now: number): boolean {
  const time = notBefore(run)
  return time === undefined || now < time
}

/** Why the next step may not be taken. */
export function stepBlock(run: Run, now: number): ForwardBlock | undefined {
  const { phase, plan } = run
  const block = forwardBlock(run, now)
  if (block) return block
  if ((phase.at !== 'ready' && phase.at !== 'gate') || isEarly(run, now)) return 'waiting'
  return phase.state + 1 < plan.states.length ? undefined : 'no-step'
}

/** What the way back is now: putting everything back, giving up what never moved anything, or nothing because of `reason`. */
export type WayBack =
  | { offer: 'rollback' }
  | { offer: 'cancel' }
  | { offer: 'take-over' }
  | { offer: 'none'; reason: 'not-started' | 'under-way' | 'restored' | 'closed' | 'by-hand' | 'theirs' }

export function wayBack(run: Run): WayBack {
  const fixed = settled[run.phase.at]
  if (fixed) return fixed
  const { intent, phase } = run
  if (phase.at === 'lost-claim') return wayBackOf(phase.seen, run.id)
  if (intent?.want.kind === 'rollback' || intent?.want.kind === 'cancel' || isRuleGoingBack(run))
    return { offer: 'none', reason: 'under-way' }
  if (phase.at === 'manual-only') return wayBackByHand(run)
  if (phase.at === 'journal-lost') return { offer: 'rollback' }
  const highest = highestState(run)
  if (highest === undefined) return { offer: 'none', reason: 'not-started' }
  return highest > 0 ? { offer: 'rollback' } : { offer: 'cancel' }
}

/** Another cutover has an original of its own to go back to; what cannot be read is for the rollback file. */
function wayBackOf(seen: ClaimReading, id: string): WayBack {
  if (!('claim' in seen)) return { offer: 'none', reason: 'by-hand' }
  return seen.claim.id === id ? { offer: 'take-over' } : { offer: 'none', reason: 'theirs' }
}

/** What somebody else moved with the commands goes back from here as soon as this role may write: the zone says whether. */
function wayBackByHand(run: Run): WayBack {
  const reached = matchingStates(run, { records: run.live, actions: run.liveActions, unknownFields: [] })
  if (reached.length === 0) return { offer: 'none', reason: 'by-hand' }
  return reached.includes(0) ? { offer: 'none', reason: 'not-started' } : { offer: 'rollback' }
}

function isRuleGoingBack({ phase, journal, paused }: Run): boolean {
  return phase.at === 'modifying' && journal?.claim.status === 'rolledback' && paused !== 'rule'
}

const settled: Partial<Record<Run['phase']['at'], WayBack>> = {
  closed: { offer: 'none', reason: 'closed' },
  restored: { offer: 'none', reason: 'restored' },
  restoring: { offer: 'none', reason: 'under-way' },
}
