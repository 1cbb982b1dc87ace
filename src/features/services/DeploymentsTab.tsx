/** What is being rolled out now, and every deployment of the last 90 days with its revision and the reason of a rollback. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Service } from '../../core/ecs/service.ts'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.ts'
import { serviceDeploymentsQuery } from '../../data/ecs/service-deployments.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { deploymentColumns } from './deployment-columns.tsx'
import { RolloutList } from './RolloutList.tsx'

const words = {
  now: { en: 'Deployments with tasks', ko: '태스크가 있는 배포' },
  history: { en: 'Deployment history', ko: '배포 기록' },
  kept: { en: 'AWS keeps 90 days.', ko: 'AWS는 90일 동안 보관합니다.' },
  none: { en: 'No deployments within 90 days', ko: '90일 안의 배포 없음' },
} satisfies Record<string, Text>

const defaultSort = { column: 'created', desc: true }

export function DeploymentsTab({ service, state }: { service: Service; state: BlockState }) {
  const aws = useAws()
  const say = useText()
  const [search, setSearch] = useTableSearch()
  const history = useQuery(serviceDeploymentsQuery(aws, service.clusterArn, service.arn))
  const historyState = useBlockState(history, {
    intervalMs: intervals.deployments.steady,
    failures: history.data?.failures,
  })
  const revisions = history.data?.revisions
  const columns = useMemo(() => deploymentColumns(revisions ?? []), [revisions])
  return (
    <SpaceBetween size="l">
      <Block title={words.now} counter={service.deployments.length} state={state}>
        <RolloutList deployments={service.deployments} />
      </Block>
      <ResourceTable<ServiceDeployment>
        id="service-deployments"
        title={words.history}
        description={say(words.kept)}
        rows={history.data?.deployments ?? []}
        rowId={({ arn }) => arn.split('/').at(-1) ?? arn}
        columns={columns}
        search={search}
        onSearch={setSearch}
        state={historyState}
        defaultSort={defaultSort}
        empty={{ title: words.none }}
      />
    </SpaceBetween>
  )
}
