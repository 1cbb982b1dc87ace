/**
 * ListResourceRecordSets: from a name, type and identifier on, changes on their way included.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
 */
import { ListResourceRecordSets$ } from '@aws-sdk/client-route-53'
import type {
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput,
  ResourceRecordSet,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { sortedRecords } from '../../engine/dns/zone-index.ts'
import { compareRecordSets, type RecordKey } from '../../engine/dns/zone-order.ts'
import { AwsError, operation } from '../../operation.ts'
import { about, pageSize, zoneById } from './look-up.ts'

/** Record sets per answer at most. */
const PAGE = 300

export const ListResourceRecordSets = operation<
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput
>(
  ListResourceRecordSets$,
  (input, { world }) => {
    const sorted = sortedRecords(zoneById(world, input.HostedZoneId).records)
    const size = pageSize(input.MaxItems, PAGE)
    const start = firstFrom(sorted, startOf(input))
    const next = sorted[start + size]
    return {
      ResourceRecordSets: sorted.slice(start, start + size),
      IsTruncated: next !== undefined,
      NextRecordName: next?.Name,
      NextRecordType: next?.Type,
      NextRecordIdentifier: next?.SetIdentifier,
      MaxItems: size,
    }
  },
  ({ HostedZoneId }) => about('hostedzone', HostedZoneId),
)

/** @throws AwsError InvalidInput for a type without a name, or an identifier without a type */
function startOf(input: ListResourceRecordSetsCommandInput): RecordKey | undefined {
  const { StartRecordName: Name, StartRecordType: Type, StartRecordIdentifier: SetIdentifier } = input
  if (Type !== undefined && Name === undefined) {
    throw new AwsError(
      'InvalidInput',
      'The input is not valid: a start record type needs a start record name.',
    )
  }
  if (SetIdentifier !== undefined && Type === undefined) {
    throw new AwsError(
      'InvalidInput',
      'The input is not valid: a start record identifier needs a start record name and type.',
    )
  }
  return Name === undefined ? undefined : { Name: canonicalName(Name), Type, SetIdentifier }
}

/** Position of the first record set that does not come before `from`. */
function firstFrom(sorted: readonly ResourceRecordSet[], from: RecordKey | undefined): number {
  if (!from) return 0
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const set = sorted[middle]
    if (set && compareRecordSets(set, from) < 0) low = middle + 1
    else high = middle
  }
  return low
}
