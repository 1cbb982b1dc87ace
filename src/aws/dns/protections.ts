/** Names and types that a zone lets nobody change until their protection is lifted. */
import {
  CreateResourceRecordSetProtectionsCommand,
  DeleteResourceRecordSetProtectionsCommand,
  ListResourceRecordSetProtectionsCommand,
  type RRType,
} from '@aws-sdk/client-route-53'
import type { Protection } from '../../core/cutover/snapshot.ts'
import { list, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { route53 } from './route53.ts'

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSetProtections.html */
const pageSize = 300

/** All of a zone. @throws AwsProblem */
export function listProtections(aws: Aws, zoneId: string, options?: CallOptions): Promise<Protection[]> {
  return listAll(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: (NextToken) =>
        new ListResourceRecordSetProtectionsCommand({
          HostedZoneId: zoneId,
          MaxResults: pageSize,
          NextToken,
        }),
      take: ({ ResourceRecordSetProtections, NextToken }) => ({
        items: list(ResourceRecordSetProtections, 'ResourceRecordSetProtections').map(
          ({ RecordName, RecordType, Comment = '' }) => ({
            name: text(RecordName, 'RecordName'),
            type: text(RecordType, 'RecordType'),
            comment: Comment,
          }),
        ),
        next: NextToken,
      }),
      id: ({ name, type }) => `${name} ${type}`,
    },
    options,
  )
}

/** All or none. @throws AwsProblem */
export async function createProtections(
  aws: Aws,
  zoneId: string,
  protections: readonly Protection[],
  options?: CallOptions,
): Promise<void> {
  const command = new CreateResourceRecordSetProtectionsCommand({
    HostedZoneId: zoneId,
    Protections: protections.map(({ comment, ...rest }) => ({
      ...keyOf(rest),
      ...(comment !== '' && { Comment: comment }),
    })),
  })
  await call(aws, { service: route53, bucket: 'route53', command, take: () => undefined }, options)
}

/** All or none. @throws AwsProblem */
export async function deleteProtections(
  aws: Aws,
  zoneId: string,
  protections: readonly Pick<Protection, 'name' | 'type'>[],
  options?: CallOptions,
): Promise<void> {
  const command = new DeleteResourceRecordSetProtectionsCommand({
    HostedZoneId: zoneId,
    Protections: protections.map(keyOf),
  })
  await call(aws, { service: route53, bucket: 'route53', command, take: () => undefined }, options)
}

function keyOf({ name, type }: Pick<Protection, 'name' | 'type'>): {
  RecordName: string
  RecordType: RRType
} {
  return { RecordName: name, RecordType: type as RRType }
}
