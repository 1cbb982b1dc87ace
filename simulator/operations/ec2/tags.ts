/** Tags as EC2 writes them. */
import type { Tag } from '@aws-sdk/client-ec2'

export function toTags(tags: Record<string, string>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
}
