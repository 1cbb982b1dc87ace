/** One container instance: its agent, what is left of it, who holds which port, and its tasks. */
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { containerInstanceQuery } from '../../data/ecs/container-instances.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../widgets/resource-link/AwsConsoleLink.tsx'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import { AttributeTable } from './AttributeTable.tsx'
import { InstanceFacts } from './InstanceFacts.tsx'
import { InstanceNotices } from './InstanceNotices.tsx'
import { InstanceTasksTab } from './InstanceTasksTab.tsx'
import { PortsTab } from './PortsTab.tsx'
import { instanceSearch, instanceTabs, type InstanceTabId } from './search.ts'
import { useSeenDisconnected } from './use-seen-disconnected.ts'

const route = getRouteApi('/$region/clusters/$cluster/instances/$instance')

const words = {
  title: { en: 'Container instance {id}', ko: '컨테이너 인스턴스 {id}' },
  summary: { en: 'Summary', ko: '요약' },
  tasks: { en: 'Tasks', ko: '태스크' },
  ports: { en: 'Ports', ko: '포트' },
  attributes: { en: 'Attributes', ko: '속성' },
  tags: { en: 'Tags', ko: '태그' },
} satisfies Record<string, Text>

export default function ContainerInstancePage() {
  const aws = useAws()
  const say = useText()
  const { region, cluster, instance: id } = route.useParams()
  const query = useQuery(containerInstanceQuery(aws, cluster, id))
  const instance = query.data
  const seen = useSeenDisconnected(instance ? [instance] : [], query.dataUpdatedAt)
  const since = instance && seen.get(instance.arn)
  const state = useBlockState(query, { intervalMs: intervals.instances.steady })
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <CopyText text={instance?.arn} label="ARN" variant="button" />
            <AwsConsoleLink href={awsConsole.containerInstance(region, cluster, id)} />
          </SpaceBetween>
        }
      >
        <span title={id}>{say(words.title, { id: instance?.ec2InstanceId ?? shortId(id) })}</span>
      </Header>
      {instance && <InstanceNotices instance={instance} since={since} />}
      {/* A notice may come above it: what was a placeholder is drawn anew instead of being pushed down. */}
      <Block key={instance ? 'instance' : 'none'} title={words.summary} state={state} skeletonLines={8}>
        {instance && <InstanceFacts instance={instance} since={since} />}
      </Block>
      {instance && <InstanceTabs instance={instance} region={region} cluster={cluster} />}
    </SpaceBetween>
  )
}

interface InstanceTabsProps {
  instance: ContainerInstance
  region: string
  cluster: string
}

function InstanceTabs({ instance, region, cluster }: InstanceTabsProps) {
  const say = useText()
  const navigate = route.useNavigate()
  const { tab = 'tasks' } = route.useSearch()
  const content: Record<InstanceTabId, ReactNode> = {
    tasks: <InstanceTasksTab instance={instance} region={region} cluster={cluster} />,
    ports: <PortsTab instance={instance} region={region} cluster={cluster} />,
    attributes: <AttributeTable attributes={instance.attributes} />,
    tags: <TagList tags={instance.tags} />,
  }
  return (
    <Tabs
      activeTabId={tab}
      tabs={instanceTabs.map((id) => ({ id, label: say(words[id]), content: id === tab && content[id] }))}
      onChange={({ detail }) =>
        // Each tab has its own table: filter, order and page of the other one mean nothing here.
        void navigate({ to: '.', search: instanceSearch({ tab: detail.activeTabId }), resetScroll: false })
      }
    />
  )
}
