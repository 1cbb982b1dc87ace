/** The states of a plan as steps of a ladder: which are behind, which is in force, what each waits for. */
import type { Plan } from '../../../core/cutover/plan.ts'
import { currentState, isLeaving } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { reachedByHand } from '../../../core/cutover/standing.ts'
import { holdOf, holdState, waitOf } from '../../../core/cutover/timing.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'

/** undone: it was in force and was taken back; unreached: the cutover ended before it. */
export type RungTone = 'behind' | 'current' | 'coming' | 'ahead' | 'undone' | 'unreached'

export interface Rung {
  index: number
  tone: RungTone
  /** INSYNC, when the state came into force last, ms since the epoch; not while it is written again. */
  since?: number
  /** When it may be left, ms since the epoch. */
  notBefore?: number
  /** ms that it lasts at least. */
  wait: number
  /** ms of the hold that begins here. */
  hold?: number
}

export function ladderRungs(run: Run, log: readonly LogEntry[]): Rung[] {
  const { plan, phase } = run
  const [at, to] = [stateNow(run, log), stateWanted(run)]
  return plan.states.map((_, index) => {
    const since = inSync(log, index)
    const wait = waitOf(plan, index)
    const isWaiting = index === at && (phase.at === 'soaking' || phase.at === 'gate')
    const tone = over.includes(phase.at) ? toneAfter(index, at, to, since) : toneOf(index, at, to)
    return {
      index,
      tone,
      wait,
      ...(since !== undefined && tone !== 'coming' && tone !== 'ahead' && { since }),
      ...(isWaiting && { notBefore: phase.since + wait }),
      ...(holdsAt(plan, index) && { hold: holdOf(plan, index) }),
    }
  })
}

function toneOf(index: number, at: number, to: number | undefined): RungTone {
  if (index === to) return 'coming'
  if (index === at) return 'current'
  return index < at ? 'behind' : 'ahead'
}

const over: readonly Run['phase']['at'][] = ['restoring', 'restored', 'completing', 'closed']

/** Nothing is to come any more. */
function toneAfter(index: number, at: number, to: number | undefined, since: number | undefined): RungTone {
  const tone = toneOf(index, at, to)
  if (tone !== 'ahead') return tone
  return since === undefined ? 'unreached' : 'undone'
}

/** The state whose records stand in the zone. */
function stateNow(run: Run, log: readonly LogEntry[]): number {
  const { phase, journal } = run
  if (phase.at === 'manual-only') return reachedByHand(run) ?? 0
  const isDone = phase.at === 'completing' || (phase.at === 'closed' && phase.how === 'completed')
  if (isDone) return journal?.claim.state ?? lastSoaked(log) ?? run.plan.states.length - 1
  return currentState(run) ?? 0
}

/** Where it stood when its journal went. */
function lastSoaked(log: readonly LogEntry[]): number | undefined {
  for (const entry of log.toReversed())
    if (entry.kind === 'phase' && entry.phase.at === 'soaking') return entry.phase.state
  return undefined
}

/** The state that is being written or is still spreading. */
function stateWanted(run: Run): number | undefined {
  const { phase, intent } = run
  if (isLeaving(run) || phase.at === 'restoring') return 0
  if (intent?.want.kind === 'step') return intent.want.to
  return phase.at === 'propagating' || phase.at === 'modifying' ? phase.state : undefined
}

function inSync(log: readonly LogEntry[], state: number): number | undefined {
  for (const entry of log.toReversed())
    if (entry.kind === 'phase' && entry.phase.at === 'soaking' && entry.phase.state === state)
      return entry.phase.since
  return undefined
}

function holdsAt(plan: Plan, index: number): boolean {
  return index === holdState(plan) || index === plan.states.length - 1
}
