/** UpdateService. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
import {
  type UpdateServiceCommandInput,
  type UpdateServiceCommandOutput,
  UpdateService$,
} from '@aws-sdk/client-ecs'
import { updateService } from '../../engine/ecs/services.ts'
import { findTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, operation } from '../../operation.ts'
import { findCluster, findService, inCluster } from './look-up.ts'
import { serviceView } from './service-view.ts'

export const UpdateService = operation<UpdateServiceCommandInput, UpdateServiceCommandOutput>(
  UpdateService$,
  (input, call) => {
    const { world, region } = call
    const service = findService(call, findCluster(call, input.cluster), input.service)
    if (service.status !== 'ACTIVE') {
      throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.')
    }
    if (input.desiredCount !== undefined) checkDesiredCount(input.desiredCount, service.schedulingStrategy)
    const definition =
      input.taskDefinition === undefined ? undefined : findTaskDefinition(region, input.taskDefinition)
    if (input.taskDefinition !== undefined && definition?.status !== 'ACTIVE') {
      throw new AwsError('ClientException', 'TaskDefinition not found.')
    }
    updateService(world, region, service, {
      desiredCount: input.desiredCount,
      taskDefinitionArn: definition?.taskDefinitionArn,
      forceNewDeployment: input.forceNewDeployment,
      deploymentConfiguration: input.deploymentConfiguration,
      networkConfiguration: input.networkConfiguration,
      loadBalancers: input.loadBalancers,
      serviceConnectConfiguration: input.serviceConnectConfiguration,
      volumeConfigurations: input.volumeConfigurations,
      placementConstraints: input.placementConstraints,
      placementStrategy: input.placementStrategy,
      capacityProviderStrategy: input.capacityProviderStrategy,
      healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds,
      enableExecuteCommand: input.enableExecuteCommand,
      enableECSManagedTags: input.enableECSManagedTags,
      propagateTags: input.propagateTags,
      platformVersion: input.platformVersion,
      availabilityZoneRebalancing: input.availabilityZoneRebalancing,
    })
    return { service: serviceView(region, service, world.now, true) }
  },
  (input, call) => inCluster(call, input.cluster, 'service', [input.service ?? '']),
)

/** @throws AwsError InvalidParameterException */
function checkDesiredCount(desiredCount: number, strategy: string): void {
  if (desiredCount < 0) {
    throw new AwsError('InvalidParameterException', 'Desired count cannot be negative.')
  }
  if (strategy === 'DAEMON') {
    throw new AwsError(
      'InvalidParameterException',
      'The daemon scheduling strategy does not support a desired count for a service. Remove the desired count value and try again.',
    )
  }
}
