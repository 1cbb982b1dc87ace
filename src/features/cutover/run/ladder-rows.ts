/** The states of a plan as steps of a ladder: which are behind, which is in force, what each waits for. */
import type { Plan } from '../../../core/cutover/plan.ts'
import { currentState, isLeaving } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { reachedByHand } from '../../../core/cutover/standing.ts'
import { holdOf, holdState, waitOf } from '../../../core/cutover/timing.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'

export type RungTone = 'behind' | 'current' | 'coming' | 'ahead'

export interface Rung {
  index: number
  tone: RungTone
  /** INSYNC, the last time that the state was in force, ms since the epoch. */
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
  const [at, to] = [stateNow(run), stateWanted(run)]
  return plan.states.map((_, index) => {
    const since = inSync(log, index)
    const wait = waitOf(plan, index)
    const isWaiting = index === at && (phase.at === 'soaking' || phase.at === 'gate')
    return {
      index,
      tone: toneOf(index, at, to),
      wait,
      ...(since !== undefined && { since }),
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

/** The state whose records stand in the zone. */
function stateNow(run: Run): number {
  if (run.phase.at === 'manual-only') return reachedByHand(run) ?? 0
  return currentState(run) ?? (run.phase.at === 'completing' ? run.plan.states.length - 1 : 0)
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
