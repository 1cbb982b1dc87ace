/** ChangeResourceRecordSets: all changes or none. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html */
import { ChangeResourceRecordSets$ } from '@aws-sdk/client-route-53'
import type {
  ChangeResourceRecordSetsCommandInput,
  ChangeResourceRecordSetsCommandOutput,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { submitChanges } from '../../engine/dns/zone-changes.ts'
import { AwsError, operation } from '../../operation.ts'
import { changeView } from './change-view.ts'
import { about, editableZone } from './look-up.ts'

/** Characters of a comment at most. */
const MOST_COMMENT = 256

export const ChangeResourceRecordSets = operation<
  ChangeResourceRecordSetsCommandInput,
  ChangeResourceRecordSetsCommandOutput
>(
  ChangeResourceRecordSets$,
  ({ HostedZoneId, ChangeBatch }, { world }) => {
    const { Changes = [], Comment } = ChangeBatch ?? {}
    const zone = editableZone(world, HostedZoneId)
    if ((Comment?.length ?? 0) > MOST_COMMENT) {
      throw new AwsError(
        'InvalidInput',
        `1 validation error detected: Value '${Comment}' at 'changeBatch.comment' failed to satisfy constraint: Member must have length less than or equal to ${MOST_COMMENT}`,
      )
    }
    const change = submitChanges(world, zone, Changes, Comment)
    if ('code' in change) throw new AwsError(change.code, change.message)
    return { ChangeInfo: changeView(world, change) }
  },
  ({ HostedZoneId, ChangeBatch }) => ({
    ...about('hostedzone', HostedZoneId),
    conditions: conditionsOf(ChangeBatch),
  }),
)

/** Normalized names are lower case without the dot at the end (specifying-conditions-route53). */
function conditionsOf(batch: ChangeResourceRecordSetsCommandInput['ChangeBatch']): Record<string, string[]> {
  const changes = batch?.Changes ?? []
  const key = 'route53:ChangeResourceRecordSets'
  return {
    [`${key}NormalizedRecordNames`]: every(
      changes.map(({ ResourceRecordSet }) => canonicalName(ResourceRecordSet?.Name ?? '').replace(/\.$/, '')),
    ),
    [`${key}RecordTypes`]: every(changes.map(({ ResourceRecordSet }) => ResourceRecordSet?.Type)),
    [`${key}Actions`]: every(changes.map(({ Action }) => Action)),
  }
}

function every(texts: (string | undefined)[]): string[] {
  return [...new Set(texts.map((text = '') => text))]
}
