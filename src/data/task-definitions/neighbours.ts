/** What runs beside a chosen service, for the rules about ports of instances. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { describeNeighbours, type Neighbour } from '../../aws/ecs/neighbours.ts'

/** ms: it costs a call for each ten services and each definition. */
const staleTime = 300_000

/** Null where the cluster has too many services to be read. */
export function neighboursQuery(aws: Aws, cluster: string, service: string) {
  return queryOptions({
    queryKey: [aws.key, 'neighbours', cluster, service] as const,
    queryFn: async ({ signal }): Promise<Neighbour[] | null> =>
      (await describeNeighbours(aws, cluster, service, { signal, priority: 'sweep' })) ?? null,
    staleTime,
    refetchOnWindowFocus: false,
  })
}
