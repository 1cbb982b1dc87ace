/** Tasks of a cluster: one list for all services (grouped by `task.group`), never one for each service. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { type TaskFilter, describeTasks, getTask, listTasks } from '../../aws/ecs/tasks.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Described } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** On its way to where ECS wants it. */
const isMoving = ({ lastStatus, desiredStatus }: Task): boolean => lastStatus !== desiredStatus

/** Tasks of a cluster, or of one service of it. */
export function tasksQuery(aws: Aws, cluster: string, filter: TaskFilter) {
  const { desiredStatus, serviceName = '' } = filter
  const stopped = desiredStatus === 'STOPPED'
  return queryOptions({
    queryKey: [aws.key, 'tasks', cluster, desiredStatus, serviceName] as const,
    queryFn: async (context): Promise<Described<Task>> => {
      const options = urgency(context)
      const service = serviceName === '' ? {} : { serviceName }
      const arns = await listTasks(aws, cluster, { desiredStatus, ...service }, options)
      return describeTasks(aws, cluster, arns, options)
    },
    ...polling<Described<Task>>(aws, stopped ? intervals.stoppedTasks : intervals.tasks, ({ items }) =>
      items.some(isMoving),
    ),
  })
}

/** One task by id or ARN. */
export function taskQuery(aws: Aws, cluster: string, task: string) {
  return queryOptions({
    queryKey: [aws.key, 'task', cluster, task] as const,
    queryFn: (context): Promise<Task> => getTask(aws, cluster, task, urgency(context)),
    ...polling<Task>(aws, intervals.tasks, isMoving),
  })
}
