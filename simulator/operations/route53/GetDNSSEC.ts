/** GetDNSSEC: whether a zone is signed. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetDNSSEC.html */
import { GetDNSSEC$ } from '@aws-sdk/client-route-53'
import type { GetDNSSECCommandInput, GetDNSSECCommandOutput, KeySigningKey } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { about, zoneById } from './look-up.ts'

export const GetDNSSEC = operation<GetDNSSECCommandInput, GetDNSSECCommandOutput>(
  GetDNSSEC$,
  ({ HostedZoneId }, { world }) => {
    const zone = zoneById(world, HostedZoneId)
    if (zone.privateZone) throw new AwsError('InvalidArgument', 'DNSSEC is not supported for private zones.')
    const key: KeySigningKey = { Name: 'key1', Flag: 257, SigningAlgorithmType: 13, Status: 'ACTIVE' }
    return {
      Status: { ServeSignature: zone.dnssec },
      KeySigningKeys: zone.dnssec === 'SIGNING' ? [key] : [],
    }
  },
  ({ HostedZoneId }) => about('hostedzone', HostedZoneId),
)
