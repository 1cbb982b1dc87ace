/**
 * CreateResourceRecordSetProtections: names and types that no change may touch from now on.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateResourceRecordSetProtections.html
 */
import { CreateResourceRecordSetProtections$ } from '@aws-sdk/client-route-53'
import type {
  CreateResourceRecordSetProtectionsCommandInput,
  CreateResourceRecordSetProtectionsCommandOutput,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { AwsError, operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'
import { about, editableZone } from './look-up.ts'
import { checkEntries, failure, invalidBatch, isProtected } from './protections.ts'

export const CreateResourceRecordSetProtections = operation<
  CreateResourceRecordSetProtectionsCommandInput,
  CreateResourceRecordSetProtectionsCommandOutput
>(
  CreateResourceRecordSetProtections$,
  ({ HostedZoneId, Protections = [] }, { world }) => {
    const zone = editableZone(world, HostedZoneId)
    checkEntries(zone, Protections)
    const errors = Protections.filter((entry) => isProtected(zone, entry)).map((entry) =>
      failure(entry, 'ProtectionAlreadyExists', 'A protection already exists for the name and type.'),
    )
    if (errors.length === Protections.length) {
      const message = 'A protection already exists for every name and type in the request.'
      throw new AwsError('ProtectionAlreadyExists', message, { members: { Errors: errors } })
    }
    if (errors.length > 0) throw invalidBatch(errors)
    const added = Protections.map(({ RecordName = '', RecordType = 'A', Comment }) => ({
      name: canonicalName(RecordName),
      type: RecordType,
      ...(Comment === undefined ? {} : { comment: Comment }),
    }))
    zone.protections = [...zone.protections, ...added]
    journal(world, {
      type: 'effect',
      name: 'records-protected',
      region: 'us-east-1',
      subject: zone.id,
      detail: added,
    })
    return {}
  },
  ({ HostedZoneId }) => about('hostedzone', HostedZoneId),
)
