/** ListServiceDeployments, newest first. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html */
import {
  type ListServiceDeploymentsCommandInput,
  type ListServiceDeploymentsCommandOutput,
  ListServiceDeployments$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import type { ServiceDeploymentRecord } from '../../world/ecs-tables.ts'
import { toDate } from './described.ts'
import { listPage } from './list-page.ts'
import { findCluster, findService, inCluster } from './look-up.ts'

export const ListServiceDeployments = operation<
  ListServiceDeploymentsCommandInput,
  ListServiceDeploymentsCommandOutput
>(
  ListServiceDeployments$,
  (input, call) => {
    const service = findService(call, findCluster(call, input.cluster), input.service)
    const found = Object.values(call.region.ecs.serviceDeployments)
      .filter((one) => one.serviceArn === service.serviceArn && isListed(one, input))
      .toSorted((a, b) => b.createdAt - a.createdAt)
    const page = listPage(found, input)
    return {
      serviceDeployments: page.items.map((one) => ({
        serviceDeploymentArn: one.serviceDeploymentArn,
        serviceArn: one.serviceArn,
        clusterArn: one.clusterArn,
        targetServiceRevisionArn: one.targetServiceRevisionArn,
        status: one.status,
        statusReason: one.statusReason,
        createdAt: toDate(one.createdAt),
        startedAt: toDate(one.startedAt),
        finishedAt: toDate(one.finishedAt),
      })),
      nextToken: page.nextToken,
    }
  },
  (input, call) => inCluster(call, input.cluster, 'service', [input.service ?? '']),
)

function isListed(record: ServiceDeploymentRecord, input: ListServiceDeploymentsCommandInput): boolean {
  const { after, before } = input.createdAt ?? {}
  return (
    (!input.status?.length || input.status.includes(record.status)) &&
    (after === undefined || record.createdAt > after.getTime()) &&
    (before === undefined || record.createdAt < before.getTime())
  )
}
