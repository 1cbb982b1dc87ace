/** Service deployments and the revisions they move between (AWS keeps both for 90 days). */
import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeployment as SdkDeployment,
  type ServiceRevision as SdkRevision,
} from '@aws-sdk/client-ecs'
import type { ServiceDeployment, ServiceRevision } from '../../core/ecs/service-deployment.ts'
import type { Described } from '../../core/problem.ts'
import { list, present, required, text, time } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html (and …ServiceRevisions) */
const batchSize = 20
/** The newest ones; a page of ListServiceDeployments holds up to 100. */
const newest = 20

/** The newest twenty deployments of a service, newest first. */
export async function listServiceDeployments(
  aws: Aws,
  cluster: string,
  service: string,
  options?: CallOptions,
): Promise<string[]> {
  const { value } = await call(
    aws,
    {
      service: ecs,
      bucket: 'ecs:deployment-read',
      command: new ListServiceDeploymentsCommand({ cluster, service, maxResults: newest }),
      take: ({ serviceDeployments }) =>
        list(serviceDeployments, 'serviceDeployments').map(({ serviceDeploymentArn }) =>
          text(serviceDeploymentArn, 'serviceDeploymentArn'),
        ),
    },
    options,
  )
  return value
}

export function describeServiceDeployments(
  aws: Aws,
  arns: readonly string[],
  options?: CallOptions,
): Promise<Described<ServiceDeployment>> {
  return inBatches(arns, batchSize, async (serviceDeploymentArns) => {
    const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns })
    const { value } = await call(
      aws,
      {
        service: ecs,
        bucket: 'ecs:deployment-read',
        command,
        take: ({ serviceDeployments, failures }) => ({
          items: list(serviceDeployments, 'serviceDeployments').map(toServiceDeployment),
          failures: toFailures(failures),
        }),
      },
      options,
    )
    return value
  })
}

export function describeServiceRevisions(
  aws: Aws,
  arns: readonly string[],
  options?: CallOptions,
): Promise<Described<ServiceRevision>> {
  return inBatches(arns, batchSize, async (serviceRevisionArns) => {
    const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns })
    const { value } = await call(
      aws,
      {
        service: ecs,
        bucket: 'ecs:revision-read',
        command,
        take: ({ serviceRevisions, failures }) => ({
          items: list(serviceRevisions, 'serviceRevisions').map(toServiceRevision),
          failures: toFailures(failures),
        }),
      },
      options,
    )
    return value
  })
}

function toServiceDeployment(deployment: SdkDeployment): ServiceDeployment {
  const { rollback, deploymentCircuitBreaker: breaker } = deployment
  return present({
    arn: text(deployment.serviceDeploymentArn, 'serviceDeploymentArn'),
    serviceArn: text(deployment.serviceArn, 'serviceArn'),
    status: deployment.status ?? 'UNKNOWN',
    statusReason: deployment.statusReason,
    createdAt: required(time(deployment.createdAt), 'createdAt of a deployment'),
    startedAt: time(deployment.startedAt),
    finishedAt: time(deployment.finishedAt),
    targetRevisionArn: deployment.targetServiceRevision?.arn,
    sourceRevisionArns: (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []),
    rollback:
      rollback &&
      present({
        reason: rollback.reason,
        startedAt: time(rollback.startedAt),
        serviceRevisionArn: rollback.serviceRevisionArn,
      }),
    circuitBreaker:
      breaker &&
      present({
        status: breaker.status,
        failureCount: breaker.failureCount ?? 0,
        threshold: breaker.threshold ?? 0,
      }),
  })
}

function toServiceRevision(revision: SdkRevision): ServiceRevision {
  return present({
    arn: text(revision.serviceRevisionArn, 'serviceRevisionArn'),
    serviceArn: text(revision.serviceArn, 'serviceArn'),
    taskDefinitionArn: revision.taskDefinition ?? '',
    createdAt: time(revision.createdAt),
  })
}
