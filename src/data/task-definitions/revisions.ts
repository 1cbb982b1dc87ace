/** Revisions of a family: the list in pages, newest first, and single ones read whole. */
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import {
  getRevision,
  type ListedStatus,
  listRevisions,
  newestRevision,
  type RevisionPage,
} from '../../aws/ecs/revisions.ts'
import { nameOfArn, type Revision } from '../../core/task-definition/revision.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'
import { invalidate } from '../query-client.ts'

/** Its ARNs, a hundred a page: a family may have a million revisions. */
export function revisionsQuery(aws: Aws, family: string, status: ListedStatus) {
  return infiniteQueryOptions({
    queryKey: [...revisionListKey(aws, family), status] as const,
    queryFn: (context): Promise<RevisionPage> =>
      listRevisions(aws, { family, status, from: context.pageParam }, urgency(context)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: RevisionPage) => next,
    ...polling<InfiniteData<RevisionPage>>(aws, intervals.taskDefinitions),
  })
}

function revisionListKey(aws: Aws, family: string) {
  return [aws.key, 'revisions', family] as const
}

/** One revision, by ARN or `family:revision`. What was registered never changes; whether it is ACTIVE may. */
export function revisionQuery(aws: Aws, name: string) {
  return queryOptions({
    queryKey: revisionKey(aws, name),
    queryFn: (context): Promise<Revision> => getRevision(aws, name, urgency(context)),
    // Tables show many of them: none is read again by itself while its list is.
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  })
}

function revisionKey(aws: Aws, name: string) {
  return [aws.key, 'revision', nameOfArn(name)] as const
}

/** The newest ACTIVE revision of a family; null when there is none. */
export function newestRevisionQuery(aws: Aws, family: string) {
  return queryOptions({
    queryKey: [...revisionListKey(aws, family), 'newest'] as const,
    queryFn: async (context): Promise<Revision | null> =>
      (await newestRevision(aws, family, urgency(context))) ?? null,
    staleTime: 5_000,
  })
}

/** After a family got another revision, or one of its revisions another state. */
export async function refreshFamily(
  aws: Aws,
  family: string,
  changed: readonly string[] = [],
): Promise<void> {
  await Promise.all([
    invalidate(aws, 'revisions', family),
    invalidate(aws, 'families'),
    ...changed.map((name) => invalidate(aws, 'revision', nameOfArn(name))),
  ])
}
