/** DescribeContainerInstances. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeContainerInstances.html */
import {
  type DescribeContainerInstancesCommandInput,
  type DescribeContainerInstancesCommandOutput,
  DescribeContainerInstances$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { checkCount, describeEach } from './described.ts'
import { instanceView } from './instance-view.ts'
import { findCluster, inCluster, own, resourceArn } from './look-up.ts'

const limit = 100

export const DescribeContainerInstances = operation<
  DescribeContainerInstancesCommandInput,
  DescribeContainerInstancesCommandOutput
>(
  DescribeContainerInstances$,
  (input, call) => {
    const { world, region } = call
    const names = checkCount(input.containerInstances, 'Container instances', limit)
    const { clusterName } = findCluster(call, input.cluster)
    const { views, failures } = describeEach(
      names.map((name) => resourceArn(call, 'container-instance', clusterName, name)),
      (arn) => own(region.ecs.containerInstances, arn),
      (instance) => instanceView(region, instance, world.now, input.include ?? []),
    )
    return { containerInstances: views, failures }
  },
  (input, call) => inCluster(call, input.cluster, 'container-instance', input.containerInstances),
)
