/** Makes a run from what stands in a zone, for whoever did not start it: another tab, another person, the command line. */
import { digest } from './canon.ts'
import { type Claim, readClaim } from './claim.ts'
import { plannedRun } from './machine.ts'
import { planFromSnapshot, type Plan, type PlanZone } from './plan.ts'
import type { Run, ZoneReading } from './run.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'

/**
 * no-claim: nothing is open; foreign: written by a newer release; claim, snapshot: unreadable; no-snapshot: it is in the file only;
 * digest: the snapshot does not belong to the claim.
 */
export type AttachTrouble = 'no-claim' | 'foreign' | 'claim' | 'snapshot' | 'no-snapshot' | 'digest'

export type Attaching = { run: Run } | { trouble: AttachTrouble; claim?: Claim }

/** `file`: the snapshot of a rollback file, used where the zone's is missing, broken or of something else; it must belong to the claim, too. */
export function attachRun(zone: PlanZone, reading: ZoneReading, file?: Snapshot): Attaching {
  if (!reading.claim) return { trouble: 'no-claim' }
  const seen = readClaim(reading.claim)
  if (!('claim' in seen)) return { trouble: seen.unreadable === 'foreign' ? 'foreign' : 'claim' }
  const { claim } = seen
  const kept = reading.snapshot && readSnapshot(reading.snapshot)
  const snapshots = [kept, file].filter((snapshot) => snapshot !== undefined)
  if (snapshots.length === 0) return { trouble: reading.snapshot ? 'snapshot' : 'no-snapshot', claim }
  const snapshot = snapshots.find((each) => belongs(each, claim))
  const plan = snapshot && planOf(snapshot, zone)
  if (!plan) return { trouble: 'digest', claim }
  const journal = { claim, claimRecord: reading.claim, snapshotRecord: reading.snapshot }
  return {
    run: {
      ...plannedRun(plan, claim.id),
      journal,
      nonces: [claim.nonce],
      live: reading.records,
      liveActions: reading.actions,
      lastWriteAt: claim.writtenAt * 1000,
      phase: phaseOf(claim),
      ...(plan.digest !== claim.planDigest && { forwardBlocked: 'plan-changed' as const }),
    },
  }
}

function belongs({ id, original }: Snapshot, claim: Claim): boolean {
  return id === claim.id && digest(original) === claim.originalDigest
}

/** Undefined when its parameters make no plan: they came from a file that somebody changed. */
function planOf(snapshot: Snapshot, zone: PlanZone): Plan | undefined {
  try {
    return planFromSnapshot(snapshot, zone)
  } catch {
    return undefined
  }
}

function phaseOf({ status, state, writtenAt }: Claim): Run['phase'] {
  if (status === 'rolledback') return { at: 'restored', since: writtenAt * 1000 }
  return status === 'done' ? { at: 'completing', since: writtenAt * 1000 } : { at: 'found', state }
}
