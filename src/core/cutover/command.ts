/** What a person (or the tab, on its own) may ask for. What is not possible now changes nothing: permits.ts says why. */
import { fromClaim, modifying, stateOf, still } from './observe.ts'
import {
  backBlock,
  conditionsBlock,
  currentState,
  forwardBlock,
  isLeaving,
  isOnTheWire,
  stepBlock,
  wayBack,
} from './permits.ts'
import { owesProtections, protectAgain } from './protect.ts'
import type { Command, Run, Step, Want } from './run.ts'
import { abortState, cleanupAfter, holdOf, holdState } from './timing.ts'

type Take<Kind> = Extract<Command, { kind: Kind }>
type Handlers = { [Kind in Command['kind']]: (run: Run, command: Take<Kind>, now: number) => Step }

const handlers: Handlers = {
  start: (run, _, now) =>
    run.phase.at === 'planned' && !forwardBlock(run, now) ? wish(run, { kind: 'start' }) : still(run),
  next: onNext,
  back: onBack,
  rollback: (run, { discard }) =>
    canRollBack(run) ? goBack(run, { kind: 'rollback', discard }) : still(run),
  cancel: (run) => (wayBack(run).offer === 'cancel' ? goBack(run, { kind: 'cancel' }) : still(run)),
  pause: (run) => still({ ...run, paused: run.paused ?? 'person' }),
  resume: onResume,
  hold: onHold,
  finish: onFinish,
  cleanup: onCleanup,
  attach: (run) => (canTakeOver(run) ? goBack(run, { kind: 'attach' }) : still(run)),
  recheck: read,
  reapply: (run, _, now) => inDrift(run, now, (state) => ({ kind: 'step', to: state, why: 'reapply' })),
  adopt: (run, { to }, now) => inDrift(run, now, () => ({ kind: 'adopt', to })),
  'stop-here': (run, { mixed }, now) =>
    inDrift(run, now, () => ({ kind: 'done', reason: 'stopped here', mixed })),
  recreate: (run) => (run.phase.at === 'journal-lost' ? goBack(run, { kind: 'recreate' }) : still(run)),
  'cancel-abort': (run) => still({ ...run, abortAt: undefined, abortStopped: true }),
  auto: (run, { advance, abort: onTrip }) =>
    still({ ...run, autoAdvance: advance ?? run.autoAdvance, autoAbort: onTrip ?? run.autoAbort }),
}

export function onCommand(run: Run, command: Command, now: number): Step {
  // The table is typed by kind; one entry of it takes just this command.
  const handle = handlers[command.kind] as (run: Run, command: Command, now: number) => Step
  return handle(run, command, now)
}

function onNext(run: Run, { checksPassed }: Take<'next'>, now: number): Step {
  if (!checksPassed || stepBlock(run, now)) return still(run)
  return wish(run, { kind: 'step', to: stateOf(run) + 1, why: 'next' })
}

function onBack(run: Run, { to }: Take<'back'>): Step {
  const state = currentState(run)
  const possible = state !== undefined && to >= 0 && to < state && run.plan.states[to] !== undefined
  return possible ? goBack(run, { kind: 'step', to, why: 'back' }) : still(run)
}

function inDrift(run: Run, now: number, want: (state: number) => Want): Step {
  const { phase } = run
  return phase.at === 'drift' && !forwardBlock(run, now) ? wish(run, want(phase.state)) : still(run)
}

/** Goes on: also after a refusal whose cause is gone, and with a rule that could not be set. */
function onResume(run: Run, _: Take<'resume'>, now: number): Step {
  const { phase, journal } = run
  const going: Run = { ...run, paused: undefined, abortAt: undefined, abortStopped: undefined }
  if (run.paused === 'protection') return protectAgain(going)
  if (phase.at === 'modifying' && phase.retryAt !== undefined) return modifying(going, phase.state)
  if (phase.at === 'manual-only') return still({ ...going, phase: { at: 'planned' } })
  if (phase.at !== 'blocked') return still(going)
  return journal ? fromClaim(going, journal.claim, now) : still({ ...going, phase: { at: 'planned' } })
}

/** The hold begins at the last state, or where all answers are new and an unhealthy load balancer still falls back by itself. */
function onHold(run: Run, _: Take<'hold'>, now: number): Step {
  const { phase, plan } = run
  if ((phase.at !== 'gate' && phase.at !== 'ready') || forwardBlock(run, now)) return still(run)
  // After an edit that was taken back, the time counts anew.
  const { state, since } = { since: now, ...phase }
  const holds = state === holdState(plan) || state === plan.states.length - 1
  return holds ? still({ ...run, phase: { at: 'holding', state, since } }) : still(run)
}

/** Out of the hold: to the last state, and from the last state to the end, on evidence or for a reason that the person gives. */
function onFinish(run: Run, { evidence, reason }: Take<'finish'>, now: number): Step {
  const { phase, plan } = run
  if (phase.at !== 'holding' || forwardBlock(run, now)) return still(run)
  const over = now >= phase.since + holdOf(plan, phase.state) && evidence
  const given = reason?.trim() || undefined
  if (!over && given === undefined) return still(run)
  return phase.state < plan.states.length - 1
    ? wish(run, { kind: 'step', to: phase.state + 1, why: 'hold-over', reason: given })
    : wish(run, { kind: 'done', reason: given })
}

function onCleanup(run: Run, _: Take<'cleanup'>, now: number): Step {
  const { at } = run.phase
  const ended = (at === 'restored' || at === 'completing') && !run.intent
  if (!ended || conditionsBlock(run, now)) return still(run)
  if (owesProtections(run)) return protectAgain(run)
  return now < run.lastWriteAt + cleanupAfter ? still(run) : wish(run, { kind: 'cleanup' })
}

/** Another tab or person took it over; a claim of another cutover cannot be continued with this plan. */
function canTakeOver(run: Run): boolean {
  return run.phase.at === 'found' || wayBack(run).offer === 'take-over'
}

/** An edit may be undone by it even before anything of ours has moved. */
function canRollBack(run: Run): boolean {
  return run.phase.at === 'drift' || wayBack(run).offer === 'rollback'
}

/** Forward: with a fresh reading. */
function wish(run: Run, wanted: Want): Step {
  return read({ ...run, wanted })
}

/** Back: as soon as there are keys and a network, before anything that is waiting, after what is on the wire. */
function goBack(run: Run, wanted: Want): Step {
  const ends = wanted.kind === 'rollback' || wanted.kind === 'cancel'
  if (isLeaving(run) && !ends) return still({ ...run, abortAt: undefined })
  const asked: Run = { ...run, wanted, abortAt: undefined }
  return backBlock(run) || isOnTheWire(run) ? still(asked) : read(asked)
}

/** The automatic abort: back to where nothing new is answered and TTLs are low, then a person decides. */
export function abort(run: Run): Step {
  const to = abortState(run.plan)
  const state = currentState(run)
  if (state === undefined || state <= to) return still({ ...run, abortAt: undefined, paused: 'guards' })
  return goBack(run, { kind: 'step', to, why: 'abort' })
}

/** A fresh reading; one at a time. */
export function read(run: Run): Step {
  return run.reading ? still(run) : { run: { ...run, reading: true }, effects: [{ type: 'read' }] }
}
