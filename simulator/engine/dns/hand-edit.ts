/** Somebody else with the AWS console: changes a hostname's record set a little, without looking who else does. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { canonicalName, isWithin } from './names.ts'
import { type Submitted, submitChanges } from './zone-changes.ts'
import { recordsNamed } from './zone-index.ts'

/** Types that lead clients somewhere. */
const leading = ['A', 'AAAA', 'CNAME']

/** What is written where a hostname has no record set of its own. TEST-NET-1, RFC 5737. */
const invented: Omit<ResourceRecordSet, 'Name'> = {
  Type: 'A',
  TTL: 300,
  ResourceRecords: [{ Value: '192.0.2.250' }],
}

/** The zone that would be edited: the one that clients are led to, else the longest that could hold the hostname. */
export function zoneOfHost(world: World, hostname: string): HostedZoneRecord | undefined {
  const name = canonicalName(hostname)
  return Object.values(world.dns.hostedZones)
    .filter((zone) => isWithin(name, zone.name))
    .toSorted((a, b) => rank(b) - rank(a))[0]
}

function rank(zone: HostedZoneRecord): number {
  return zone.name.length * 2 + (!zone.privateZone && zone.delegated ? 1 : 0)
}

/** The TTL, the weight or the health evaluation of the first record set becomes another. */
export function editByHand(world: World, zone: HostedZoneRecord, hostname: string): Submitted {
  const name = canonicalName(hostname)
  const set = recordsNamed(zone.records, name).find(({ Type }) => leading.includes(Type ?? ''))
  const made: ResourceRecordSet = set ? edited(set) : { Name: name, ...structuredClone(invented) }
  const changes: Change[] = [
    ...(set ? [{ Action: 'DELETE' as const, ResourceRecordSet: set }] : []),
    { Action: 'CREATE', ResourceRecordSet: made },
  ]
  return submitChanges(world, zone, changes, 'by hand')
}

/** Members of a group share their TTL, so there it is the weight that can be changed alone. */
function edited(set: ResourceRecordSet): ResourceRecordSet {
  if (set.Weight !== undefined) return { ...set, Weight: set.Weight === 255 ? 254 : set.Weight + 1 }
  if (set.AliasTarget) {
    const { EvaluateTargetHealth: evaluates } = set.AliasTarget
    return { ...set, AliasTarget: { ...set.AliasTarget, EvaluateTargetHealth: !evaluates } }
  }
  return { ...set, TTL: (set.TTL ?? 0) + 60 }
}
