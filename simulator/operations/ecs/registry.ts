/** Registry: the emulated operations of ECS, one line each. */
import type { ServiceModel } from '../../operation.ts'
import { DeleteTaskDefinitions } from './DeleteTaskDefinitions.ts'
import { DeregisterTaskDefinition } from './DeregisterTaskDefinition.ts'
import { DescribeCapacityProviders } from './DescribeCapacityProviders.ts'
import { DescribeClusters } from './DescribeClusters.ts'
import { DescribeContainerInstances } from './DescribeContainerInstances.ts'
import { DescribeServiceDeployments } from './DescribeServiceDeployments.ts'
import { DescribeServiceRevisions } from './DescribeServiceRevisions.ts'
import { DescribeServices } from './DescribeServices.ts'
import { DescribeTaskDefinition } from './DescribeTaskDefinition.ts'
import { DescribeTasks } from './DescribeTasks.ts'
import { ListClusters } from './ListClusters.ts'
import { ListContainerInstances } from './ListContainerInstances.ts'
import { ListServiceDeployments } from './ListServiceDeployments.ts'
import { ListServices } from './ListServices.ts'
import { ListTagsForResource } from './ListTagsForResource.ts'
import { ListTaskDefinitionFamilies } from './ListTaskDefinitionFamilies.ts'
import { ListTaskDefinitions } from './ListTaskDefinitions.ts'
import { ListTasks } from './ListTasks.ts'
import { RegisterTaskDefinition } from './RegisterTaskDefinition.ts'
import { RunTask } from './RunTask.ts'
import { StopTask } from './StopTask.ts'
import { UpdateContainerInstancesState } from './UpdateContainerInstancesState.ts'
import { UpdateService } from './UpdateService.ts'

export const ecs: ServiceModel = {
  name: 'ecs',
  signingName: 'ecs',
  iamPrefix: 'ecs',
  protocol: 'awsJson1_1',
  target: 'AmazonEC2ContainerServiceV20141113',
  version: '2014-11-13',
  operations: [
    DeleteTaskDefinitions,
    DeregisterTaskDefinition,
    DescribeCapacityProviders,
    DescribeClusters,
    DescribeContainerInstances,
    DescribeServiceDeployments,
    DescribeServiceRevisions,
    DescribeServices,
    DescribeTaskDefinition,
    DescribeTasks,
    ListClusters,
    ListContainerInstances,
    ListServiceDeployments,
    ListServices,
    ListTagsForResource,
    ListTaskDefinitionFamilies,
    ListTaskDefinitions,
    ListTasks,
    RegisterTaskDefinition,
    RunTask,
    StopTask,
    UpdateContainerInstancesState,
    UpdateService,
  ],
}
