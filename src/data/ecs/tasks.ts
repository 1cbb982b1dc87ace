/** Tasks of a cluster: one list for all services (grouped by `task.group`), never one for each service. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import type { CallOptions } from '../../aws/call.ts'
import {
  type TaskFilter,
  describeTasks,
  getTask,
  listTasks,
  taskBatchSize,
  taskBucket,
  taskPageSize,
} from '../../aws/ecs/tasks.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Described } from '../../core/problem.ts'
import { chunks } from '../../lib/arrays.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** On its way to where ECS wants it. */
const isMoving = ({ lastStatus, desiredStatus }: Task): boolean => lastStatus !== desiredStatus

export interface Tasks extends Described<Task> {
  /** Present while a large cluster is read for the first time: these are the tasks known so far. */
  reading?: {
    /** Tasks listed so far. */
    total: number
    /** The list is not read to its end. */
    listing: boolean
  }
}

/** Tasks described between two updates of the screen, on the first read. */
const atOnce = 500

/** Tasks of a cluster, of one service or one instance of it. */
export function tasksQuery(aws: Aws, cluster: string, filter: TaskFilter) {
  const { desiredStatus, serviceName = '', containerInstance = '' } = filter
  return queryOptions({
    queryKey: [aws.key, 'tasks', cluster, desiredStatus, serviceName, containerInstance] as const,
    queryFn: (context): Promise<Tasks> => {
      const { client, queryKey } = context
      const asked = {
        desiredStatus,
        ...(serviceName !== '' && { serviceName }),
        ...(containerInstance !== '' && { containerInstance }),
      }
      const shown = client.getQueryData<Tasks>(queryKey)
      // What is complete on the screen stays until it is replaced by what is complete again.
      const publish = (tasks: Tasks): void =>
        void ((!shown || shown.reading) && client.setQueryData(queryKey, tasks))
      return readTasks(aws, cluster, asked, urgency(context), publish)
    },
    ...polling<Tasks>(
      aws,
      tasksInterval(desiredStatus),
      ({ items }) => items.some(isMoving),
      ({ items }) => readTime(aws, items.length),
    ),
  })
}

function tasksInterval(desiredStatus: TaskFilter['desiredStatus']): { moving: number; steady: number } {
  return desiredStatus === 'STOPPED' ? intervals.stoppedTasks : intervals.tasks
}

/** ms that listing and describing so many tasks takes at the pace of a sweep: they are not read more often. */
function readTime(aws: Aws, tasks: number): number {
  const calls = Math.ceil(tasks / taskPageSize) + Math.ceil(tasks / taskBatchSize)
  return aws.limiter.sweepTime(taskBucket, calls)
}

/** ms between two reads of `tasks`, for the age that a block shows. */
export function tasksAge(aws: Aws, desiredStatus: TaskFilter['desiredStatus'], tasks: number): number {
  return Math.max(tasksInterval(desiredStatus).steady, readTime(aws, tasks))
}

/** Describes the first page while the list goes on: ten thousand tasks take 200 calls, the first hundred two. */
async function readTasks(
  aws: Aws,
  cluster: string,
  filter: TaskFilter,
  options: CallOptions,
  publish: (sofar: Tasks) => void,
): Promise<Tasks> {
  let first: { arns: string[]; described: Promise<Described<Task>> } | undefined
  let listing = true
  const onPage = (arns: string[]): void => {
    if (first) return
    first = { arns, described: describeTasks(aws, cluster, arns, options) }
    first.described.then(
      (described) => listing && publish({ ...described, reading: { total: arns.length, listing } }),
      // Said below, where it is awaited.
      () => undefined,
    )
  }
  const arns = await listTasks(aws, cluster, filter, { ...options, onPage })
  listing = false
  const begun = new Set(first?.arns)
  let sofar: Tasks = (await first?.described) ?? { items: [], failures: [] }
  for (const group of chunks(
    arns.filter((arn) => !begun.has(arn)),
    atOnce,
  )) {
    publish({ ...sofar, reading: { total: arns.length, listing } })
    const { items, failures } = await describeTasks(aws, cluster, group, options)
    sofar = { items: [...sofar.items, ...items], failures: [...sofar.failures, ...failures] }
  }
  return sofar
}

/** One task by id or ARN. */
export function taskQuery(aws: Aws, cluster: string, task: string) {
  return queryOptions({
    queryKey: [aws.key, 'task', cluster, task] as const,
    queryFn: (context): Promise<Task> => getTask(aws, cluster, task, urgency(context)),
    ...polling<Task>(aws, intervals.tasks, isMoving),
  })
}
