/** Tags of one zone or health check as answers show them. */
import type { ResourceTagSet, TagResourceType } from '@aws-sdk/client-route-53'
import type { World } from '../../world/world.ts'
import { bareId, healthCheckById, zoneById } from './look-up.ts'

/** @throws AwsError NoSuchHostedZone, NoSuchHealthCheck */
export function tagSet(
  world: World,
  type: TagResourceType | undefined,
  id: string | undefined,
): ResourceTagSet {
  const { tags } = type === 'healthcheck' ? healthCheckById(world, id) : zoneById(world, id)
  return {
    ResourceType: type,
    ResourceId: bareId(id),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  }
}
