/** Task definitions: a revision never changes, so each is read once. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { getTaskDefinition } from '../../aws/ecs/task-definitions.ts'
import type { TaskDefinition } from '../../core/ecs/task-definition.ts'
import { urgency } from '../call-options.ts'

/** One revision by its ARN (or `family:revision`). */
export function taskDefinitionQuery(aws: Aws, arn: string) {
  return queryOptions({
    queryKey: [aws.key, 'task-definition', arn] as const,
    queryFn: (context): Promise<TaskDefinition> => getTaskDefinition(aws, arn, urgency(context)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: ({ state }) => (state.data === undefined ? 'always' : false),
  })
}
