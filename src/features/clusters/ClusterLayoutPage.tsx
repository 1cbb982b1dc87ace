/** The frame of a cluster: name, status, counts, and its parts as tabs. It reads nothing until the first rows of services are on the screen. */
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { clusterQuery } from '../../data/ecs/clusters.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FirstRowsProvider, useFirstRowsShown } from '../../widgets/first-rows.tsx'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../widgets/resource-link/AwsConsoleLink.tsx'
import { clusterHref } from '../../widgets/resource-link/href.ts'
import { ClusterCounts } from './ClusterCounts.tsx'

const route = getRouteApi('/$region/clusters/$cluster')

const tabs = ['services', 'tasks', 'instances', 'capacity', 'tags'] as const

const words = {
  services: { en: 'Services', ko: '서비스' },
  tasks: { en: 'Tasks', ko: '태스크' },
  instances: { en: 'Container instances', ko: '컨테이너 인스턴스' },
  capacity: { en: 'Capacity', ko: '용량' },
  tags: { en: 'Tags', ko: '태그' },
} satisfies Record<(typeof tabs)[number], Text>

export default function ClusterLayoutPage() {
  return (
    <FirstRowsProvider>
      <SpaceBetween size="m">
        <ClusterHeader />
        <ClusterTabs />
      </SpaceBetween>
    </FirstRowsProvider>
  )
}

function useActiveTab(): (typeof tabs)[number] {
  const last = useLocation({ select: ({ pathname }) => pathname.split('/').at(-1) })
  return tabs.find((tab) => tab === last) ?? 'services'
}

function ClusterHeader() {
  const aws = useAws()
  const { region, cluster: name } = route.useParams()
  const tab = useActiveTab()
  const rowsShown = useFirstRowsShown()
  const query = useQuery({ ...clusterQuery(aws, name), enabled: tab !== 'services' || rowsShown })
  const cluster = query.data
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <CopyText text={cluster?.arn} label="ARN" variant="button" />
            <AwsConsoleLink href={awsConsole.cluster(region, name)} />
          </SpaceBetween>
        }
      >
        {name}
      </Header>
      {/* As high as what will stand there: nothing below it moves. */}
      <Box>
        <div style={{ minHeight: 24 }}>
          <ClusterCounts cluster={cluster} error={query.error} />
        </div>
      </Box>
    </SpaceBetween>
  )
}

function ClusterTabs() {
  const say = useText()
  const navigate = useNavigate()
  const { region, cluster } = route.useParams()
  const active = useActiveTab()
  return (
    <Tabs
      activeTabId={active}
      tabs={tabs.map((id) => ({
        id,
        label: say(words[id]),
        href: clusterHref(region, cluster, id),
        content: id === active && <Outlet />,
      }))}
      onChange={({ detail }) =>
        void navigate({
          to: `/$region/clusters/$cluster/${tabOf(detail.activeTabId)}`,
          params: { region, cluster },
        })
      }
    />
  )
}

function tabOf(id: string): (typeof tabs)[number] {
  return tabs.find((tab) => tab === id) ?? 'services'
}
