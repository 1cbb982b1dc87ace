/** GetHostedZone: a zone with its name servers or its networks. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html */
import { GetHostedZone$ } from '@aws-sdk/client-route-53'
import type {
  GetHostedZoneCommandInput,
  GetHostedZoneCommandOutput,
  VPCRegion,
} from '@aws-sdk/client-route-53'
import { operation } from '../../operation.ts'
import { about, zoneById } from './look-up.ts'
import { zoneView } from './zone-view.ts'

export const GetHostedZone = operation<GetHostedZoneCommandInput, GetHostedZoneCommandOutput>(
  GetHostedZone$,
  ({ Id }, { world }) => {
    const zone = zoneById(world, Id)
    const HostedZone = zoneView(zone)
    if (!zone.privateZone) return { HostedZone, DelegationSet: { NameServers: zone.nameServers } }
    const VPCs = zone.vpcs.map(({ vpcId, region }) => ({ VPCId: vpcId, VPCRegion: region as VPCRegion }))
    return { HostedZone, VPCs }
  },
  ({ Id }) => about('hostedzone', Id),
)
