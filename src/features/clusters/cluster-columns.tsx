/** Columns of the table of clusters. */
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Text } from '../../i18n/text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { clusterHref } from '../../widgets/resource-link/href.ts'
import { ClusterStatus } from './ClusterStatus.tsx'

export const clusterWords = {
  name: { en: 'Cluster', ko: '클러스터' },
  status: { en: 'Status', ko: '상태' },
  services: { en: 'Services', ko: '서비스' },
  running: { en: 'Running tasks', ko: '실행 중인 태스크' },
  pending: { en: 'Pending tasks', ko: '대기 중인 태스크' },
  instances: { en: 'Container instances', ko: '컨테이너 인스턴스' },
  providers: { en: 'Capacity providers', ko: '용량 공급자' },
  insights: { en: 'Container Insights', ko: 'Container Insights' },
  tags: { en: 'Tags', ko: '태그' },
} satisfies Record<string, Text>

const count = { filter: 'number', align: 'end', width: 150 } as const

/** `region` of the page, for links. */
export function clusterColumns(region: string): Column<Cluster>[] {
  return [
    {
      id: 'name',
      header: clusterWords.name,
      value: ({ name }) => name,
      cell: ({ name }) => <AppLink href={clusterHref(region, name)}>{name}</AppLink>,
      required: true,
      minWidth: 180,
    },
    {
      id: 'status',
      header: clusterWords.status,
      value: ({ status }) => status,
      cell: ({ status }) => <ClusterStatus status={status} />,
      filter: 'enum',
      width: 150,
    },
    numbers('services', clusterWords.services, ({ activeServices }) => activeServices),
    numbers('running', clusterWords.running, ({ runningTasks }) => runningTasks),
    numbers('pending', clusterWords.pending, ({ pendingTasks }) => pendingTasks),
    numbers('instances', clusterWords.instances, ({ containerInstances }) => containerInstances),
    {
      id: 'providers',
      header: clusterWords.providers,
      value: ({ capacityProviders }) => capacityProviders.join(' '),
      cell: ({ capacityProviders }) => capacityProviders.join(', ') || '–',
      minWidth: 180,
      maxWidth: 320,
    },
    {
      id: 'insights',
      header: clusterWords.insights,
      value: ({ settings }) => settings['containerInsights'] ?? '',
      cell: ({ settings }) => settings['containerInsights'] ?? '–',
      filter: 'enum',
      hidden: true,
    },
    {
      id: 'tags',
      header: clusterWords.tags,
      value: tagWords,
      cell: (cluster) => tagWords(cluster) || '–',
      sortable: false,
      hidden: true,
      maxWidth: 360,
    },
  ]
}

function numbers(id: string, header: Text, value: (cluster: Cluster) => number): Column<Cluster> {
  return { id, header, value, cell: (cluster) => value(cluster).toLocaleString('en'), ...count }
}

/** `team=shop env=prod`, so that `tags:env=prod` finds it. */
function tagWords({ tags }: Cluster): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}
