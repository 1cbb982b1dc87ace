/** DescribeServiceDeployments. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
import {
  type DescribeServiceDeploymentsCommandInput,
  type DescribeServiceDeploymentsCommandOutput,
  DescribeServiceDeployments$,
  type ServiceDeployment,
  type ServiceRevisionSummary,
} from '@aws-sdk/client-ecs'
import { countTasks } from '../../engine/ecs/counts.ts'
import { tasksOfService } from '../../engine/ecs/ecs-index.ts'
import { operation } from '../../operation.ts'
import type { ServiceDeploymentRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, describeEach, toDate } from './described.ts'
import { own } from './look-up.ts'

const limit = 20

export const DescribeServiceDeployments = operation<
  DescribeServiceDeploymentsCommandInput,
  DescribeServiceDeploymentsCommandOutput
>(
  DescribeServiceDeployments$,
  (input, { region }) => {
    const { views, failures } = describeEach(
      checkCount(input.serviceDeploymentArns, 'Service deployments', limit),
      (arn) => own(region.ecs.serviceDeployments, arn),
      (record) => view(region, record),
    )
    return { serviceDeployments: views, failures }
  },
  (input) => ({ resources: input.serviceDeploymentArns ?? [] }),
)

function view(region: RegionTables, record: ServiceDeploymentRecord): ServiceDeployment {
  const service = region.ecs.services[record.serviceArn]
  const { rollback } = record
  return {
    serviceDeploymentArn: record.serviceDeploymentArn,
    serviceArn: record.serviceArn,
    clusterArn: record.clusterArn,
    status: record.status,
    statusReason: record.statusReason,
    createdAt: toDate(record.createdAt),
    startedAt: toDate(record.startedAt),
    finishedAt: toDate(record.finishedAt),
    stoppedAt: record.status === 'STOPPED' ? toDate(record.finishedAt) : undefined,
    updatedAt: toDate(record.updatedAt),
    sourceServiceRevisions: record.sourceServiceRevisionArns.map((arn) => summary(region, record, arn)),
    targetServiceRevision: summary(region, record, record.targetServiceRevisionArn),
    deploymentConfiguration: service?.deploymentConfiguration,
    deploymentCircuitBreaker: record.circuitBreaker,
    rollback: rollback && {
      reason: rollback.reason,
      startedAt: toDate(rollback.startedAt),
      serviceRevisionArn: rollback.serviceRevisionArn,
    },
  }
}

/** How many tasks of a revision there are now; of one that is no longer deployed, none. */
function summary(
  region: RegionTables,
  record: ServiceDeploymentRecord,
  revisionArn: string,
): ServiceRevisionSummary {
  const service = region.ecs.services[record.serviceArn]
  const deployment = service?.deployments.find((one) => one.serviceRevisionArn === revisionArn)
  const tasks = [...tasksOfService(region.ecs, record.serviceArn)]
  const counts = countTasks(tasks.filter((task) => deployment && task.deploymentId === deployment.id))
  const requested = deployment?.status === 'PRIMARY' ? service?.desiredCount : undefined
  return {
    arn: revisionArn,
    requestedTaskCount: requested ?? 0,
    runningTaskCount: counts.running,
    pendingTaskCount: counts.pending,
  }
}
