/** Everything that a screen shows of one cutover: replaced as a whole whenever something changes. */
import type { Run } from '../../core/cutover/run.ts'
import type { VerificationResult } from '../../core/cutover/verification/verification.ts'
import type { AwsProblem } from '../../core/problem.ts'
import type { LogEntry } from './event-log.ts'
import type { WatchView } from './guard-watch.ts'
import type { HoldView } from './hold-evidence.ts'
import type { Attested, CutoverSetup } from './rows.ts'
import type { ChecksView } from './step-checks.ts'

export interface VerificationView {
  /** ms since the epoch. */
  at: number
  state: number
  results: readonly VerificationResult[]
  passed: boolean
  /** Why it could not be made; then the results are those of the time before. */
  problem?: AwsProblem
}

export interface CutoverView {
  run: Run
  setup: CutoverSetup
  attested: Attested
  watch: WatchView
  verification?: VerificationView
  /** Those before the next step, as made last in this phase. */
  checks?: ChecksView | undefined
  /** The checks before a step are being made. */
  isChecking: boolean
  hold?: HoldView
  /** Newest last. */
  log: readonly LogEntry[]
  /** The computer is kept awake for it. */
  isAwake: boolean
  /** This computer keeps nothing of it: the journal in the zone and the file are the way back. */
  isUnsaved: boolean
}

/** INSYNC of the state in which the hold began, ms since the epoch: later states count from there. */
export function heldSince(log: readonly LogEntry[], { phase }: Run): number | undefined {
  if (phase.at !== 'holding') return undefined
  let since = phase.since
  for (const entry of log.toReversed()) {
    if (entry.kind !== 'phase') continue
    // A way back in between ends a hold.
    if (entry.phase.at === 'restoring' || entry.phase.at === 'restored') break
    if (entry.phase.at === 'propagating' && entry.phase.state < phase.state - 1) break
    if (entry.phase.at === 'holding') since = Math.min(since, entry.phase.since)
  }
  return since
}
