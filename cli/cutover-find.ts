/** Finds the zone of a hostname, and the cutover that stands in it. */
import { readFileSync } from 'node:fs'
import type { Aws } from '../src/aws/context.ts'
import { subjectOf } from '../src/aws/cutover/perform.ts'
import { readZone, type ZoneSubject } from '../src/aws/cutover/read-zone.ts'
import { getHostedZone, listZonesFor } from '../src/aws/dns/zones.ts'
import { attachRun, type AttachTrouble } from '../src/core/cutover/attach.ts'
import { type Claim, claimRecord } from '../src/core/cutover/claim.ts'
import { plannedRun } from '../src/core/cutover/machine.ts'
import { cutoverNames } from '../src/core/cutover/names.ts'
import { type PlanZone, planFromSnapshot } from '../src/core/cutover/plan.ts'
import { readRollbackFile } from '../src/core/cutover/rollback-file-read.ts'
import type { Run, ZoneReading } from '../src/core/cutover/run.ts'
import type { Snapshot } from '../src/core/cutover/snapshot.ts'
import type { HostedZone } from '../src/core/dns/hosted-zone.ts'
import { canonicalName, nameTrouble, shownName } from '../src/core/dns/name.ts'
import { candidateZones } from '../src/core/dns/zone-choice.ts'
import { translate } from '../src/i18n/translate.ts'
import type { CutoverOptions } from './cutover-options.ts'
import { UsageError } from './options.ts'

/** Canonical. @throws UsageError */
export function hostnameOf(typed: string): string {
  const hostname = canonicalName(typed)
  if (hostname === undefined || nameTrouble(hostname)) throw new UsageError(`“${typed}” is not a hostname`)
  return hostname
}

/** @throws UsageError that names the choice where several zones could be meant; AwsProblem */
export async function findZone(
  aws: Aws,
  hostname: string,
  zoneId: string | undefined,
): Promise<PlanZone & HostedZone> {
  if (zoneId !== undefined) return getHostedZone(aws, zoneId)
  const candidates = candidateZones(hostname, await listZonesFor(aws, hostname))
  const open = candidates.filter(({ isPrivate }) => !isPrivate)
  const [zone, ...others] = open.length > 0 ? open : candidates
  if (!zone) throw new UsageError(`No hosted zone of this account holds ${shownName(hostname)}`)
  if (others.length > 0)
    throw new UsageError(
      `Several hosted zones could hold ${shownName(hostname)}: choose one with --zone ${candidates.map(({ id }) => id).join(' or ')}`,
    )
  return zone
}

/** @throws UsageError that names the mistake in the file */
export function readFileOf({ file }: CutoverOptions): { snapshot: Snapshot; zone: PlanZone } | undefined {
  if (file === undefined) return undefined
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`There is no file ${file} that can be read`)
  }
  const reading = readRollbackFile(text)
  if ('trouble' in reading) throw new UsageError(translate('en', reading.trouble))
  return reading
}

export interface Found {
  run: Run
  reading: ZoneReading
}

/** What stands in the zone, as one; or why it is none that can be opened. Reads only. @throws AwsProblem */
export async function openCutover(
  aws: Aws,
  zone: PlanZone,
  hostname: string,
  file?: Snapshot,
): Promise<Found | { trouble: AttachTrouble }> {
  const names = cutoverNames(hostname, zone.name)
  const all: ZoneSubject = { zoneId: zone.id, hostname, names, retireServiceBindings: true }
  const reading = await readZone(aws, all)
  const attaching = attachRun(zone, reading, file)
  if (!('run' in attaching)) return withoutClaim(aws, zone, attaching.trouble, file)
  // Only the snapshot tells what else belongs to it.
  const subject = subjectOf(attaching.run)
  if (subject.retireServiceBindings && !subject.rule) return { run: attaching.run, reading }
  const again = await readZone(aws, subject)
  const second = attachRun(zone, again, file)
  return 'run' in second ? { run: second.run, reading: again } : { trouble: second.trouble }
}

/** Somebody has deleted the journal: the file alone still knows the way back. */
async function withoutClaim(
  aws: Aws,
  zone: PlanZone,
  trouble: AttachTrouble,
  file: Snapshot | undefined,
): Promise<Found | { trouble: AttachTrouble }> {
  if (trouble !== 'no-claim' || !file) return { trouble }
  const plan = planFromSnapshot(file, zone)
  const claim: Claim = {
    id: file.id,
    generation: 0,
    state: 0,
    // How far it came, nobody knows any more.
    highest: plan.states.length - 1,
    status: 'active',
    nonce: 'lost',
    originalDigest: plan.originalDigest,
    planDigest: plan.digest,
    writtenAt: 0,
  }
  const run: Run = {
    ...plannedRun(plan, file.id),
    journal: { claim, claimRecord: claimRecord(plan.names.claim, claim) },
    phase: { at: 'journal-lost', state: 0 },
  }
  return { run, reading: await readZone(aws, subjectOf(run)) }
}
