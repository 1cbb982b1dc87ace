/** DescribeServiceRevisions. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html */
import {
  type DescribeServiceRevisionsCommandInput,
  type DescribeServiceRevisionsCommandOutput,
  DescribeServiceRevisions$,
  type ServiceRevision,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import type { ServiceRevisionRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, describeEach, toDate } from './described.ts'
import { own } from './look-up.ts'

const limit = 20

export const DescribeServiceRevisions = operation<
  DescribeServiceRevisionsCommandInput,
  DescribeServiceRevisionsCommandOutput
>(
  DescribeServiceRevisions$,
  (input, { region }) => {
    const { views, failures } = describeEach(
      checkCount(input.serviceRevisionArns, 'Service revisions', limit),
      (arn) => own(region.ecs.serviceRevisions, arn),
      (record) => view(region, record),
    )
    return { serviceRevisions: views, failures }
  },
  (input) => ({ resources: input.serviceRevisionArns ?? [] }),
)

function view(region: RegionTables, record: ServiceRevisionRecord): ServiceRevision {
  const service = region.ecs.services[record.serviceArn]
  const definition = region.ecs.taskDefinitions[record.taskDefinitionArn]?.definition
  return {
    serviceRevisionArn: record.serviceRevisionArn,
    serviceArn: record.serviceArn,
    clusterArn: record.clusterArn,
    taskDefinition: record.taskDefinitionArn,
    launchType: service?.launchType,
    capacityProviderStrategy: service?.capacityProviderStrategy,
    platformVersion: service?.platformVersion === undefined ? undefined : '1.4.0',
    platformFamily: service?.platformVersion === undefined ? undefined : 'Linux',
    loadBalancers: service?.loadBalancers,
    networkConfiguration: service?.networkConfiguration,
    containerImages: definition?.containerDefinitions.map((container) => ({
      containerName: container.name,
      image: container.image,
    })),
    guardDutyEnabled: false,
    createdAt: toDate(record.createdAt),
  }
}
