/** `npm run cutover -- status`: the cutovers that stand in a zone. Reads only. */
import type { Aws } from '../src/aws/context.ts'
import { listJournalRecords } from '../src/aws/dns/zone-scan.ts'
import type { PlanZone } from '../src/core/cutover/plan.ts'
import { type Journal, journalsIn } from '../src/core/cutover/preflight/journals.ts'
import { readSnapshot } from '../src/core/cutover/snapshot.ts'
import { shownName } from '../src/core/dns/name.ts'
import { findZone, hostnameOf, openCutover } from './cutover-find.ts'
import type { CutoverOptions } from './cutover-options.ts'
import type { Outside } from './cutover-outside.ts'
import { statusLines, troubles } from './cutover-words.ts'

export async function showStatus(aws: Aws, options: CutoverOptions, { say }: Outside): Promise<number> {
  const { hostname: typed, zone: zoneId } = options
  const hostname = typed === undefined ? undefined : hostnameOf(typed)
  // Without a hostname there is a zone: the options see to it.
  const zone = await findZone(aws, hostname ?? '', zoneId)
  if (hostname !== undefined) {
    for (const line of await linesOf(aws, zone, hostname)) say(line)
    return 0
  }
  const journals = journalsIn(await listJournalRecords(aws, zone.name, zone.id), zone.name)
  if (journals.length === 0) say(`No cutover stands in zone ${zone.id} (${shownName(zone.name)})`)
  for (const journal of journals) for (const line of await journalLines(aws, zone, journal)) say(line)
  return 0
}

async function linesOf(aws: Aws, zone: PlanZone, hostname: string): Promise<string[]> {
  const found = await openCutover(aws, zone, hostname)
  return 'run' in found ? statusLines(found) : [`${shownName(hostname)}: ${troubles[found.trouble]}`]
}

/** The name of a journal is a hash of the hostname: only the snapshot says which one it is. */
async function journalLines(
  aws: Aws,
  zone: PlanZone,
  { claimName, claim, snapshotRecord }: Journal,
): Promise<string[]> {
  const snapshot = snapshotRecord && readSnapshot(snapshotRecord)
  if (snapshot) return linesOf(aws, zone, snapshot.hostname)
  const what = claim && 'claim' in claim ? `${claim.claim.status} at state ${claim.claim.state}; ` : ''
  const trouble = !claim
    ? 'no-claim'
    : 'unreadable' in claim
      ? 'foreign'
      : snapshotRecord
        ? 'snapshot'
        : 'no-snapshot'
  return [`${shownName(claimName)}: ${what}${troubles[trouble]}`]
}
