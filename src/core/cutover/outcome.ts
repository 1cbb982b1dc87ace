/** Whether a write was done, decided by reading back and by nothing else: the claim's nonce tells which attempt landed. */
import { begin } from './begin.ts'
import type { ClaimReading } from './claim.ts'
import { drifted, journalGone, stateOf, still, taken } from './observe.ts'
import { landed } from './landing.ts'
import { forwardBlock, isForward } from './permits.ts'
import type { Event, Intent, Run, Step, Trouble, ZoneReading } from './run.ts'
import { shownDigest, type Standing, standingOf } from './standing.ts'
import { retryDelay } from './timing.ts'

type Now = Pick<Event, 'now' | 'nonce'>

/** overtaken: somebody else's claim stands there; gone: none does, and one should. */
export type Outcome = 'landed' | 'not-applied' | 'overtaken' | 'gone'

/** Attempts at one write before a person is asked. */
const mostTries = 5

/** ms for which a start that AWS took may stay out of sight. */
const unseenFor = 60_000

/** "not found", "do not match", "already exists": somebody else was faster, or we were. Decides only whether to try again. */
const racePattern = /was not found|do not match the current values|already exists/

export function outcomeOf(run: Run, intent: Intent, standing: Standing): Outcome {
  if (standing.whose === 'nobody') return withoutClaim(run, intent)
  if (standing.whose === 'theirs')
    return mayBeReplaced(run, intent, standing.seen) ? 'not-applied' : 'overtaken'
  // What we knew before, or an earlier write of ours that came late: this one was not done so far.
  return intent.nonces.includes(standing.claim.nonce) ? 'landed' : 'not-applied'
}

/** What a finished cutover left behind, and the claim that is to be taken over, still stand. */
function mayBeReplaced({ id }: Run, { want }: Intent, seen: ClaimReading): boolean {
  if (!('claim' in seen)) return false
  return want.kind === 'start'
    ? seen.claim.status !== 'active'
    : want.kind === 'attach' && seen.claim.id === id
}

/** What was to be swapped is missing. A start, and what was written without a claim, expect none. */
function withoutClaim({ plan }: Run, { want, claimAfter, changes }: Intent): Outcome {
  if (!claimAfter) return 'landed'
  const swaps = changes.some(
    ({ Action, ResourceRecordSet }) => Action === 'DELETE' && ResourceRecordSet.Name === plan.names.claim,
  )
  return swaps && want.kind !== 'start' ? 'gone' : 'not-applied'
}

/** Goes on from a reading that was made to learn what became of the write. */
export function resolve(run: Run, intent: Intent, reading: ZoneReading, at: Now): Step {
  const standing = standingOf(run, reading)
  const outcome = outcomeOf(run, intent, standing)
  if (outcome === 'landed') return landed(run, intent, { reading, now: at.now })
  if (outcome === 'gone') return journalGone(run, reading)
  if (standing.whose === 'theirs' && outcome === 'overtaken') return taken(run, standing.seen)
  return notApplied(run, intent, reading, at)
}

function notApplied(run: Run, intent: Intent, reading: ZoneReading, at: Now): Step {
  const free: Run = { ...run, intent: undefined }
  // What the person asked for meanwhile goes first: this attempt is fenced off by whatever is written next.
  if (run.wanted) return begin({ ...free, wanted: undefined }, run.wanted, reading, at)
  const { trouble, want } = intent
  if (intent.status === 'waiting') return onceMore(run, intent, reading, at)
  if (!trouble) return unseen(run, intent, at.now)
  switch (trouble.kind) {
    case 'denied':
      return want.kind === 'start' || !run.journal
        ? still({ ...free, phase: { at: 'manual-only', trouble } })
        : blocked(free, intent, trouble)
    case 'signed-out':
      return still({
        ...run,
        conditions: { ...run.conditions, signedIn: false },
        intent: { ...intent, status: 'waiting', retryAt: undefined },
      })
    case 'invalid':
    case 'not-found':
      return refused(free, intent, trouble, reading, at)
    default:
      return again(run, intent, at)
  }
}

/** The next attempt, unless something has come up that stops steps forward: then it waits, or is given up for a person to decide. */
function onceMore(run: Run, intent: Intent, reading: ZoneReading, at: Now): Step {
  const { want, nonces } = intent
  const free: Run = { ...run, intent: undefined }
  const block = isForward(want) ? forwardBlock(free, at.now) : undefined
  if (!block) return begin(free, want, reading, at, nonces)
  if (run.paused || run.forwardBlocked) return still(free)
  const retryAt = at.now + blockedFor
  return { run: { ...run, intent: { ...intent, retryAt } }, effects: [{ type: 'wait', until: retryAt }] }
}

/** ms between looks at whether a step may go on. */
const blockedFor = 5_000

/** AWS took the start, and yet no claim is there: read again, and in the end believe it. */
function unseen(run: Run, { sentAt = 0 }: Intent, now: number): Step {
  if (now > sentAt + unseenFor) return still({ ...run, intent: undefined, phase: { at: 'planned' } })
  return { run, effects: [{ type: 'wait', until: now + 2_000 }] }
}

/** AWS looked at it and said no. Whether that was a race is read from the records, not from the words. */
function refused(run: Run, intent: Intent, trouble: Trouble, reading: ZoneReading, at: Now): Step {
  const changed = shownDigest(reading) !== intent.observed
  const touches = intent.want.kind === 'step' || intent.want.kind === 'rollback'
  if (changed && touches) return drifted(run, reading)
  if (racePattern.test(trouble.message)) return again({ ...run, intent }, intent, at)
  return blocked(run, intent, trouble)
}

function blocked(run: Run, { want }: Intent, trouble: Trouble): Step {
  return still({ ...run, phase: { at: 'blocked', state: stateOf(run), trouble, want } })
}

/** Later, with a new nonce. After some attempts a person decides. */
function again(run: Run, intent: Intent, { now }: Now): Step {
  const tries = intent.nonces.length
  if (tries >= mostTries) {
    const back = intent.want.kind === 'start' ? { phase: { at: 'planned' as const } } : {}
    return still({ ...run, ...back, intent: undefined, paused: 'tries' })
  }
  const retryAt = now + retryDelay(tries)
  return {
    run: { ...run, intent: { ...intent, status: 'waiting', retryAt } },
    effects: [{ type: 'wait', until: retryAt }],
  }
}
