/** What a write that was done leads to. */
import { digest } from './canon.ts'
import { type Claim, claimRecord, readClaim } from './claim.ts'
import { propagating, restoring, still } from './observe.ts'
import type { Intent, Journal, Run, Step, Want, ZoneReading } from './run.ts'

export interface Landing {
  /** Of the zone after the write; absent when AWS's answer alone says that it was done. */
  reading?: ZoneReading | undefined
  changeId?: string | undefined
  /** ms since the epoch by AWS's clock. */
  now: number
}

type LandedStep<Kind> = (run: Run, want: Extract<Want, { kind: Kind }>, landing: Landing) => Step

const afterwards: { [Kind in Want['kind']]: LandedStep<Kind> } = {
  start: (run, _, { reading }) => started(run, reading),
  step: (run, { to, why }, landing) => stepped(run, to, why === 'abort', landing),
  adopt: (run, { to }, landing) => stepped(run, to, false, landing),
  rollback: (run, _, { now, changeId }) => restoring(run, now, changeId),
  cancel: (run, _, { now }) => still({ ...run, phase: { at: 'restored', since: now } }),
  done: (run, _, { now }) => still({ ...run, phase: { at: 'completing', since: now } }),
  cleanup: (run) => still({ ...run, journal: undefined, phase: { at: 'closed', how: endOf(run) } }),
  attach: (run, _, landing) => takenOver(run, landing),
  recreate: (run, _, landing) => takenOver(run, landing),
}

export function landed(run: Run, intent: Intent, landing: Landing): Step {
  const { reading, now } = landing
  const live = reading?.records ?? liveAfter(run, intent)
  // Deleting the journal is the end: what it said last tells which.
  const journal = intent.claimAfter ? journalAfter(run, intent.claimAfter, reading) : run.journal
  const done: Run = { ...run, intent: undefined, journal, live, lastWriteAt: now }
  // The table is typed by kind; one entry of it takes just this want.
  const goOn = afterwards[intent.want.kind] as LandedStep<Want['kind']>
  return goOn(done, intent.want, landing)
}

function endOf({ journal }: Run): 'completed' | 'restored' {
  return journal?.claim.status === 'done' ? 'completed' : 'restored'
}

function stepped(run: Run, to: number, aborted: boolean, { now, changeId }: Landing): Step {
  const paused = aborted ? ('abort' as const) : run.paused
  return propagating({ ...run, paused, abortAt: undefined }, to, now, changeId)
}

/** The original was edited between reading and claiming: the claim goes again, nothing else was touched. */
function started(run: Run, reading: ZoneReading | undefined): Step {
  if (!reading || digest(reading.records) === run.plan.originalDigest)
    return still({ ...run, phase: { at: 'ready', state: 0 } })
  return {
    run: { ...run, wanted: { kind: 'cancel' }, reading: true, phase: { at: 'ready', state: 0 } },
    effects: [{ type: 'read' }],
  }
}

/** From the claim on, it is ours: its last change is in force when our swap of the claim is. */
function takenOver(run: Run, { now, changeId }: Landing): Step {
  const claim = run.journal?.claim
  if (claim?.status === 'rolledback') return still({ ...run, phase: { at: 'restored', since: now } })
  if (claim?.status === 'done') return still({ ...run, phase: { at: 'completing', since: now } })
  const state = claim?.state ?? 0
  // At the original nothing was changed that anybody would have to wait for.
  if (state === 0 && claim?.highest === 0) return still({ ...run, phase: { at: 'ready', state: 0 } })
  return propagating(run, state, now, changeId)
}

function journalAfter(run: Run, claimAfter: Claim, reading: ZoneReading | undefined): Journal {
  // An earlier attempt may be the one that landed: the zone knows which.
  const seen = reading?.claim && readClaim(reading.claim)
  const claim = seen && 'claim' in seen ? seen.claim : claimAfter
  return {
    claim,
    claimRecord: reading?.claim ?? claimRecord(run.plan.names.claim, claim),
    snapshotRecord: reading?.snapshot ?? run.journal?.snapshotRecord,
  }
}

/** AWS keeps what it was given. */
function liveAfter(run: Run, { want }: Intent): Run['live'] {
  if (want.kind === 'rollback') return run.plan.states[0]?.records ?? []
  return want.kind === 'step' ? (run.plan.states[want.to]?.records ?? []) : run.live
}
