/** Members that many of ECS's Describe answers share: tags, dates, failures. */
import type { Failure, Tag } from '@aws-sdk/client-ecs'
import { AwsError } from '../../operation.ts'
import type { Tags } from '../../world/ecs-tables.ts'

export function toTags(tags: Tags): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }))
}

/** ECS writes `key` and `value`; either may be left out. */
export function fromTags(tags: Tag[] | undefined): Tags {
  return Object.fromEntries((tags ?? []).map((tag) => [tag.key ?? '', tag.value ?? '']))
}

/** A moment of world time (ms since the epoch) as the wire wants it. */
export function toDate(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at)
}

/** Describes what was found and lists the rest under `failures` with the reason MISSING. */
export function describeEach<Found, View>(
  arns: string[],
  find: (arn: string) => Found | undefined,
  view: (found: Found) => View,
): { views: View[]; failures: Failure[] } {
  const views: View[] = []
  const failures: Failure[] = []
  for (const arn of new Set(arns)) {
    const found = find(arn)
    if (found === undefined) failures.push({ arn, reason: 'MISSING' })
    else views.push(view(found))
  }
  return { views, failures }
}

/** @throws AwsError InvalidParameterException unless there are 1 to `limit` names */
export function checkCount(names: string[] | undefined, what: string, limit: number): string[] {
  if (!names || names.length === 0) {
    throw new AwsError('InvalidParameterException', `${what} cannot be empty.`)
  }
  if (names.length > limit) {
    throw new AwsError('InvalidParameterException', `${what} cannot have more than ${limit} elements.`)
  }
  return names
}
