/** Clusters: list and describe. */
import {
  type CapacityProviderStrategyItem,
  type Cluster as SdkCluster,
  DescribeClustersCommand,
  type DescribeClustersCommandOutput,
  ListClustersCommand,
} from '@aws-sdk/client-ecs'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Described } from '../../core/problem.ts'
import { list, tagMap, text, texts } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListClusters.html */
const pageSize = 100
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html */
const batchSize = 100
const bucket = 'ecs:cluster-read'

/** ARNs of all clusters of the Region. */
export function listClusters(aws: Aws, options?: CallOptions): Promise<string[]> {
  return listAll(
    aws,
    {
      service: ecs,
      bucket,
      command: (nextToken) => new ListClustersCommand({ maxResults: pageSize, nextToken }),
      take: ({ clusterArns, nextToken }) => ({
        items: texts(clusterArns, 'clusterArns'),
        next: nextToken,
      }),
      id: (arn) => arn,
    },
    options,
  )
}

/** Clusters by name or ARN, with settings, statistics and tags. */
export function describeClusters(
  aws: Aws,
  clusters: readonly string[],
  options?: CallOptions,
): Promise<Described<Cluster>> {
  return inBatches(clusters, batchSize, async (batch) => {
    const command = new DescribeClustersCommand({
      clusters: batch,
      include: ['SETTINGS', 'STATISTICS', 'TAGS'],
    })
    const { value } = await call(aws, { service: ecs, command, bucket, take: toDescribed }, options)
    return value
  })
}

/** One cluster. @throws AwsProblem of kind `not-found`; a deleted cluster is found as INACTIVE */
export async function getCluster(aws: Aws, cluster: string, options?: CallOptions): Promise<Cluster> {
  const { items, failures } = await describeClusters(aws, [cluster], options)
  return theOne(items, failures, 'ecs:DescribeClusters', cluster)
}

function toDescribed({ clusters, failures }: DescribeClustersCommandOutput): Described<Cluster> {
  return { items: list(clusters, 'clusters').map(toCluster), failures: toFailures(failures) }
}

export function toCluster(cluster: SdkCluster): Cluster {
  return {
    arn: text(cluster.clusterArn, 'clusterArn'),
    name: text(cluster.clusterName, 'clusterName'),
    status: cluster.status ?? 'UNKNOWN',
    runningTasks: cluster.runningTasksCount ?? 0,
    pendingTasks: cluster.pendingTasksCount ?? 0,
    activeServices: cluster.activeServicesCount ?? 0,
    containerInstances: cluster.registeredContainerInstancesCount ?? 0,
    capacityProviders: cluster.capacityProviders ?? [],
    defaultCapacityProviderStrategy: toStrategy(cluster.defaultCapacityProviderStrategy),
    settings: Object.fromEntries(
      (cluster.settings ?? []).map(({ name, value }) => [text(name, 'a setting name'), value ?? '']),
    ),
    statistics: Object.fromEntries(
      (cluster.statistics ?? []).map(({ name, value }) => [
        text(name, 'a statistic name'),
        Number(value ?? 0),
      ]),
    ),
    tags: tagMap(cluster.tags),
  }
}

/** Weight and base are 0 where AWS leaves them out. */
export function toStrategy(
  items: CapacityProviderStrategyItem[] | undefined,
): Cluster['defaultCapacityProviderStrategy'] {
  return (items ?? []).map(({ capacityProvider, weight = 0, base = 0 }) => ({
    capacityProvider: text(capacityProvider, 'capacityProvider'),
    weight,
    base,
  }))
}
