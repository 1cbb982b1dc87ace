/** A service on one screen: why it is not steady, its numbers, what is being rolled out, how it is configured, how loaded it is. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Service } from '../../core/ecs/service.ts'
import { isNotSteady, type ServiceSummary } from '../../core/ecs/service-status.ts'
import type { TargetTrouble } from '../../core/ecs/target-trouble.ts'
import type { Text } from '../../i18n/text.ts'
import { Ago } from '../../ui/Age.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { clusterHref } from '../../widgets/resource-link/href.ts'
import { ConfigurationBlock } from './ConfigurationBlock.tsx'
import type { Place } from './EventText.tsx'
import { MetricsBlock } from './MetricsBlock.tsx'
import { RolloutList } from './RolloutList.tsx'
import { HealthBadge, RolloutText } from './ServiceHealth.tsx'
import { WhyPanel } from './WhyPanel.tsx'

const words = {
  status: { en: 'Status', ko: '상태' },
  health: { en: 'Health', ko: '상태 요약' },
  cluster: { en: 'Cluster', ko: '클러스터' },
  desired: { en: 'Desired tasks', ko: '원하는 태스크' },
  running: { en: 'Running tasks', ko: '실행 중인 태스크' },
  pending: { en: 'Pending tasks', ko: '대기 중인 태스크' },
  rollout: { en: 'Rollout', ko: '롤아웃' },
  deployed: { en: 'Last deployment', ko: '마지막 배포' },
  deployments: { en: 'Deployments in progress', ko: '진행 중인 배포' },
} satisfies Record<string, Text>

interface OverviewTabProps {
  service: Service
  /** With the health of its targets, once that is known. */
  summary: ServiceSummary
  troubles: readonly TargetTrouble[]
  state: BlockState
  place: Place
}

export function OverviewTab({ service, summary, troubles, state, place }: OverviewTabProps) {
  const { primary } = summary
  // After a rollback the primary is an older one than the last that was tried.
  const latest = Math.max(0, ...service.deployments.map(({ createdAt }) => createdAt))
  const moving = service.deployments.length > 1 || primary?.rolloutState === 'IN_PROGRESS'
  return (
    <SpaceBetween size="l">
      {isNotSteady(summary) && <WhyPanel summary={summary} troubles={troubles} place={place} />}
      <Block title={words.status} state={state}>
        <KeyValues
          columns={4}
          items={[
            { label: words.health, value: <HealthBadge summary={summary} /> },
            { label: words.desired, value: service.desiredCount },
            { label: words.running, value: service.runningCount },
            { label: words.pending, value: service.pendingCount },
            { label: words.status, value: service.status },
            { label: words.rollout, value: <RolloutText service={service} wrap /> },
            { label: words.deployed, value: latest > 0 && <Ago at={latest} /> },
            {
              label: words.cluster,
              value: <AppLink href={clusterHref(place.region, place.cluster)}>{place.cluster}</AppLink>,
            },
          ]}
        />
      </Block>
      {moving && (
        <Block title={words.deployments} counter={service.deployments.length} state={state}>
          <RolloutList deployments={service.deployments} />
        </Block>
      )}
      <MetricsBlock place={place} />
      <ConfigurationBlock service={service} state={state} region={place.region} />
    </SpaceBetween>
  )
}
