/** A cutover whose journal somebody deleted, put together again from its rollback file: the live records tell how far it is. */
import { claimRecord, type Claim } from './claim.ts'
import { plannedRun } from './machine.ts'
import type { Plan } from './plan.ts'
import type { Run, ZoneReading } from './run.ts'
import { matchingStates } from './standing.ts'

/** No nonce that was ever written. */
const unwritten = '0'.repeat(16)

/**
 * Undefined where the original stands: there is nothing to go back from, and nothing of it to write again. A zone that is in no
 * state of the plan is taken for its first one: what differs is shown as a manual edit.
 * @param id of the cutover, from the file. `now`: ms since the epoch.
 */
export function rebuiltRun(plan: Plan, id: string, reading: ZoneReading, now: number): Run | undefined {
  const planned: Run = { ...plannedRun(plan, id), live: reading.records, liveActions: reading.actions }
  const matches = matchingStates(planned, reading)
  if (matches.includes(0)) return undefined
  const [state = 1] = matches
  const claim: Claim = {
    id,
    generation: 1,
    state,
    // Nobody knows how far it went: everything is put back, never only given up.
    highest: plan.states.length - 1,
    status: 'active',
    nonce: unwritten,
    originalDigest: plan.originalDigest,
    planDigest: plan.digest,
    writtenAt: Math.floor(now / 1000),
  }
  return {
    ...planned,
    journal: { claim, claimRecord: claimRecord(plan.names.claim, claim), snapshotRecord: reading.snapshot },
    phase: { at: 'journal-lost', state },
    lastWriteAt: now,
  }
}
