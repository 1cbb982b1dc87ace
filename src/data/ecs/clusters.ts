/** Clusters of the Region. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { describeClusters, getCluster, listClusters } from '../../aws/ecs/clusters.ts'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Described } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

const isMoving = ({ pendingTasks, status }: Cluster): boolean =>
  pendingTasks > 0 || status === 'PROVISIONING' || status === 'DEPROVISIONING'

/** All clusters, with settings, statistics and tags. */
export function clustersQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'clusters'] as const,
    queryFn: async (context): Promise<Described<Cluster>> => {
      const options = urgency(context)
      return describeClusters(aws, await listClusters(aws, options), options)
    },
    ...polling<Described<Cluster>>(aws, intervals.clusters, ({ items }) => items.some(isMoving)),
  })
}

/** One cluster by name or ARN. */
export function clusterQuery(aws: Aws, cluster: string) {
  return queryOptions({
    queryKey: [aws.key, 'cluster', cluster] as const,
    queryFn: (context): Promise<Cluster> => getCluster(aws, cluster, urgency(context)),
    ...polling<Cluster>(aws, intervals.clusters, isMoving),
  })
}
