/** DescribeTasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
import {
  type DescribeTasksCommandInput,
  type DescribeTasksCommandOutput,
  DescribeTasks$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { checkCount, describeEach } from './described.ts'
import { findCluster, inCluster, own, resourceArn } from './look-up.ts'
import { taskView } from './task-view.ts'

const limit = 100

export const DescribeTasks = operation<DescribeTasksCommandInput, DescribeTasksCommandOutput>(
  DescribeTasks$,
  (input, call) => {
    const names = checkCount(input.tasks, 'Tasks', limit)
    const { clusterName } = findCluster(call, input.cluster)
    const { views, failures } = describeEach(
      names.map((name) => resourceArn(call, 'task', clusterName, name)),
      (arn) => own(call.region.ecs.tasks, arn),
      (task) => taskView(task, input.include?.includes('TAGS') ?? false),
    )
    return { tasks: views, failures }
  },
  (input, call) => inCluster(call, input.cluster, 'task', input.tasks),
)
