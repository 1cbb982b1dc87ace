/** Changes of a zone's records: applied at once for those who read the zone, later for those who ask its name servers. */
import type { Change } from '@aws-sdk/client-route-53'
import type { ChangeRecord, HostedZoneRecord } from '../../world/dns-tables.ts'
import { decimalId } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { nextRandom } from '../../world/random.ts'
import type { ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { scheduleNames } from '../traffic/due.ts'
import { applyChanges } from './strict-zone.ts'
import { canonicalName } from './names.ts'
import { recordsNamed } from './zone-index.ts'

/** ms from a change until all name servers know it: "typically within 60 seconds" (API_GetChange). */
const FASTEST = 30_000
const SLOWEST = 50_000

/** The change under way, or AWS's error code and message when the zone refuses it. */
export type Submitted = ChangeRecord | { code: string; message: string }

/** Changes a zone as ChangeResourceRecordSets does, but for who may and whether it is busy. */
export function submitChanges(
  world: World,
  zone: HostedZoneRecord,
  changes: readonly Change[],
  comment?: string,
): Submitted {
  const healthCheckIds = new Set(Object.keys(world.dns.healthChecks))
  const applied = applyChanges(zone, zone.records, changes, { ...world.dns.rules, healthCheckIds })
  if ('code' in applied) return applied
  const names = new Set(changes.map(({ ResourceRecordSet }) => canonicalName(ResourceRecordSet?.Name ?? '')))
  const before = Object.fromEntries([...names].map((name) => [name, [...recordsNamed(zone.records, name)]]))
  const usual = FASTEST + Math.floor(nextRandom(world) * (SLOWEST - FASTEST))
  const delay = zone.propagationMs ?? usual
  const change: ChangeRecord = {
    id: `C${decimalId(world, 19)}`,
    zoneId: zone.id,
    ...(comment === undefined ? {} : { comment }),
    submittedAt: world.now,
    // The changes of a zone reach its name servers in order.
    insyncAt: Math.max(world.now + delay, zone.propagating.at(-1)?.insyncAt ?? 0),
  }
  zone.records = applied.records
  zone.propagating.push({ changeId: change.id, insyncAt: change.insyncAt, before })
  zone.busyUntil = world.now + world.dns.rules.busyMs
  world.dns.changes[change.id] = change
  journal(world, {
    type: 'effect',
    name: 'records-changed',
    region: 'us-east-1',
    subject: zone.id,
    detail: { changeId: change.id, changes: JSON.parse(JSON.stringify(changes)) as unknown },
  })
  schedule(world, change.insyncAt - world.now, {
    kind: 'change-insync',
    region: 'us-east-1',
    subject: zone.id,
    data: { changeId: change.id },
  })
  return change
}

/** Handler of `change-insync`: from now on the name servers answer with a change. */
export function onChangeInsync(world: World, event: ScheduledEvent): void {
  const zone = world.dns.hostedZones[event.subject]
  const changeId = String(event.data?.changeId)
  if (!zone?.propagating.some((change) => change.changeId === changeId)) return
  zone.propagating = zone.propagating.filter((change) => change.changeId !== changeId)
  journal(world, {
    type: 'effect',
    name: 'change-insync',
    region: event.region,
    subject: zone.id,
    detail: { changeId },
  })
  scheduleNames(world)
}
