/** ListTasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html */
import { type ListTasksCommandInput, type ListTasksCommandOutput, ListTasks$ } from '@aws-sdk/client-ecs'
import { tasksInCluster, tasksOfService, tasksOnInstance } from '../../engine/ecs/ecs-index.ts'
import { AwsError, type Call, operation } from '../../operation.ts'
import type { ClusterRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { listPage } from './list-page.ts'
import { findCluster, findService, inCluster, instanceNamed } from './look-up.ts'

export const ListTasks = operation<ListTasksCommandInput, ListTasksCommandOutput>(
  ListTasks$,
  (input, call) => {
    const cluster = findCluster(call, input.cluster)
    const wanted = input.desiredStatus ?? 'RUNNING'
    const tasks = candidates(input, call, cluster).filter(
      (task) => task.desiredStatus === wanted && isListed(call, task, input),
    )
    const page = listPage(tasks, input)
    return { taskArns: page.items.map((task) => task.taskArn), nextToken: page.nextToken }
  },
  (input, call) => inCluster(call, input.cluster),
)

/** What the cluster, service and container instance filters leave; together they narrow each other. */
function candidates(input: ListTasksCommandInput, call: Call, cluster: ClusterRecord): TaskRecord[] {
  const { ecs } = call.region
  const tasks =
    input.serviceName === undefined
      ? tasksInCluster(ecs, cluster.clusterArn)
      : tasksOfService(ecs, findService(call, cluster, input.serviceName).serviceArn)
  if (input.containerInstance === undefined) return [...tasks]
  const instance = instanceNamed(call, cluster, input.containerInstance)
  if (!instance) throw new AwsError('InvalidParameterException', 'Referenced container instance not found.')
  return [...tasksOnInstance(ecs, instance.containerInstanceArn)].filter((task) => tasks.has(task))
}

function isListed({ region }: Call, task: TaskRecord, input: ListTasksCommandInput): boolean {
  const family = region.ecs.taskDefinitions[task.taskDefinitionArn]?.family
  return (
    (input.family === undefined || family === input.family) &&
    (input.startedBy === undefined || task.startedBy === input.startedBy) &&
    (input.launchType === undefined || task.launchType === input.launchType)
  )
}
