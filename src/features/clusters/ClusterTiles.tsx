/** Clusters as tiles: name, status and the counts one looks at first. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { clusterHref } from '../../widgets/resource-link/href.ts'
import { clusterWords as words } from './cluster-columns.tsx'
import { ClusterStatus } from './ClusterStatus.tsx'

const grid = {
  display: 'grid',
  gap: 20,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
  listStyle: 'none',
  margin: 0,
  padding: 0,
} as const
const counts = { display: 'grid', gap: 12, gridTemplateColumns: 'repeat(2, 1fr)' } as const

export function ClusterTiles({ clusters, region }: { clusters: readonly Cluster[]; region: string }) {
  return (
    <ul style={grid}>
      {clusters
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map((cluster) => (
          <li key={cluster.arn}>
            <Tile cluster={cluster} region={region} />
          </li>
        ))}
    </ul>
  )
}

function Tile({ cluster, region }: { cluster: Cluster; region: string }) {
  const say = useText()
  return (
    <Container
      fitHeight
      header={
        <Header variant="h3" headingTagOverride="h2" actions={<ClusterStatus status={cluster.status} />}>
          <AppLink href={clusterHref(region, cluster.name)}>{cluster.name}</AppLink>
        </Header>
      }
      footer={
        <Box fontSize="body-s" color="text-body-secondary">
          {say(words.providers)}: {cluster.capacityProviders.join(', ') || '–'}
        </Box>
      }
    >
      <div style={counts}>
        <Count label={words.services} value={cluster.activeServices} />
        <Count label={words.running} value={cluster.runningTasks} />
        <Count label={words.instances} value={cluster.containerInstances} />
        <Count label={words.pending} value={cluster.pendingTasks} />
      </div>
    </Container>
  )
}

function Count({ label, value }: { label: Text; value: number }) {
  const say = useText()
  return (
    <div>
      <Box variant="awsui-key-label">{say(label)}</Box>
      <Box fontSize="heading-l" fontWeight="bold">
        <span style={{ fontVariantNumeric: 'tabular-nums' }}>{value.toLocaleString('en')}</span>
      </Box>
    </div>
  )
}
