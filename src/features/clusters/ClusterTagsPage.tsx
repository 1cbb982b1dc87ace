/** The tags of a cluster. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { clusterQuery } from '../../data/ecs/clusters.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { Block } from '../../ui/Block.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { TagList } from '../../ui/TagList.tsx'

const route = getRouteApi('/$region/clusters/$cluster/tags')

const words = {
  title: { en: 'Tags', ko: '태그' },
} satisfies Record<string, Text>

export default function ClusterTagsPage() {
  const aws = useAws()
  const { cluster } = route.useParams()
  const query = useQuery(clusterQuery(aws, cluster))
  const state = useBlockState(query, { intervalMs: intervals.clusters.steady })
  return query.data ? <TagList tags={query.data.tags} /> : <Block title={words.title} state={state} />
}
