/** Where a cluster's tasks can run: its capacity providers and strategy, and what its instances have left. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { capacityProvidersQuery } from '../../data/ecs/capacity-providers.ts'
import { clusterQuery } from '../../data/ecs/clusters.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { Block } from '../../ui/Block.tsx'
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

export default function CapacityPage() {
  const aws = useAws()
  const { region, cluster: name } = route.useParams()
  const cluster = useQuery(clusterQuery(aws, name))
  const instances = useQuery(containerInstancesQuery(aws, name))
  const clusterState = useBlockState(cluster, { intervalMs: intervals.clusters.steady })
  const instanceState = useBlockState(instances, {
    intervalMs: intervals.instances.steady,
    failures: instances.data?.failures,
  })
  const names = cluster.data?.capacityProviders ?? []
  const providers = useQuery({ ...capacityProvidersQuery(aws, names), enabled: names.length > 0 })
  const providerState = useBlockState(providers, { intervalMs: intervals.capacityProviders.steady })
  const items = instances.data?.items ?? []
  return (
    <SpaceBetween size="l">
      <Block title={words.summary} state={clusterState} skeletonLines={2}>
        {cluster.data && <ClusterCounts cluster={cluster.data} />}
      </Block>
      <Block
        title={words.providers}
        counter={cluster.data && names.length}
        // Without any names nothing is asked, and the cluster itself is the answer.
        state={cluster.data && names.length > 0 ? providerState : clusterState}
      >
        {cluster.data && (
          <ProviderTable
            cluster={cluster.data}
            providers={providers.data ?? []}
            instances={items}
            region={region}
          />
        )}
      </Block>
      <Block title={words.zones} state={instanceState} shown={items.length}>
        <ZoneTable instances={items} />
      </Block>
    </SpaceBetween>
  )
}
