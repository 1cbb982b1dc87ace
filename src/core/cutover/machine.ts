/**
 * The state machine of a cutover: a run and an event give the next run and what shall be done. Pure: time and chance come in with the
 * event, and whoever performs the effects (a tab, a command line, a test) decides nothing.
 */
import { begin } from './begin.ts'
import { onCommand, read } from './command.ts'
import { landed } from './landing.ts'
import { observe, still } from './observe.ts'
import { resolve } from './outcome.ts'
import { backBlock, forwardBlock, isForward, isOnTheWire, notBefore } from './permits.ts'
import type { Plan } from './plan.ts'
import { withProtections } from './protect.ts'
import type { Event, Intent, Run, Safeguards, Step, Trouble, Want } from './run.ts'
import { cleanupAfter, holdOf } from './timing.ts'
import { after, onTick, onWatched } from './watch.ts'

export const allSafeguards: Safeguards = {
  tombstone: true,
  assertions: true,
  freshNonce: true,
  claimInBatch: true,
}

/** A plan that was not started yet. `id`: a ULID. */
export function plannedRun(plan: Plan, id: string, safeguards = allSafeguards): Run {
  return {
    plan,
    id,
    phase: { at: 'planned' },
    reading: false,
    live: plan.states[0]?.records ?? [],
    nonces: [],
    lastWriteAt: 0,
    conditions: {
      signedIn: true,
      online: true,
      throttledUntil: 0,
      leader: true,
      credentialsUntil: Number.MAX_SAFE_INTEGER,
    },
    autoAdvance: false,
    autoAbort: false,
    safeguards,
  }
}

export function next(run: Run, event: Event): Step {
  return withProtections(run, onEvent(run, event))
}

function onEvent(run: Run, event: Event): Step {
  switch (event.type) {
    case 'command':
      return onCommand(run, event.command, event.now)
    case 'conditions':
      return onConditions({ ...run, conditions: { ...run.conditions, ...event.conditions } }, event.now)
    case 'stored':
      return onStored(run, event.now)
    case 'sent':
      return onSent(run, event)
    case 'send-failed':
      return onSendFailed(run, event.trouble)
    case 'read':
      return onRead({ ...run, reading: false }, event)
    case 'read-failed':
      return onReadFailed({ ...run, reading: false }, event)
    case 'tick':
      return onTick(run, event.now)
    default:
      return goOn(onWatched(run, event))
  }
}

/** Signed in or online again: what waited for it goes on with a fresh reading. */
function onConditions(run: Run, now: number): Step {
  if (backBlock(run)) return still(run)
  const waits = run.intent?.status === 'waiting' && run.intent.retryAt === undefined
  return waits ? read(run) : onTick(run, now)
}

function onStored(run: Run, now: number): Step {
  const { intent } = run
  if (intent?.status !== 'storing') return still(run)
  const { changes, comment, nonces, want } = intent
  // Nothing was sent so far: what has come up meanwhile still stops it.
  const free: Run = { ...run, intent: undefined }
  if (isForward(want) && forwardBlock(free, now)) return goOn(still(free))
  return {
    run: {
      ...run,
      intent: { ...intent, status: 'sending', sentAt: now },
      // Whenever it lands, taking the journal away changes nothing that the next attempt must wait for.
      lastWriteAt: want.kind === 'cleanup' ? run.lastWriteAt : now,
    },
    effects: [{ type: 'send', changes, comment, nonce: String(nonces.at(-1)) }],
  }
}

function onSent(run: Run, { changeId, submittedAt, now }: Extract<Event, { type: 'sent' }>): Step {
  const { intent } = run
  if (intent?.status !== 'sending') return still(run)
  // The start is confirmed by reading: the original may have been edited in between.
  if (intent.want.kind === 'start') return read({ ...run, intent: { ...intent, status: 'resolving' } })
  return goOn(landed(run, intent, { changeId, now: Math.max(now, submittedAt) }))
}

/** What was asked for while something was under way comes now. */
function goOn(step: Step): Step {
  if (!step.run.wanted || step.run.intent || backBlock(step.run) || isOnTheWire(step.run)) return step
  const more = read(step.run)
  return { run: more.run, effects: [...step.effects, ...more.effects] }
}

function onSendFailed(run: Run, trouble: Trouble): Step {
  const { intent } = run
  if (intent?.status !== 'sending') return still(run)
  return read({ ...run, intent: { ...intent, status: 'resolving', trouble } })
}

function onRead(run: Run, { reading, now, nonce }: Extract<Event, { type: 'read' }>): Step {
  const { intent, wanted } = run
  const at = { now, nonce }
  const seen: Run = { ...run, liveActions: reading.actions, ...fieldsOf(run, reading.unknownFields) }
  if (intent) return isOpen(intent) ? goOn(resolve(seen, intent, reading, at)) : still(seen)
  if (!wanted || isOnTheWire(run)) return after(observe(seen, reading, now), now)
  const free: Run = { ...seen, wanted: undefined }
  // Much may have come up since it was asked for.
  if (isForward(wanted) && forwardBlock(free, now)) return still(free)
  const due = dueAt(free, wanted)
  if (due === undefined) return still(free)
  // AWS's own clock decides; whoever asked by one that is ahead of it gets what was asked for a little later.
  if (now < due) return { run: seen, effects: [{ type: 'wait', until: due }] }
  return begin(free, wanted, reading, at)
}

/** Its outcome is still to be read. */
function isOpen({ status }: Intent): boolean {
  return status === 'resolving' || status === 'waiting'
}

function fieldsOf({ forwardBlocked }: Run, unknownFields: readonly string[]): Pick<Run, 'forwardBlocked'> {
  // Another plan stays another plan.
  if (forwardBlocked === 'plan-changed') return { forwardBlocked }
  return { forwardBlocked: unknownFields.length > 0 ? 'unknown-field' : undefined }
}

/** From when on it may be written, ms since the epoch; undefined when it makes no sense any more. */
function dueAt(run: Run, want: Want): number | undefined {
  const { phase, plan } = run
  if (want.kind === 'cleanup') return run.lastWriteAt + cleanupAfter
  if (want.kind === 'step' && want.why === 'next') return phase.at === 'soaking' ? undefined : notBefore(run)
  const ends = want.kind === 'done' || (want.kind === 'step' && want.why === 'hold-over')
  if (!ends || want.reason !== undefined) return 0
  return phase.at === 'holding' ? phase.since + holdOf(plan, phase.state) : undefined
}

function onReadFailed(run: Run, { trouble, now }: Extract<Event, { type: 'read-failed' }>): Step {
  const conditions = trouble.kind === 'signed-out' ? { ...run.conditions, signedIn: false } : run.conditions
  const known: Run = { ...run, conditions }
  if (trouble.code === 'NoSuchHostedZone')
    return still({ ...known, phase: { at: 'corrupt', reason: 'zone' }, wanted: undefined })
  // An outcome that is not known is asked for until it is.
  return { run: known, effects: [{ type: 'wait', until: now + readAgain }] }
}

/** ms between attempts to read what must be known. */
const readAgain = 5_000
