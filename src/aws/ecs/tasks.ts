/** Tasks: list and describe. */
import { DescribeTasksCommand, type DescribeTasksCommandOutput, ListTasksCommand } from '@aws-sdk/client-ecs'
import type { Task } from '../../core/ecs/task.ts'
import type { Described } from '../../core/problem.ts'
import { list, texts } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'
import { toTask } from './to-task.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html */
export const taskPageSize = 100
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
export const taskBatchSize = 100
export const taskBucket = 'ecs:task-read'

export interface TaskFilter {
  /** What ECS wants of them; AWS keeps stopped tasks for an hour at least. */
  desiredStatus: 'RUNNING' | 'STOPPED'
  serviceName?: string
  /** Family of the task definition. */
  family?: string
  /** Id or ARN: only tasks on this container instance. */
  containerInstance?: string
}

/** ARNs of tasks of a cluster; `onPage` gets all so far after each hundred. */
export function listTasks(
  aws: Aws,
  cluster: string,
  filter: TaskFilter,
  options?: CallOptions & { onPage?: (arns: string[]) => void },
): Promise<string[]> {
  return listAll(
    aws,
    {
      service: ecs,
      bucket: taskBucket,
      command: (nextToken) =>
        new ListTasksCommand({ cluster, ...filter, maxResults: taskPageSize, nextToken }),
      take: ({ taskArns, nextToken }) => ({ items: texts(taskArns, 'taskArns'), next: nextToken }),
      id: (arn) => arn,
      ...(options?.onPage && { onPage: options.onPage }),
    },
    options,
  )
}

/** Tasks by id or ARN, with their tags. */
export function describeTasks(
  aws: Aws,
  cluster: string,
  tasks: readonly string[],
  options?: CallOptions,
): Promise<Described<Task>> {
  return inBatches(tasks, taskBatchSize, async (batch) => {
    const command = new DescribeTasksCommand({ cluster, tasks: batch, include: ['TAGS'] })
    const { value } = await call(
      aws,
      { service: ecs, bucket: taskBucket, command, take: toDescribed },
      options,
    )
    return value
  })
}

/** One task. @throws AwsProblem of kind `not-found`, also for a task that stopped more than an hour or so ago */
export async function getTask(aws: Aws, cluster: string, task: string, options?: CallOptions): Promise<Task> {
  const { items, failures } = await describeTasks(aws, cluster, [task], options)
  return theOne(items, failures, 'ecs:DescribeTasks', `Task ${task}`)
}

function toDescribed({ tasks, failures }: DescribeTasksCommandOutput): Described<Task> {
  return { items: list(tasks, 'tasks').map(toTask), failures: toFailures(failures) }
}
