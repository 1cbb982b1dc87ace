/** The clusters of an account in one Region, as tiles or as a table. */
import Box from '@cloudscape-design/components/box'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'
import type { Cluster } from '../../core/ecs/cluster.ts'
import { clustersQuery } from '../../data/ecs/clusters.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAfterPaint } from '../../ui/after-paint.ts'
import { Block } from '../../ui/Block.tsx'
import { laterPart } from '../../ui/later-part.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { clusterColumns } from './cluster-columns.tsx'
import { ClusterTiles } from './ClusterTiles.tsx'
import { clustersSearch } from './search.ts'

// It brings the code of cutovers, and calls of its own.
const OpenCutovers = laterPart(async () => (await import('./OpenCutovers.tsx')).OpenCutovers)

const route = getRouteApi('/$region/clusters')

const words = {
  title: { en: 'Clusters', ko: '클러스터' },
  where: { en: 'Account {account}, Region {region}', ko: '계정 {account}, 리전 {region}' },
  view: { en: 'View', ko: '보기' },
  tiles: { en: 'Tiles', ko: '타일' },
  table: { en: 'Table', ko: '표' },
  none: { en: 'No clusters', ko: '클러스터 없음' },
  noneWhy: {
    en: 'This account has no ECS cluster in this Region. Others may be in another Region: choose it at the top.',
    ko: '이 리전에는 계정의 ECS 클러스터가 없습니다. 다른 리전에 있을 수 있으니 상단에서 리전을 선택하세요.',
  },
} satisfies Record<string, Text>

const noClusters: readonly Cluster[] = []
const rowId = ({ name }: Cluster): string => name

export default function ClustersPage() {
  const aws = useAws()
  const say = useText()
  const { region } = route.useParams()
  const { view } = route.useSearch({ select: clustersSearch, structuralSharing: true })
  const [search, setSearch] = useTableSearch()
  const query = useQuery(clustersQuery(aws))
  const clusters = query.data?.items ?? noClusters
  const state = useBlockState(query, {
    intervalMs: intervals.clusters.steady,
    failures: query.data?.failures,
  })
  const columns = useMemo(() => clusterColumns(region), [region])
  const painted = useAfterPaint(!state.loading)
  const description = (
    <>
      {say(words.where, { account: aws.account, region })}
      {painted && (
        <Suspense>
          <OpenCutovers />
        </Suspense>
      )}
    </>
  )
  const toggle = <ViewToggle table={view === 'table'} />
  if (view === 'table') {
    return (
      <ResourceTable<Cluster>
        id="clusters"
        title={words.title}
        level="h1"
        description={description}
        rows={clusters}
        rowId={rowId}
        columns={columns}
        search={search}
        onSearch={setSearch}
        state={state}
        actions={toggle}
        defaultSort={{ column: 'name' }}
        empty={{ title: words.none, explanation: words.noneWhy }}
      />
    )
  }
  return (
    <Block
      title={words.title}
      level="h1"
      counter={query.data && clusters.length}
      description={description}
      state={state}
      shown={clusters.length}
      actions={toggle}
      skeletonLines={9}
    >
      {clusters.length > 0 ? <ClusterTiles clusters={clusters} region={region} /> : <None />}
    </Block>
  )
}

function None() {
  const say = useText()
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="xs">
        <b>{say(words.none)}</b>
        <span>{say(words.noneWhy)}</span>
      </SpaceBetween>
    </Box>
  )
}

function ViewToggle({ table }: { table: boolean }) {
  const say = useText()
  const navigate = route.useNavigate()
  return (
    <SegmentedControl
      label={say(words.view)}
      selectedId={table ? 'table' : 'tiles'}
      options={[
        { id: 'tiles', text: say(words.tiles) },
        { id: 'table', text: say(words.table) },
      ]}
      onChange={({ detail }) =>
        void navigate({
          to: '.',
          search: (before) => clustersSearch({ ...before, view: detail.selectedId }),
          replace: true,
        })
      }
    />
  )
}
