/** ListServices. Ten a page unless asked otherwise. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServices.html */
import {
  type ListServicesCommandInput,
  type ListServicesCommandOutput,
  ListServices$,
} from '@aws-sdk/client-ecs'
import { servicesInCluster } from '../../engine/ecs/ecs-index.ts'
import { operation } from '../../operation.ts'
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import { listPage } from './list-page.ts'
import { findCluster, inCluster } from './look-up.ts'

const usual = 10

export const ListServices = operation<ListServicesCommandInput, ListServicesCommandOutput>(
  ListServices$,
  (input, call) => {
    const cluster = findCluster(call, input.cluster)
    const services = [...servicesInCluster(call.region.ecs, cluster.clusterArn)]
    const page = listPage(
      services.filter((service) => isListed(service, input)),
      input,
      usual,
    )
    return { serviceArns: page.items.map((service) => service.serviceArn), nextToken: page.nextToken }
  },
  (input, call) => inCluster(call, input.cluster),
)

function isListed(service: ServiceRecord, input: ListServicesCommandInput): boolean {
  return (
    service.status !== 'INACTIVE' &&
    (input.launchType === undefined || service.launchType === input.launchType) &&
    (input.schedulingStrategy === undefined || service.schedulingStrategy === input.schedulingStrategy) &&
    // All services here are managed by their owner, none by ECS Express.
    input.resourceManagementType !== 'ECS'
  )
}
