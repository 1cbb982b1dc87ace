/** One service: whether it is steady and why not, its tasks, deployments, events, targets and tags. */
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { serviceSummary } from '../../core/ecs/service-status.ts'
import { withTargetTroubles } from '../../core/ecs/target-trouble.ts'
import { serviceQuery } from '../../data/ecs/services.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../widgets/resource-link/AwsConsoleLink.tsx'
import { MoveHereLink } from '../../widgets/resource-link/MoveHereLink.tsx'
import { serviceHref } from '../../widgets/resource-link/href.ts'
import { TagList } from '../../ui/TagList.tsx'
import { DeploymentsTab } from './DeploymentsTab.tsx'
import type { Place } from './EventText.tsx'
import { EventsTab } from './EventsTab.tsx'
import { LoadBalancingTab } from './LoadBalancingTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { serviceSearch, serviceTabs, type ServiceTabId } from './search.ts'
import { HealthBadge } from './ServiceHealth.tsx'
import { ServiceTasksTab } from './ServiceTasksTab.tsx'
import { useTargetTroubles } from './use-target-troubles.ts'

const route = getRouteApi('/$region/clusters/$cluster/services/$service')

const words = {
  overview: { en: 'Overview', ko: '개요' },
  tasks: { en: 'Tasks', ko: '태스크' },
  deployments: { en: 'Deployments', ko: '배포' },
  events: { en: 'Events', ko: '이벤트' },
  'load-balancing': { en: 'Load balancing', ko: '로드 밸런싱' },
  tags: { en: 'Tags', ko: '태그' },
  service: { en: 'Service', ko: '서비스' },
} satisfies Record<ServiceTabId | 'service', Text>

export default function ServicePage() {
  const aws = useAws()
  const { region, cluster, service: name } = route.useParams()
  const query = useQuery(serviceQuery(aws, cluster, name))
  const state = useBlockState(query, { intervalMs: intervals.service.steady })
  const service = query.data
  const troubles = useTargetTroubles(service, cluster)
  const summary = service && withTargetTroubles(serviceSummary(service), troubles)
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        {...(summary && { info: <HealthBadge summary={summary} /> })}
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <CopyText text={service?.arn} label="ARN" variant="button" />
            {service && service.loadBalancers.length > 0 && (
              <MoveHereLink region={region} to={{ cluster, service: name }} />
            )}
            <AwsConsoleLink href={awsConsole.service(region, cluster, name)} />
          </SpaceBetween>
        }
      >
        {name}
      </Header>
      {service && summary ? (
        <ServiceTabs
          service={service}
          summary={summary}
          troubles={troubles}
          state={state}
          place={{ region, cluster, service: name }}
        />
      ) : (
        <Block title={words.service} state={state} skeletonLines={8} />
      )}
    </SpaceBetween>
  )
}

type TabProps = Parameters<typeof OverviewTab>[0] & { place: Place }

function ServiceTabs(props: TabProps) {
  const say = useText()
  const navigate = route.useNavigate()
  const { tab = 'overview' } = route.useSearch({ select: serviceSearch, structuralSharing: true })
  const { region, cluster, service } = props.place
  return (
    <Tabs
      activeTabId={tab}
      tabs={serviceTabs.map((id) => ({
        id,
        label: say(words[id]),
        href: serviceHref(region, cluster, service, id),
        content: id === tab && <Tab id={id} {...props} />,
      }))}
      onChange={({ detail }) =>
        // Another tab has another table: its filter, sort and page are not carried over.
        void navigate({ to: '.', search: serviceSearch({ tab: detail.activeTabId }), resetScroll: false })
      }
    />
  )
}

const views: Record<ServiceTabId, ComponentType<TabProps>> = {
  overview: OverviewTab,
  tasks: ServiceTasksTab,
  deployments: DeploymentsTab,
  events: EventsTab,
  'load-balancing': LoadBalancingTab,
  tags: ({ service }) => <TagList tags={service.tags} />,
}

function Tab({ id, ...props }: TabProps & { id: ServiceTabId }) {
  const View = views[id]
  return <View {...props} />
}
