/**
 * ListResourceRecordSetProtections: in the order of record sets, from a name and type on.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSetProtections.html
 */
import { ListResourceRecordSetProtections$ } from '@aws-sdk/client-route-53'
import type {
  ListResourceRecordSetProtectionsCommandInput,
  ListResourceRecordSetProtectionsCommandOutput,
  RRType,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { compareRecordSets } from '../../engine/dns/zone-order.ts'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'
import { about, pageSize, zoneById } from './look-up.ts'

/** Protections per answer at most. */
const PAGE = 300

export const ListResourceRecordSetProtections = operation<
  ListResourceRecordSetProtectionsCommandInput,
  ListResourceRecordSetProtectionsCommandOutput
>(
  ListResourceRecordSetProtections$,
  ({ HostedZoneId, StartRecordName, StartRecordType, MaxResults, NextToken }, { world }) => {
    const zone = zoneById(world, HostedZoneId)
    if (StartRecordType !== undefined && StartRecordName === undefined) {
      throw new AwsError('InvalidInput', 'A start record type needs a start record name.')
    }
    const from = { Name: canonicalName(StartRecordName ?? ''), Type: StartRecordType }
    const all = zone.protections
      .map(({ name, type, comment }) => ({ Name: name, Type: type, Comment: comment }))
      .filter((one) => StartRecordName === undefined || compareRecordSets(one, from) >= 0)
      .toSorted(compareRecordSets)
    const page = pageOf(all, pageSize(MaxResults, PAGE), NextToken)
    if (!page) throw new AwsError('InvalidPaginationToken', 'The pagination token is not valid.')
    return {
      ResourceRecordSetProtections: page.items.map(({ Name, Type, Comment }) => ({
        RecordName: Name,
        RecordType: Type as RRType,
        Comment,
      })),
      NextToken: page.nextToken,
    }
  },
  ({ HostedZoneId }) => about('hostedzone', HostedZoneId),
)
