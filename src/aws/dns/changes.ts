/** Changes of record sets: sent once, all or nothing, and followed until every name server has them. */
import { ChangeResourceRecordSetsCommand, GetChangeCommand } from '@aws-sdk/client-route-53'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { Change } from '../../core/dns/record-set.ts'
import { required, text, time } from '../answer.ts'
import { type Answer, type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'

export interface ChangeInfo {
  /** Without `/change/`. */
  id: string
  status: 'PENDING' | 'INSYNC'
  /** By AWS's clock, ms since the epoch. */
  submittedAt: number
}

/** Most characters of a comment. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeBatch.html */
const commentLength = 256

/** @throws AwsProblem; of kind `unknown-outcome` when only reading can tell whether it was done */
export function changeRecordSets(
  aws: Aws,
  zoneId: string,
  changes: readonly Change[],
  comment: string,
  options?: CallOptions,
): Promise<Answer<ChangeInfo>> {
  const command = new ChangeResourceRecordSetsCommand({
    HostedZoneId: zoneId,
    ChangeBatch: {
      Comment: comment.slice(0, commentLength),
      // Our record sets are the SDK's, with plain texts for its enumerations.
      Changes: changes.map((change) => ({
        ...change,
        ResourceRecordSet: change.ResourceRecordSet as ResourceRecordSet,
      })),
    },
  })
  return call(
    aws,
    { service: route53, bucket: 'route53', command, take: ({ ChangeInfo: info }) => toChangeInfo(info) },
    options,
  )
}

/** @throws AwsProblem of kind `not-found` for a change that AWS has forgotten */
export async function getChange(aws: Aws, id: string, options?: CallOptions): Promise<ChangeInfo> {
  const command = new GetChangeCommand({ Id: id })
  const { value } = await call(
    aws,
    { service: route53, bucket: 'route53', command, take: ({ ChangeInfo: info }) => toChangeInfo(info) },
    options,
  )
  return value
}

function toChangeInfo(
  info: { Id?: string | undefined; Status?: string | undefined; SubmittedAt?: Date | undefined } | undefined,
): ChangeInfo {
  const { Id, Status, SubmittedAt } = required(info, 'ChangeInfo')
  return {
    id: text(Id, 'Id of a change').replace(/^\/change\//, ''),
    status: Status === 'INSYNC' ? 'INSYNC' : 'PENDING',
    submittedAt: required(time(SubmittedAt), 'SubmittedAt'),
  }
}
