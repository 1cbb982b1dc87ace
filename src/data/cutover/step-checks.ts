/** The checks that are made again before every step forward. */
import { runLiveChecks } from '../../aws/cutover/preflight.ts'
import { type CheckResult, type StartGate, startGate } from '../../core/cutover/preflight/evaluate.ts'
import type { Subject } from '../../core/cutover/preflight/facts.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { Run } from '../../core/cutover/run.ts'
import { currentState } from '../../core/cutover/permits.ts'
import { holdOf, waitOf } from '../../core/cutover/timing.ts'
import type { CutoverHost } from './host.ts'
import type { CutoverSetup } from './rows.ts'

export interface ChecksView {
  /** ms since the epoch; absent while they are made. */
  at?: number
  results: readonly CheckResult[]
  gate: StartGate
}

export interface ChecksQuestion {
  host: CutoverHost
  run: Run
  setup: CutoverSetup
  acknowledged: readonly string[]
  signal: AbortSignal
}

/** Rejects only when `signal` is aborted. */
export async function checkStep(question: ChecksQuestion): Promise<ChecksView> {
  const { host, run, setup, acknowledged, signal } = question
  const { aws, doh, surroundings, now } = host
  const ports = { aws, now, session: surroundings.session, ...(doh && { doh }) }
  const results = await runLiveChecks(ports, stepSubject(run, setup, now()), { signal })
  return { at: now(), results, gate: startGate(results, new Set(acknowledged)) }
}

export function hasPassed({ gate }: ChecksView): boolean {
  return gate.blocking.length === 0 && gate.toAcknowledge.length === 0
}

/** The plan knows what is put back, and how long it still takes. */
function stepSubject(run: Run, { subject }: CutoverSetup, now: number): Subject {
  const { plan } = run
  return {
    ...subject,
    zoneId: plan.zone.id,
    original: plan.states.slice(0, 1).flatMap(({ records }) => records),
    plannedEnd: now + timeLeft(plan, currentState(run) ?? 0),
  }
}

/** ms from state `index` to the end of the hold. */
function timeLeft(plan: Plan, index: number): number {
  const waits = plan.states.map((_, each) => (each > index ? waitOf(plan, each) : 0))
  return waits.reduce((sum, wait) => sum + wait, 0) + holdOf(plan, plan.states.length - 1)
}
