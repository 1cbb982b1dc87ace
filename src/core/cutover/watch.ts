/** What is seen while nothing is written: changes that spread, rules that are set, waits that end, guards that trip. */
import { abort, read } from './command.ts'
import { modifying, ruleIsSet, soak, still } from './observe.ts'
import { backBlock, currentState, isOnTheWire } from './permits.ts'
import { onProtected, onProtectFailed, onProtectTick } from './protect.ts'
import { sameActions } from './rule-states.ts'
import type { Event, Intent, Phase, Run, Step } from './run.ts'
import { blindPropagation, holdState, isExposed, retryDelay, slowPropagation, waitOf } from './timing.ts'

type Watched = Extract<
  Event,
  { type: 'change' | 'rule' | 'rule-failed' | 'verified' | 'guards' | 'protected' | 'protect-failed' }
>

export function onWatched(run: Run, event: Watched): Step {
  switch (event.type) {
    case 'protected':
      return onProtected(run)
    case 'protect-failed':
      return onProtectFailed(run, event.now)
    case 'change':
      return onChange(run, event)
    case 'rule':
      return onRule(run, event)
    case 'rule-failed':
      return onRuleFailed(run, event)
    case 'verified':
      return onVerified(run, event)
    default:
      return onGuards(run, event)
  }
}

/** After the reading that follows INSYNC: as expected, it soaks; after a rollback, everything is back. */
export function after(step: Step, now: number): Step {
  const { run } = step
  const { phase } = run
  if (phase.at !== 'propagating' && phase.at !== 'restoring') return step
  if (phase.changeId !== everywhere && !isBlindOver(phase, now)) return blindly(step, phase)
  return phase.at === 'propagating'
    ? soak(run, phase.state, now)
    : still({ ...run, phase: { at: 'restored', since: now } })
}

type Spreading = Extract<Phase, { at: 'propagating' | 'restoring' }>

/** Where AWS cannot be asked, time tells. */
function isBlindOver({ changeId, submittedAt }: Spreading, now: number): boolean {
  return changeId === undefined && now >= submittedAt + blindPropagation
}

/** Read before its time, by a clock that was wrong: once more then. */
function blindly({ run, effects }: Step, { changeId, submittedAt }: Spreading): Step {
  const waits = changeId === undefined && effects.length === 0
  return { run, effects: waits ? [{ type: 'wait', until: submittedAt + blindPropagation }] : effects }
}

/** Stands in for a change id once the change is on every name server. */
const everywhere = 'INSYNC'

/** ms between looks at a change that takes its time, and between verifications that do not pass yet. */
const lookAgain = 10_000
const verifyAgain = 30_000

function onChange(run: Run, { changeId, status, now }: Extract<Event, { type: 'change' }>): Step {
  const { phase } = run
  if (phase.at !== 'propagating' && phase.at !== 'restoring') return still(run)
  // An earlier change says nothing about this one.
  if (changeId !== phase.changeId) return still(run)
  if (status === 'INSYNC') return read({ ...run, phase: { ...phase, changeId: everywhere } })
  if (status === 'unknown') return onPropagationTick(run, { ...phase, changeId: undefined }, now)
  const slow = now >= phase.submittedAt + slowPropagation
  const wait = Math.min(lookAgain, Math.max(2_000, now - phase.submittedAt))
  return { run: { ...run, phase: { ...phase, slow } }, effects: [{ type: 'poll', changeId, at: now + wait }] }
}

function onRule(run: Run, { actions, now }: Extract<Event, { type: 'rule' }>): Step {
  const { phase, plan } = run
  if (phase.at !== 'modifying') return still(run)
  const seen: Run = { ...run, liveActions: actions }
  const isSet = sameActions(plan.states[phase.state]?.actions ?? [], actions)
  return isSet ? ruleIsSet(seen, phase.state, now) : ruleAgain(seen, phase, now)
}

function onRuleFailed(run: Run, { trouble, now }: Extract<Event, { type: 'rule-failed' }>): Step {
  const { phase } = run
  const signedIn = run.conditions.signedIn && trouble.kind !== 'signed-out'
  const known: Run = { ...run, conditions: { ...run.conditions, signedIn } }
  return phase.at === 'modifying' ? ruleAgain(known, phase, now) : still(known)
}

type Modifying = Extract<Phase, { at: 'modifying' }>

/** Attempts at setting a rule before a person is asked. */
const mostRuleTries = 5

