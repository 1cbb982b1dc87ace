/** A hosted zone as answers show it. https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html */
import type { HostedZone } from '@aws-sdk/client-route-53'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'

export function zoneView(zone: HostedZoneRecord): HostedZone {
  const { linkedService, acceleratedRecovery } = zone
  return {
    Id: `/hostedzone/${zone.id}`,
    Name: zone.name,
    CallerReference: zone.callerReference,
    Config: { Comment: zone.comment, PrivateZone: zone.privateZone },
    ResourceRecordSetCount: zone.records.length,
    ...(linkedService && {
      LinkedService: {
        ServicePrincipal: linkedService.servicePrincipal,
        Description: linkedService.description,
      },
    }),
    ...(zone.privateZone
      ? {}
      : { Features: { AcceleratedRecoveryStatus: acceleratedRecovery ? 'ENABLED' : 'DISABLED' } }),
  }
}
