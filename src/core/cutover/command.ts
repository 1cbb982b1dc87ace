/** What a person (or the tab, on its own) may ask for. What is not possible now changes nothing: permits.ts says why. */
import { still } from './observe.ts'
import { backBlock, conditionsBlock, currentState, forwardBlock, highestState, stepBlock } from './permits.ts'
import type { Command, Run, Step, Want } from './run.ts'
import { abortState, holdOf, holdState } from './timing.ts'

type Take<Kind> = Extract<Command, { kind: Kind }>
type Handlers = { [Kind in Command['kind']]: (run: Run, command: Take<Kind>, now: number) => Step }

const handlers: Handlers = {
  start: (run, _, now) =>
    run.phase.at === 'planned' && !forwardBlock(run, now) ? wish(run, { kind: 'start' }) : still(run),
  next: onNext,
  back: onBack,
  rollback: (run, { discard }) =>
    canRollBack(run) ? goBack(run, { kind: 'rollback', discard }) : still(run),
  cancel: (run) => (canCancel(run) ? goBack(run, { kind: 'cancel' }) : still(run)),
  pause: (run) => still({ ...run, paused: run.paused ?? 'person' }),
  resume: (run) => still({ ...run, paused: undefined, abortAt: undefined }),
  hold: onHold,
  finish: onFinish,
  cleanup: onCleanup,
  attach: (run) => (canTakeOver(run) ? goBack(run, { kind: 'attach' }) : still(run)),
  recheck: read,
  reapply: (run, _, now) => inDrift(run, now, (state) => ({ kind: 'step', to: state, why: 'reapply' })),
  adopt: (run, { to }, now) => inDrift(run, now, () => ({ kind: 'adopt', to })),
  'stop-here': (run, _, now) => inDrift(run, now, () => ({ kind: 'done', reason: 'stopped here' })),
  recreate: (run) => (run.phase.at === 'journal-lost' ? goBack(run, { kind: 'recreate' }) : still(run)),
  'cancel-abort': (run) => still({ ...run, abortAt: undefined }),
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
  return wish(run, { kind: 'step', to: (currentState(run) ?? 0) + 1, why: 'next' })
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

/** The hold begins at the last state, or where all answers are new and an unhealthy load balancer still falls back by itself. */
function onHold(run: Run, _: Take<'hold'>, now: number): Step {
  const { phase, plan } = run
  if (phase.at !== 'gate' || forwardBlock(run, now)) return still(run)
  const { state, since } = phase
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
    ? wish(run, { kind: 'step', to: phase.state + 1, why: 'hold-over' })
    : wish(run, { kind: 'done', reason: given })
}

function onCleanup(run: Run, _: Take<'cleanup'>, now: number): Step {
  const { at } = run.phase
  const possible = (at === 'restored' || at === 'completing') && !run.intent && !conditionsBlock(run, now)
  return possible ? wish(run, { kind: 'cleanup' }) : still(run)
}

/** Another tab or person took it over; a claim of another cutover cannot be continued with this plan. */
function canTakeOver({ phase, id }: Run): boolean {
  if (phase.at === 'found') return true
  return phase.at === 'lost-claim' && 'claim' in phase.seen && phase.seen.claim.id === id
}

const noWayBack: readonly Run['phase']['at'][] = ['lost-claim', 'closed', 'restored', 'restoring']

function canCancel(run: Run): boolean {
  return !noWayBack.includes(run.phase.at) && highestState(run) === 0
}

function canRollBack(run: Run): boolean {
  if (run.phase.at === 'journal-lost' || run.phase.at === 'drift') return true
  return !noWayBack.includes(run.phase.at) && (highestState(run) ?? 0) > 0
}

/** Forward: with a fresh reading. */
function wish(run: Run, wanted: Want): Step {
  return read({ ...run, wanted })
}

/** Back: as soon as there are keys and a network, before anything that is waiting, after what is on the wire. */
function goBack(run: Run, wanted: Want): Step {
  const asked: Run = { ...run, wanted, abortAt: undefined }
  const onTheWire = run.intent && run.intent.status !== 'waiting'
  return backBlock(run) || onTheWire ? still(asked) : read(asked)
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
