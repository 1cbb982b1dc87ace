/** What a write that was done leads to. */
import { digest } from './canon.ts'
import { type Claim, claimRecord } from './claim.ts'
import { closed, fromClaim, modifying, propagating, restoring, still } from './observe.ts'
import type { Intent, Journal, Run, Step, Want, ZoneReading } from './run.ts'
import { claimIn, recordsAt } from './standing.ts'

export interface Landing {
  /** Of the zone after the write; absent when AWS's answer alone says that it was done. */
  reading?: ZoneReading | undefined
  changeId?: string | undefined
  /** ms since the epoch by AWS's clock. */
  now: number
}

/** What the zone's journal says after the write, and when it was done. */
type After = Landing & { claim: Claim }
type LandedStep<Kind> = (run: Run, want: Extract<Want, { kind: Kind }>, after: After) => Step

const afterwards: { [Kind in Exclude<Want['kind'], 'cleanup'>]: LandedStep<Kind> } = {
  start: started,
  step: stepped,
  adopt: (run, { to }, { now, changeId }) => propagating(run, to, now, changeId),
  rollback: rolledBack,
  cancel: (run, _, { now }) => still({ ...run, phase: { at: 'restored', since: now } }),
  done: (run, _, { now }) => still({ ...run, phase: { at: 'completing', since: now } }),
  attach: regained,
  recreate: regained,
}

export function landed(run: Run, { want, claimAfter }: Intent, landing: Landing): Step {
  const { reading, now } = landing
  const live = reading?.records ?? liveAfter(run, want)
  const done: Run = { ...run, intent: undefined, live, lastWriteAt: now }
  if (!claimAfter) return closed(done)
  const journal = journalAfter(run, claimAfter, reading)
  // The table is typed by kind; one entry of it takes just this want.
  const goOn = afterwards[want.kind as keyof typeof afterwards] as LandedStep<Want['kind']>
  return goOn({ ...done, journal }, want, { ...landing, claim: journal.claim })
}

function stepped(run: Run, { to, why }: Extract<Want, { kind: 'step' }>, { now, changeId }: After): Step {
  const moved: Run = { ...run, paused: why === 'abort' ? 'abort' : run.paused, abortAt: undefined }
  return run.plan.params.rule ? modifying(moved, to) : propagating(moved, to, now, changeId)
}

function rolledBack(run: Run, _: unknown, { now, changeId }: After): Step {
  return run.plan.params.rule ? modifying(run, 0) : restoring(run, now, changeId)
}

/** The original was edited between reading and claiming: the claim goes again, nothing else was touched. */
function started(run: Run): Step {
  const ready: Run = { ...run, phase: { at: 'ready', state: 0 } }
  if (digest(run.live) === run.plan.originalDigest) return still(ready)
  return { run: { ...ready, wanted: { kind: 'cancel' }, reading: true }, effects: [{ type: 'read' }] }
}

/** From the claim on, it is ours: its last change is in force when our swap of the claim is. */
function regained(run: Run, _: unknown, { now, changeId, claim }: After): Step {
  const changed = claim.planDigest !== run.plan.digest && { forwardBlocked: 'plan-changed' as const }
  return fromClaim({ ...run, soaked: undefined, ...changed }, claim, now, changeId)
}

function journalAfter(run: Run, claimAfter: Claim, reading: ZoneReading | undefined): Journal {
  // An earlier attempt may be the one that landed: the zone knows which.
  const claim = (reading && claimIn(reading)) ?? claimAfter
  return {
    claim,
    claimRecord: reading?.claim ?? claimRecord(run.plan.names.claim, claim),
    snapshotRecord: reading?.snapshot ?? run.journal?.snapshotRecord,
  }
}

/** AWS keeps what it was given. */
function liveAfter({ plan, live }: Run, want: Want): Run['live'] {
  if (want.kind === 'rollback') return recordsAt(plan, 0)
  if (want.kind === 'done' && want.mixed) return [...want.mixed.records]
  return want.kind === 'step' ? recordsAt(plan, want.to) : live
}
