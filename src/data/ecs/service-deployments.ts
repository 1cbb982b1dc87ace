/** Deployments of one service and the revisions they move between. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import {
  describeServiceDeployments,
  describeServiceRevisions,
  listServiceDeployments,
} from '../../aws/ecs/service-deployments.ts'
import type { ServiceDeployment, ServiceRevision } from '../../core/ecs/service-deployment.ts'
import type { PartialFailure } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

export interface ServiceDeployments {
  /** Newest first, at most twenty. */
  deployments: ServiceDeployment[]
  /** Those that the deployments name. */
  revisions: ServiceRevision[]
  failures: PartialFailure[]
}

const moving: ReadonlySet<string> = new Set([
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
])

/** History of a service (AWS keeps 90 days, and nothing from before 25 October 2024). */
export function serviceDeploymentsQuery(aws: Aws, cluster: string, serviceArn: string) {
  return queryOptions({
    queryKey: [aws.key, 'service-deployments', cluster, serviceArn] as const,
    queryFn: async (context): Promise<ServiceDeployments> => {
      const options = urgency(context)
      const arns = await listServiceDeployments(aws, cluster, serviceArn, options)
      const described = await describeServiceDeployments(aws, arns, options)
      const deployments = described.items.toSorted((a, b) => b.createdAt - a.createdAt)
      const named = deployments.flatMap((one) => [one.targetRevisionArn ?? [], one.sourceRevisionArns].flat())
      const revisions = await describeServiceRevisions(aws, named, options)
      return {
        deployments,
        revisions: revisions.items,
        failures: [...described.failures, ...revisions.failures],
      }
    },
    ...polling<ServiceDeployments>(aws, intervals.deployments, ({ deployments }) =>
      deployments.some(({ status }) => moving.has(status)),
    ),
  })
}
