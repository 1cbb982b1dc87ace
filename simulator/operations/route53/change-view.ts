/** A change as answers show it. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeInfo.html */
import type { ChangeInfo } from '@aws-sdk/client-route-53'
import type { ChangeRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'

export function changeView(world: World, { id, insyncAt, submittedAt, comment }: ChangeRecord): ChangeInfo {
  return {
    Id: `/change/${id}`,
    Status: world.now >= insyncAt ? 'INSYNC' : 'PENDING',
    SubmittedAt: new Date(submittedAt),
    Comment: comment,
  }
}
