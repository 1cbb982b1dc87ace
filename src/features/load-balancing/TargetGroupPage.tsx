/** One target group: how its health is checked, its targets and why each is in its state, and how it fares. */
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { targetGroupQuery } from '../../data/elb/target-groups.ts'
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
import { targetGroupSearch, targetGroupTabs, type TargetGroupTabId } from './search.ts'
import { TargetGroupFacts } from './TargetGroupFacts.tsx'
import { TargetGroupMetrics } from './TargetGroupMetrics.tsx'
import { TargetsTab } from './TargetsTab.tsx'

const route = getRouteApi('/$region/target-groups/$name')

const words = {
  title: { en: 'Target group {name}', ko: '대상 그룹 {name}' },
  summary: { en: 'Summary', ko: '요약' },
  targets: { en: 'Targets', ko: '대상' },
  metrics: { en: 'Metrics', ko: '지표' },
} satisfies Record<string, Text>

export default function TargetGroupPage() {
  const aws = useAws()
  const say = useText()
  const { region, name } = route.useParams()
  const query = useQuery(targetGroupQuery(aws, name))
  const targetGroup = query.data
  const state = useBlockState(query, { intervalMs: intervals.targetGroups.steady })
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <CopyText text={targetGroup?.arn} label="ARN" variant="button" />
            {targetGroup && <AwsConsoleLink href={awsConsole.targetGroup(region, targetGroup.arn)} />}
          </SpaceBetween>
        }
      >
        {say(words.title, { name })}
      </Header>
      <Block title={words.summary} state={state} skeletonLines={5}>
        {targetGroup && <TargetGroupFacts targetGroup={targetGroup} region={region} />}
      </Block>
      {targetGroup && <TargetGroupTabs targetGroup={targetGroup} region={region} />}
    </SpaceBetween>
  )
}

function TargetGroupTabs({ targetGroup, region }: { targetGroup: TargetGroup; region: string }) {
  const say = useText()
  const navigate = route.useNavigate()
  const { tab = 'targets', hours = defaultHours } = route.useSearch()
  const setHours = (chosen: MetricHours) =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, hours: chosen === defaultHours ? undefined : chosen }),
      replace: true,
      resetScroll: false,
    })
  const content: Record<TargetGroupTabId, ReactNode> = {
    targets: <TargetsTab targetGroup={targetGroup} region={region} />,
    metrics: <TargetGroupMetrics targetGroup={targetGroup} hours={hours} onHours={setHours} />,
  }
  return (
    <Tabs
      activeTabId={tab}
      tabs={targetGroupTabs.map((id) => ({
        id,
        label: say(words[id]),
        content: id === tab && content[id],
      }))}
      onChange={({ detail }) =>
        void navigate({ to: '.', search: targetGroupSearch({ tab: detail.activeTabId }), resetScroll: false })
      }
    />
  )
}