/** Setting the same actions again changes nothing that is right already. */
function ruleAgain(run: Run, phase: Modifying, now: number): Step {
  const retryAt = now + retryDelay(phase.tries)
  const later: Run = { ...run, phase: { ...phase, retryAt } }
  if (phase.tries >= mostRuleTries) return still({ ...later, paused: 'rule' })
  return { run: later, effects: [{ type: 'wait', until: retryAt }] }
}

function onRuleTick(run: Run, { state, tries, retryAt }: Modifying, now: number): Step {
  const due = retryAt !== undefined && now >= retryAt && tries < mostRuleTries
  return due && !backBlock(run) ? modifying(run, state, tries + 1) : still(run)
}

function onVerified(run: Run, { state, passed, now }: Extract<Event, { type: 'verified' }>): Step {
  const { phase, plan } = run
  if (phase.at !== 'soaking' || phase.state !== state) return still(run)
  const until = phase.since + waitOf(plan, state)
  if (now < until || !passed) {
    const verifyAt = Math.max(until, now + verifyAgain)
    return { run: { ...run, phase: { ...phase, verifyAt } }, effects: [{ type: 'wait', until: verifyAt }] }
  }
  const gate: Phase = { at: 'gate', state, since: phase.since }
  const ready: Run = { ...run, phase: gate, soaked: state }
  const last = state === plan.states.length - 1 || state === holdState(plan)
  return still(
    run.autoAdvance && last ? { ...ready, phase: { at: 'holding', state, since: phase.since } } : ready,
  )
}

/** ms in which the person may stop an automatic abort. */
const abortCountdown = 30_000

function onGuards(run: Run, { verdict, now }: Extract<Event, { type: 'guards' }>): Step {
  const state = currentState(run)
  if (verdict === 'ok') return still({ ...run, abortStopped: undefined })
  if (state === undefined || !isExposed(run.plan, state)) return still(run)
  // No step is taken in drift: a pause would only be in the way of what the person decides.
  if (verdict === 'pause' && run.phase.at === 'drift') return still(run)
  const paused: Run = { ...run, paused: run.paused ?? 'guards' }
  if (verdict === 'pause' || !mayAbort(run)) return still(paused)
  if (verdict === 'abort-now') return abort(paused)
  if (run.abortStopped) return still(paused)
  const abortAt = run.abortAt ?? now + abortCountdown
  return { run: { ...paused, abortAt }, effects: [{ type: 'wait', until: abortAt }] }
}

/**
 * A manual edit is never undone by a machine: the person is alarmed. One abort is enough, and whoever steps back as far or further
 * has decided.
 */
function mayAbort(run: Run): boolean {
  return run.autoAbort && run.phase.at !== 'drift' && !isMovingBack(run)
}

/** Traffic is about to leave the new side anyway. */
function isMovingBack({ wanted, intent, plan }: Run): boolean {
  return [wanted, intent?.want].some((want) => want?.kind === 'step' && !isExposed(plan, want.to))
}

export function onTick(run: Run, now: number): Step {
  const { intent, phase, abortAt } = run
  if (abortAt !== undefined && now >= abortAt) return abort(run)
  const protecting = onProtectTick(run, now)
  if (protecting) return protecting
  if (intent) return onIntentTick(run, intent, now)
  if (run.wanted && !backBlock(run) && !isOnTheWire(run)) return read(run)
  switch (phase.at) {
    case 'propagating':
    case 'restoring':
      return onPropagationTick(run, phase, now)
    case 'modifying':
      return onRuleTick(run, phase, now)
    case 'soaking':
      return onSoakingTick(run, phase, now)
    default:
      return still(run)
  }
}

/** One verification at a time, however many waits end. */
function onSoakingTick(run: Run, phase: Extract<Phase, { at: 'soaking' }>, now: number): Step {
  const { state, since, verifyAt = 0 } = phase
  const due = Math.max(verifyAt, since + waitOf(run.plan, state))
  // Whoever woke up too early waits on.
  if (now < due) return { run, effects: verifyAt > now ? [] : [{ type: 'wait', until: due }] }
  const verifying: Run = { ...run, phase: { ...phase, verifyAt: now + verifyAgain } }
  return { run: verifying, effects: [{ type: 'verify', state }] }
}

function onIntentTick(run: Run, { status, retryAt }: Intent, now: number): Step {
  const due = status === 'resolving' || (status === 'waiting' && retryAt !== undefined && now >= retryAt)
  return due && !backBlock(run) ? read(run) : still(run)
}

function onPropagationTick(run: Run, phase: Spreading, now: number): Step {
  const seen: Run = { ...run, phase }
  if (phase.changeId === everywhere || isBlindOver(phase, now))
    return backBlock(run) ? still(seen) : read(seen)
  return blindly(still(seen), phase)
}
