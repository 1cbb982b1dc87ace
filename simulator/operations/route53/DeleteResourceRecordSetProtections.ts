/**
 * DeleteResourceRecordSetProtections: changes may touch these names and types again.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteResourceRecordSetProtections.html
 */
import { DeleteResourceRecordSetProtections$ } from '@aws-sdk/client-route-53'
import type {
  DeleteResourceRecordSetProtectionsCommandInput,
  DeleteResourceRecordSetProtectionsCommandOutput,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'
import { about, editableZone } from './look-up.ts'
import { checkEntries, failure, invalidBatch, isProtected } from './protections.ts'

export const DeleteResourceRecordSetProtections = operation<
  DeleteResourceRecordSetProtectionsCommandInput,
  DeleteResourceRecordSetProtectionsCommandOutput
>(
  DeleteResourceRecordSetProtections$,
  ({ HostedZoneId, Protections = [] }, { world }) => {
    const zone = editableZone(world, HostedZoneId)
    checkEntries(zone, Protections)
    const errors = Protections.filter((entry) => !isProtected(zone, entry)).map((entry) =>
      failure(entry, 'ProtectionNotFound', 'No protection exists for the name and type.'),
    )
    if (errors.length > 0) throw invalidBatch(errors)
    const gone = new Set(
      Protections.map(({ RecordName = '', RecordType }) => `${canonicalName(RecordName)} ${RecordType}`),
    )
    zone.protections = zone.protections.filter(({ name, type }) => !gone.has(`${name} ${type}`))
    journal(world, {
      type: 'effect',
      name: 'records-unprotected',
      region: 'us-east-1',
      subject: zone.id,
      detail: [...gone],
    })
    return {}
  },
  ({ HostedZoneId }) => about('hostedzone', HostedZoneId),
)
