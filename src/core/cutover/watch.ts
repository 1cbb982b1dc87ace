/** What is seen while nothing is written: changes that spread, rules that are set, waits that end, guards that trip. */
import { abort, read } from './command.ts'
import { soak, still } from './observe.ts'
import { backBlock, currentState } from './permits.ts'
import { sameActions } from './rule-states.ts'
import type { Event, Intent, Phase, Run, Step } from './run.ts'
import { blindPropagation, holdState, isExposed, slowPropagation, waitOf } from './timing.ts'

type Watched = Extract<Event, { type: 'change' | 'rule' | 'rule-failed' | 'verified' | 'guards' }>

export function onWatched(run: Run, event: Watched): Step {
  switch (event.type) {
    case 'change':
      return onChange(run, event)
    case 'rule':
      return onRule(run, event)
    case 'rule-failed':
      return ruleAgain(run)
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
  if (phase.at === 'propagating' && phase.changeId === everywhere) return soak(run, phase.state, now)
  if (phase.at === 'restoring' && phase.changeId === everywhere)
    return still({ ...run, phase: { at: 'restored', since: now } })
  return step
}

/** Stands in for a change id once the change is on every name server. */
const everywhere = 'INSYNC'

/** ms between looks at a change that takes its time, and between verifications that do not pass yet. */
const lookAgain = 10_000
const verifyAgain = 30_000

function onChange(run: Run, { status, now }: Extract<Event, { type: 'change' }>): Step {
  const { phase } = run
  if (phase.at !== 'propagating' && phase.at !== 'restoring') return still(run)
  const blind = status === 'unknown' && now >= phase.submittedAt + blindPropagation
  if (status === 'INSYNC' || blind) return read({ ...run, phase: { ...phase, changeId: everywhere } })
  const slow = now >= phase.submittedAt + slowPropagation
  const changeId = phase.changeId ?? ''
  const wait = Math.min(lookAgain, Math.max(2_000, now - phase.submittedAt))
  return { run: { ...run, phase: { ...phase, slow } }, effects: [{ type: 'poll', changeId, at: now + wait }] }
}

function onRule(run: Run, { actions, now }: Extract<Event, { type: 'rule' }>): Step {
  const { phase, plan } = run
  if (phase.at !== 'modifying') return still(run)
  const seen: Run = { ...run, liveActions: actions }
  if (!sameActions(plan.states[phase.state]?.actions ?? [], actions)) return ruleAgain(seen)
  if (run.journal?.claim.status === 'rolledback')
    return still({ ...seen, phase: { at: 'restored', since: now } })
  return soak(seen, phase.state, now)
}

/** Setting the same actions again changes nothing that is right already. */
function ruleAgain(run: Run): Step {
  const { phase, plan } = run
  if (phase.at !== 'modifying') return still(run)
  if (phase.tries >= 5) return still({ ...run, paused: 'rule' })
  const actions = plan.states[phase.state]?.actions ?? []
  return {
    run: { ...run, phase: { ...phase, tries: phase.tries + 1 } },
    effects: [{ type: 'modify-rule', actions }],
  }
}

function onVerified(run: Run, { state, passed, now }: Extract<Event, { type: 'verified' }>): Step {
  const { phase, plan } = run
  if (phase.at !== 'soaking' || phase.state !== state) return still(run)
  const until = phase.since + waitOf(plan, state)
  if (now < until || !passed)
    return { run, effects: [{ type: 'wait', until: Math.max(until, now + verifyAgain) }] }
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
  if (verdict === 'ok' || state === undefined || !isExposed(run.plan, state)) return still(run)
  const paused: Run = { ...run, paused: run.paused ?? 'guards' }
  // A manual edit is never undone by a machine: the person is alarmed.
  if (verdict === 'pause' || !run.autoAbort || run.phase.at === 'drift') return still(paused)
  if (verdict === 'abort-now') return abort(paused)
  const abortAt = run.abortAt ?? now + abortCountdown
  return { run: { ...paused, abortAt }, effects: [{ type: 'wait', until: abortAt }] }
}

export function onTick(run: Run, now: number): Step {
  const { intent, phase, abortAt } = run
  if (abortAt !== undefined && now >= abortAt) return abort(run)
  if (intent) return onIntentTick(run, intent, now)
  if (run.wanted && !backBlock(run)) return read(run)
  if (phase.at === 'propagating' || phase.at === 'restoring') return onPropagationTick(run, phase, now)
  if (phase.at === 'soaking' && now >= phase.since + waitOf(run.plan, phase.state))
    return { run, effects: [{ type: 'verify', state: phase.state }] }
  return still(run)
}

function onIntentTick(run: Run, { status, retryAt }: Intent, now: number): Step {
  const due = status === 'resolving' || (status === 'waiting' && retryAt !== undefined && now >= retryAt)
  return due && !backBlock(run) ? read(run) : still(run)
}

function onPropagationTick(
  run: Run,
  phase: Extract<Phase, { at: 'propagating' | 'restoring' }>,
  now: number,
): Step {
  if (phase.changeId === everywhere) return read(run)
  if (phase.changeId !== undefined) return still(run)
  return onChange(run, { type: 'change', status: 'unknown', now, nonce: '' })
}
