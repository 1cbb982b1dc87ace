/** One load balancer: its listeners and rules in words, where they lead, and how it fares. */
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { loadBalancerQuery } from '../../data/elb/load-balancers.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { defaultHours, type MetricHours } from '../../widgets/metric-chart/metric-hours.ts'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../widgets/resource-link/AwsConsoleLink.tsx'
import { MoveHereLink } from '../../widgets/resource-link/MoveHereLink.tsx'
import { ListenersTab } from './ListenersTab.tsx'
import { LoadBalancerFacts } from './LoadBalancerFacts.tsx'
import { LoadBalancerMetrics } from './LoadBalancerMetrics.tsx'
import { LoadBalancerTargetGroups } from './LoadBalancerTargetGroups.tsx'
import { loadBalancerSearch, loadBalancerTabs, type LoadBalancerTabId } from './search.ts'

const route = getRouteApi('/$region/load-balancers/$name')

const words = {
  title: { en: 'Load balancer {name}', ko: '로드 밸런서 {name}' },
  summary: { en: 'Summary', ko: '요약' },
  listeners: { en: 'Listeners and rules', ko: '리스너 및 규칙' },
  'target-groups': { en: 'Target groups', ko: '대상 그룹' },
  metrics: { en: 'Metrics', ko: '지표' },
} satisfies Record<string, Text>

export default function LoadBalancerPage() {
  const aws = useAws()
  const say = useText()
  const { region, name } = route.useParams()
  const query = useQuery(loadBalancerQuery(aws, name))
  const loadBalancer = query.data
  const state = useBlockState(query, { intervalMs: intervals.loadBalancers.steady })
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <CopyText text={loadBalancer?.arn} label="ARN" variant="button" />
            {loadBalancer?.type === 'application' && (
              <MoveHereLink region={region} to={{ loadBalancer: name }} />
            )}
            {loadBalancer && <AwsConsoleLink href={awsConsole.loadBalancer(region, loadBalancer.arn)} />}
          </SpaceBetween>
        }
      >
        {say(words.title, { name })}
      </Header>
      <Block title={words.summary} state={state} skeletonLines={5}>
        {loadBalancer && <LoadBalancerFacts loadBalancer={loadBalancer} />}
      </Block>
      {loadBalancer && <LoadBalancerTabs loadBalancer={loadBalancer} region={region} />}
    </SpaceBetween>
  )
}

function LoadBalancerTabs({ loadBalancer, region }: { loadBalancer: LoadBalancer; region: string }) {
  const say = useText()
  const navigate = route.useNavigate()
  const { tab = 'listeners', hours = defaultHours } = route.useSearch()
  const setHours = (chosen: MetricHours) =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, hours: chosen === defaultHours ? undefined : chosen }),
      replace: true,
      resetScroll: false,
    })
  const content: Record<LoadBalancerTabId, ReactNode> = {
    listeners: <ListenersTab loadBalancer={loadBalancer} region={region} />,
    'target-groups': <LoadBalancerTargetGroups loadBalancer={loadBalancer} region={region} />,
    metrics: <LoadBalancerMetrics loadBalancer={loadBalancer} hours={hours} onHours={setHours} />,
  }
  return (
    <Tabs
      activeTabId={tab}
      tabs={loadBalancerTabs.map((id) => ({
        id,
        label: say(words[id]),
        content: id === tab && content[id],
      }))}
      onChange={({ detail }) =>
        void navigate({
          to: '.',
          search: loadBalancerSearch({ tab: detail.activeTabId }),
          resetScroll: false,
        })
      }
    />
  )
}
