/** ListHostedZones: zones in order of their ids. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZones.html */
import { ListHostedZones$ } from '@aws-sdk/client-route-53'
import type { ListHostedZonesCommandInput, ListHostedZonesCommandOutput } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { pageSize } from './look-up.ts'
import { zoneView } from './zone-view.ts'

/** Zones per answer, unless fewer are asked for. */
const PAGE = 100

export const ListHostedZones = operation<ListHostedZonesCommandInput, ListHostedZonesCommandOutput>(
  ListHostedZones$,
  ({ Marker, MaxItems, HostedZoneType }, { world }) => {
    const size = pageSize(MaxItems, PAGE)
    const zones = Object.values(world.dns.hostedZones)
      .filter((zone) => HostedZoneType !== 'PrivateHostedZone' || zone.privateZone)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    // The marker is the id of the first zone of the next page.
    const start = Marker === undefined ? 0 : zones.findIndex(({ id }) => id === Marker)
    if (start < 0) throw new AwsError('InvalidInput', `The marker ${Marker} does not exist.`)
    const end = start + size
    return {
      HostedZones: zones.slice(start, end).map(zoneView),
      Marker,
      IsTruncated: end < zones.length,
      NextMarker: zones[end]?.id,
      MaxItems: size,
    }
  },
)
