/**
 * ListHostedZonesByName: zones in order of their reversed names, from a name on; the name is no filter.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html
 */
import { ListHostedZonesByName$ } from '@aws-sdk/client-route-53'
import type {
  ListHostedZonesByNameCommandInput,
  ListHostedZonesByNameCommandOutput,
} from '@aws-sdk/client-route-53'
import { canonicalName, compareNames, nameProblem } from '../../engine/dns/names.ts'
import { AwsError, operation } from '../../operation.ts'
import { bareId, pageSize } from './look-up.ts'
import { zoneView } from './zone-view.ts'

/** Zones per answer at most. */
const PAGE = 100

interface Place {
  name: string
  id: string
}

const compare = (a: Place, b: Place): number => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)

export const ListHostedZonesByName = operation<
  ListHostedZonesByNameCommandInput,
  ListHostedZonesByNameCommandOutput
>(ListHostedZonesByName$, ({ DNSName, HostedZoneId, MaxItems }, { world }) => {
  const size = pageSize(MaxItems, PAGE)
  const from = startOf(DNSName, HostedZoneId)
  const zones = Object.values(world.dns.hostedZones)
    .toSorted(compare)
    .filter((zone) => !from || zone.id === from.id || compare(zone, from) >= 0)
  const next = zones[size]
  return {
    HostedZones: zones.slice(0, size).map(zoneView),
    DNSName,
    HostedZoneId,
    IsTruncated: next !== undefined,
    NextDNSName: next?.name,
    NextHostedZoneId: next?.id,
    MaxItems: size,
  }
})

/** @throws AwsError InvalidInput, InvalidDomainName */
function startOf(name: string | undefined, id: string | undefined): Place | undefined {
  if (name === undefined && id === undefined) return undefined
  if (name === undefined) {
    throw new AwsError('InvalidInput', 'If you specify a hosted zone ID, you must also specify a DNS name.')
  }
  const canonical = canonicalName(name)
  const problem = nameProblem(canonical)
  if (problem !== undefined) throw new AwsError('InvalidDomainName', problem)
  return { name: canonical, id: bareId(id) }
}
