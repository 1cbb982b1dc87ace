/** ListHostedZones: zones in order of their ids. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZones.html */
import { ListHostedZones$ } from '@aws-sdk/client-route-53'
import type { ListHostedZonesCommandInput, ListHostedZonesCommandOutput } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'

/** Zones per answer, unless fewer are asked for. */
const PAGE = 100

export const ListHostedZones = operation<ListHostedZonesCommandInput, ListHostedZonesCommandOutput>(
  ListHostedZones$,
  ({ Marker, MaxItems = PAGE, HostedZoneType }, { world }) => {
    const zones = Object.values(world.dns?.hostedZones ?? {})
      .filter((zone) => HostedZoneType !== 'PrivateHostedZone' || zone.privateZone)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    // The marker is the id of the first zone of the next page.
    const start = Marker === undefined ? 0 : zones.findIndex(({ id }) => id === Marker)
    if (start < 0) throw new AwsError('InvalidInput', `The marker ${Marker} does not exist.`)
    const end = start + Math.min(MaxItems, PAGE)
    return {
      HostedZones: zones.slice(start, end).map((zone) => ({
        Id: `/hostedzone/${zone.id}`,
        Name: zone.name,
        CallerReference: zone.callerReference,
        Config: { Comment: zone.comment, PrivateZone: zone.privateZone },
        ResourceRecordSetCount: zone.recordSetCount,
      })),
      Marker,
      IsTruncated: end < zones.length,
      NextMarker: zones[end]?.id,
      MaxItems,
    }
  },
)
