/** Where a cluster's tasks can run: its capacity providers and strategy, and what its instances have left. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { capacityProvidersQuery } from '../../data/ecs/capacity-providers.ts'
import { clusterQuery } from '../../data/ecs/clusters.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { ClusterCounts } from './ClusterCounts.tsx'
import { ProviderTable } from './ProviderTable.tsx'
import { ZoneTable } from './ZoneTable.tsx'

const route = getRouteApi('/$region/clusters/$cluster/capacity')

const words = {
  summary: { en: 'Tasks by launch type', ko: '시작 유형별 태스크' },
  providers: { en: 'Capacity providers', ko: '용량 공급자' },
  zones: { en: 'Capacity by Availability Zone', ko: '가용 영역별 용량' },
} satisfies Record<string, Text>

const nothing: readonly ContainerInstance[] = []

export default function CapacityPage() {
  const aws = useAws()
  const { region, cluster: name } = route.useParams()
  const query = useQuery(clusterQuery(aws, name))
  const cluster = query.data
  const instances = useQuery(containerInstancesQuery(aws, name))
  const clusterState = useBlockState(query, { intervalMs: intervals.clusters.steady })
  const instanceState = useBlockState(instances, {
    intervalMs: intervals.instances.steady,
    failures: instances.data?.failures,
  })
  const items = instances.data?.items ?? nothing
  return (
    <SpaceBetween size="l">
      <Block title={words.summary} state={clusterState} skeletonLines={2}>
        {cluster && <ClusterCounts cluster={cluster} />}
      </Block>
      {cluster ? (
        <ProvidersBlock {...{ cluster, clusterState, instances: items, region }} />
      ) : (
        <Block title={words.providers} state={clusterState} skeletonLines={3} />
      )}
      <Block title={words.zones} state={instanceState} shown={items.length}>
        <ZoneTable instances={items} />
      </Block>
    </SpaceBetween>
  )
}

interface ProvidersBlockProps {
  cluster: Cluster
  clusterState: BlockState
  instances: readonly ContainerInstance[]
  region: string
}

function ProvidersBlock({ cluster, clusterState, instances, region }: ProvidersBlockProps) {
  const names = cluster.capacityProviders
  const query = useQuery({ ...capacityProvidersQuery(useAws(), names), enabled: names.length > 0 })
  const state = useBlockState(query, {
    intervalMs: intervals.capacityProviders.steady,
    failures: query.data?.failures,
  })
  return (
    <Block
      title={words.providers}
      counter={names.length}
      // Without any names nothing is asked, and the cluster itself is the answer.
      state={names.length > 0 ? state : clusterState}
      shown={query.data?.items.length ?? 0}
    >
      <ProviderTable
        cluster={cluster}
        providers={query.data?.items ?? []}
        instances={instances}
        region={region}
      />
    </Block>
  )
}
