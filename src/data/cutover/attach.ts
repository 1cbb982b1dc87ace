/** Opens a cutover that stands in a zone: begun by somebody else, in another tab, or here before the page was closed. */
import type { Aws } from '../../aws/context.ts'
import { findNewSide, findOwningService } from '../../aws/cutover/new-side.ts'
import { subjectOf } from '../../aws/cutover/perform.ts'
import { readZone, type ZoneSubject } from '../../aws/cutover/read-zone.ts'
import { attachRun, type Attaching, type AttachTrouble } from '../../core/cutover/attach.ts'
import type { Claim } from '../../core/cutover/claim.ts'
import { plannedRun } from '../../core/cutover/machine.ts'
import { cutoverNames } from '../../core/cutover/names.ts'
import { type Plan, type PlanZone, snapshotOf } from '../../core/cutover/plan.ts'
import type { Run } from '../../core/cutover/run.ts'
import type { Snapshot } from '../../core/cutover/snapshot.ts'
import { shownName } from '../../core/dns/name.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { SessionStart } from './cutover-session.ts'
import type { CutoverRow, CutoverSetup } from './rows.ts'

export interface AttachQuestion {
  zone: PlanZone
  /** Canonical. */
  hostname: string
  /** Of a rollback file, where the zone's snapshot is missing or broken. */
  file?: Snapshot | undefined
  /** What this computer noted. */
  row?: CutoverRow | undefined
}

export type Attached = { start: SessionStart } | { trouble: AttachTrouble; claim?: Claim }

/** Reads only. @throws AwsProblem */
export async function readAttached(aws: Aws, question: AttachQuestion): Promise<Attached> {
  const { row } = question
  const attaching = await readRun(aws, question)
  if (!('run' in attaching))
    return attaching.trouble === 'no-claim' && row ? { start: withoutClaim(row) } : attaching
  const { run } = attaching
  const own = row?.id === run.id ? row : undefined
  if (!own) return { start: { run, setup: await findSetup(aws, run.plan) } }
  // What this computer sent is ours, however late it comes.
  const nonces = [...new Set([...own.nonces, ...run.nonces])]
  return { start: { ...noted(own), run: { ...run, nonces, autoAbort: own.autoAbort } } }
}

/** The parameters of the plan say what else must be read, and only the zone says what the plan is. */
async function readRun(aws: Aws, { zone, hostname, file, row }: AttachQuestion): Promise<Attaching> {
  const snapshot = file ?? (row && snapshotOf(row.plan, row.id))
  const first: ZoneSubject = {
    zoneId: zone.id,
    hostname,
    names: cutoverNames(hostname, zone.name),
    retireServiceBindings: true,
  }
  const attaching = attachRun(zone, await readZone(aws, first), snapshot)
  if (!('run' in attaching)) return attaching
  const second = subjectOf(attaching.run)
  if (second.retireServiceBindings && !second.rule) return attaching
  return attachRun(zone, await readZone(aws, second), snapshot)
}

/** Nothing stands in the zone: either the start never came to be, or somebody removed the journal. The next look tells. */
function withoutClaim(row: CutoverRow): SessionStart {
  const { plan, id, nonces, journal, phase } = row
  const planned = plannedRun(plan, id)
  const run: Run = journal
    ? { ...planned, nonces, journal, phase, lastWriteAt: journal.claim.writtenAt * 1000 }
    : { ...planned, nonces }
  return { ...noted(row), run }
}

function noted({ setup, attested, log, expectedDeployment }: CutoverRow): Omit<SessionStart, 'run'> {
  return { setup, attested, log, expectedDeployment }
}

/** What whoever began it chose, as far as AWS tells; what cannot be found is empty. @throws AwsProblem */
export async function findSetup(aws: Aws, plan: Plan): Promise<CutoverSetup> {
  const side = await unlessRefused(findNewSide(aws, plan))
  const owner = side && (await unlessRefused(findOwningService(aws, side.targetGroupArn)))
  return {
    subject: {
      typed: shownName(plan.hostname),
      hostname: plan.hostname,
      zoneId: plan.zone.id,
      cluster: owner?.cluster ?? '',
      service: owner?.service ?? '',
      loadBalancer: side?.loadBalancer.name ?? '',
      targetGroupArn: side?.targetGroupArn ?? '',
      healthPath: '/',
      choices: plan.params,
      alarmNames: [],
      probe: { kind: 'skipped' },
    },
    thresholds: {},
    smoke: [],
  }
}

/** A role that may not look is no reason not to open it: the way back needs none of this. */
async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AwsProblem) return undefined
    throw error
  }
}
