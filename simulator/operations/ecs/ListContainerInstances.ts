/** ListContainerInstances. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListContainerInstances.html */
import {
  type ListContainerInstancesCommandInput,
  type ListContainerInstancesCommandOutput,
  ListContainerInstances$,
} from '@aws-sdk/client-ecs'
import { instancesInCluster } from '../../engine/ecs/ecs-index.ts'
import { matchesExpression } from '../../engine/ecs/placement-constraints.ts'
import { operation } from '../../operation.ts'
import { listPage } from './list-page.ts'
import { clusterArnOf, findCluster } from './look-up.ts'

export const ListContainerInstances = operation<
  ListContainerInstancesCommandInput,
  ListContainerInstancesCommandOutput
>(
  ListContainerInstances$,
  (input, call) => {
    const { clusterArn } = findCluster(call, input.cluster)
    const instances = [...instancesInCluster(call.region.ecs, clusterArn)].filter(
      (instance) =>
        (input.status === undefined || instance.status === input.status) &&
        (input.filter === undefined || matchesExpression(instance, input.filter)),
    )
    const page = listPage(
      instances.map((instance) => instance.containerInstanceArn),
      input,
    )
    return { containerInstanceArns: page.items, nextToken: page.nextToken }
  },
  (input, call) => ({ resources: [clusterArnOf(call, input.cluster)] }),
)
