/** Starts from a rollback file alone: the journal in the zone was deleted, and this computer noted nothing. */
import type { Aws } from '../../aws/context.ts'
import { subjectOf } from '../../aws/cutover/perform.ts'
import { readZone } from '../../aws/cutover/read-zone.ts'
import { plannedRun } from '../../core/cutover/machine.ts'
import { type Plan, planFromSnapshot, type PlanZone } from '../../core/cutover/plan.ts'
import { rebuiltRun } from '../../core/cutover/rebuild.ts'
import type { Snapshot } from '../../core/cutover/snapshot.ts'
import type { SessionStart } from './cutover-session.ts'
import { findSetup } from './attach.ts'

/** claim: one stands in the zone; original: nothing is to be taken back; plan: the file makes none. */
export type RebuildTrouble = 'claim' | 'original' | 'plan'

export type Rebuilt = { start: SessionStart } | { trouble: RebuildTrouble }

/** Reads only. `now`: ms since the epoch. @throws AwsProblem */
export async function readRebuilt(aws: Aws, zone: PlanZone, file: Snapshot, now: number): Promise<Rebuilt> {
  const plan = planOf(file, zone)
  if (!plan) return { trouble: 'plan' }
  const reading = await readZone(aws, subjectOf(plannedRun(plan, file.id)))
  if (reading.claim) return { trouble: 'claim' }
  const run = rebuiltRun(plan, file.id, reading, now)
  return run ? { start: { run, setup: await findSetup(aws, plan) } } : { trouble: 'original' }
}

/** Somebody may have changed the file. */
function planOf(file: Snapshot, zone: PlanZone): Plan | undefined {
  try {
    return planFromSnapshot(file, zone)
  } catch {
    return undefined
  }
}
