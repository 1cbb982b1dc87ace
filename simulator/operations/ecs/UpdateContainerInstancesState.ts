/** UpdateContainerInstancesState: ACTIVE or DRAINING. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateContainerInstancesState.html */
import {
  type UpdateContainerInstancesStateCommandInput,
  type UpdateContainerInstancesStateCommandOutput,
  UpdateContainerInstancesState$,
} from '@aws-sdk/client-ecs'
import { setInstanceStatus } from '../../engine/ecs/container-instances.ts'
import { AwsError, operation } from '../../operation.ts'
import { checkCount, describeEach } from './described.ts'
import { instanceView } from './instance-view.ts'
import { findCluster, inCluster, own, resourceArn } from './look-up.ts'

const limit = 10

export const UpdateContainerInstancesState = operation<
  UpdateContainerInstancesStateCommandInput,
  UpdateContainerInstancesStateCommandOutput
>(
  UpdateContainerInstancesState$,
  (input, call) => {
    const { world, region } = call
    const { clusterName } = findCluster(call, input.cluster)
    const names = checkCount(input.containerInstances, 'Container instances', limit)
    const { status } = input
    if (status !== 'ACTIVE' && status !== 'DRAINING') {
      throw new AwsError('InvalidParameterException', 'Container instance status must be ACTIVE or DRAINING.')
    }
    const { views, failures } = describeEach(
      names.map((name) => resourceArn(call, 'container-instance', clusterName, name)),
      (arn) => own(region.ecs.containerInstances, arn),
      (instance) => {
        setInstanceStatus(world, region, instance, status)
        return instanceView(region, instance, world.now, [])
      },
    )
    return { containerInstances: views, failures }
  },
  (input, call) => inCluster(call, input.cluster, 'container-instance', input.containerInstances),
)
