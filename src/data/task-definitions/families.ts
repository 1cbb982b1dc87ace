/** Families of task definitions of the Region. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { type ListedStatus, listFamilies } from '../../aws/ecs/revisions.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** ACTIVE: families with an ACTIVE revision; INACTIVE: families without one. */
export function familiesQuery(aws: Aws, status: ListedStatus) {
  return queryOptions({
    queryKey: [aws.key, 'families', status] as const,
    queryFn: (context): Promise<string[]> => listFamilies(aws, status, urgency(context)),
    ...polling<string[]>(aws, intervals.taskDefinitions),
  })
}
