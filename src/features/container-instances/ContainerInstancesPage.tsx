/** A cluster's container instances: agents, what is left of them and what they run. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { instanceColumns } from './instance-columns.tsx'
import { useSeenDisconnected } from './use-seen-disconnected.ts'

const route = getRouteApi('/$region/clusters/$cluster/instances')

const words = {
  title: { en: 'Container instances', ko: '컨테이너 인스턴스' },
  none: { en: 'No container instances', ko: '컨테이너 인스턴스 없음' },
  noneWhy: {
    en: 'This cluster runs its tasks on Fargate, or no EC2 instance has registered with it.',
    ko: '이 클러스터는 태스크를 Fargate에서 실행하거나, 등록된 EC2 인스턴스가 없습니다.',
  },
} satisfies Record<string, Text>

const nothing: readonly ContainerInstance[] = []

export default function ContainerInstancesPage() {
  const aws = useAws()
  const { region, cluster } = route.useParams()
  const [search, setSearch] = useTableSearch()
  const query = useQuery(containerInstancesQuery(aws, cluster))
  const instances = query.data?.items ?? nothing
  const seen = useSeenDisconnected(instances, query.dataUpdatedAt)
  const columns = useMemo(() => instanceColumns(region, cluster, seen), [region, cluster, seen])
  const state = useBlockState(query, {
    intervalMs: intervals.instances.steady,
    failures: query.data?.failures,
  })
  return (
    <ResourceTable<ContainerInstance>
      id="container-instances"
      title={words.title}
      rows={instances}
      rowId={(one) => one.id}
      rowName={(one) => one.ec2InstanceId ?? one.id}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={state}
      defaultSort={{ column: 'instance' }}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
