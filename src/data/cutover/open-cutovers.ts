/** Cutovers that stand in zones, whoever began them, beside what this computer noted of its own. */
import { queryOptions } from '@tanstack/react-query'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { listJournalRecords } from '../../aws/dns/zone-scan.ts'
import type { ClaimReading } from '../../core/cutover/claim.ts'
import type { Plan, PlanZone } from '../../core/cutover/plan.ts'
import { planFromSnapshot } from '../../core/cutover/plan.ts'
import { type Journal, journalsIn } from '../../core/cutover/preflight/journals.ts'
import { readSnapshot } from '../../core/cutover/snapshot.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'
import type { CutoverRow, CutoverTables, IntentRow } from './rows.ts'

export interface OpenCutover {
  zone: PlanZone
  /** `_cutover-0123456789abcdef.example.com.` */
  claimName: string
  claim: ClaimReading
  /** In the zone: where it is missing or broken, the file is needed. */
  snapshot: 'readable' | 'broken' | 'missing'
  /** Canonical; absent where neither the snapshot nor this computer tells. */
  hostname?: string
  plan?: Plan | undefined
  /** What this computer noted: it was begun or taken over here. */
  row?: CutoverRow
}

/** One call for each zone. A zone whose journals cannot be read fails the query: nothing may look finished that is not. */
export function openCutoversQuery(aws: Aws, zones: readonly PlanZone[]) {
  return queryOptions({
    queryKey: [aws.key, 'open-cutovers', zones] as const,
    queryFn: (context) => listOpenCutovers(aws, zones, urgency(context)),
    ...polling<OpenCutover[]>(aws, intervals.openCutovers),
  })
}

/** @throws AwsProblem */
export async function listOpenCutovers(
  aws: Aws,
  zones: readonly PlanZone[],
  options?: CallOptions,
): Promise<OpenCutover[]> {
  const found = await Promise.all(
    zones.map(async (zone) => {
      const records = await listJournalRecords(aws, zone.name, zone.id, options)
      return journalsIn(records, zone.name).flatMap((journal) => toOpen(zone, journal) ?? [])
    }),
  )
  return found.flat()
}

/** Undefined for what is left of a journal without a claim. */
function toOpen(zone: PlanZone, { claimName, claim, snapshotRecord }: Journal): OpenCutover | undefined {
  if (!claim) return undefined
  if (!snapshotRecord) return { zone, claimName, claim, snapshot: 'missing' }
  const snapshot = readSnapshot(snapshotRecord)
  if (!snapshot) return { zone, claimName, claim, snapshot: 'broken' }
  const plan = planOrNone(() => planFromSnapshot(snapshot, zone))
  return { zone, claimName, claim, snapshot: 'readable', hostname: snapshot.hostname, plan }
}

/** Adds what this computer noted of its own: the plan is known then whatever became of the snapshot. */
export function withNotes(open: readonly OpenCutover[], rows: readonly CutoverRow[]): OpenCutover[] {
  return open.map((one) => {
    const row = rows.find(({ id, plan }) => plan.zone.id === one.zone.id && id === idOf(one))
    return row ? { ...one, hostname: row.plan.hostname, plan: one.plan ?? row.plan, row } : one
  })
}

function idOf({ claim }: OpenCutover): string | undefined {
  return 'claim' in claim ? claim.claim.id : undefined
}

/** What stands in public may have been changed by anybody. */
function planOrNone(make: () => Plan): Plan | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** Writes of this computer whose outcome nobody has read: after a crash, until the cutover is attached again. */
export async function unresolvedIntents(tables: CutoverTables): Promise<IntentRow[]> {
  return (await tables.intents.all()).filter(({ outcome }) => outcome === undefined)
}
