/** A cluster's capacity providers, what part of new tasks each gets by default, and its instances. */
import Box from '@cloudscape-design/components/box'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import { isReady, strategyShares } from '../../core/ecs/capacity.ts'
import type { CapacityProvider } from '../../core/ecs/capacity-provider.ts'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { lastPart } from '../../core/ecs/names.ts'
import type { Locale, Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { clusterHref } from '../../widgets/resource-link/href.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  title: { en: 'Capacity providers', ko: '용량 공급자' },
  name: { en: 'Name', ko: '이름' },
  kind: { en: 'Kind', ko: '종류' },
  status: { en: 'Status', ko: '상태' },
  base: { en: 'Base', ko: '기본 수' },
  weight: { en: 'Weight', ko: '가중치' },
  share: { en: 'Share', ko: '비율' },
  instances: { en: 'Instances (ready)', ko: '인스턴스(배치 가능)' },
  scaling: { en: 'Managed scaling', ko: '관리형 조정' },
  target: { en: 'to {percent} % used', ko: '목표 사용률 {percent}%' },
  off: { en: 'off', ko: '꺼짐' },
  fargate: { en: 'Fargate', ko: 'Fargate' },
  asg: { en: 'Auto Scaling: {name}', ko: 'Auto Scaling: {name}' },
  none: { en: 'No capacity providers', ko: '용량 공급자 없음' },
  noneWhy: {
    en: 'Services of this cluster choose a launch type instead.',
    ko: '이 클러스터의 서비스는 대신 시작 유형을 선택합니다.',
  },
} satisfies Record<string, Text>

interface ProviderRow {
  name: string
  provider: CapacityProvider | undefined
  strategy: { base: number; weight: number; percent: number } | undefined
  instances: number
  ready: number
}

interface ProviderTableProps {
  cluster: Cluster
  /** Described ones; those still unknown are shown by name. */
  providers: readonly CapacityProvider[]
  instances: readonly ContainerInstance[]
  region: string
}

const tones: Record<string, Tone> = { ACTIVE: 'good', PROVISIONING: 'moving', DEPROVISIONING: 'moving' }
function rowsOf({ cluster, providers, instances }: ProviderTableProps): ProviderRow[] {
  const shares = strategyShares(cluster.defaultCapacityProviderStrategy)
  return cluster.capacityProviders.map((name) => {
    const own = instances.filter((one) => one.capacityProviderName === name)
    return {
      name,
      provider: providers.find((one) => one.name === name),
      strategy: shares.find((one) => one.capacityProvider === name),
      instances: own.length,
      ready: own.filter(isReady).length,
    }
  })
}

const isFargate = (name: string): boolean => name === 'FARGATE' || name === 'FARGATE_SPOT'

export function ProviderTable(props: ProviderTableProps) {
  const say = useText()
  const locale = useLocale()
  return (
    <Table<ProviderRow>
      variant="embedded"
      items={rowsOf(props)}
      trackBy="name"
      ariaLabels={{ tableLabel: say(words.title) }}
      empty={
        <Box textAlign="center" color="inherit">
          <b>{say(words.none)}</b>
          <Box variant="p" color="inherit">
            {say(words.noneWhy)}
          </Box>
        </Box>
      }
      columnDefinitions={providerColumns(say, locale, props.region, props.cluster.name)}
    />
  )
}

function Kind({ row }: { row: ProviderRow }) {
  const say = useText()
  if (isFargate(row.name)) return <>{say(words.fargate)}</>
  const group = row.provider?.autoScalingGroupArn
  return <>{group ? say(words.asg, { name: lastPart(group) }) : '–'}</>
}

function Scaling({ provider, fargate }: { provider: CapacityProvider | undefined; fargate: boolean }) {
  const say = useText()
  if (fargate || !provider) return <>–</>
  const { managedScaling } = provider
  return (
    <>
      {managedScaling?.enabled
        ? say(words.target, { percent: managedScaling.targetCapacity ?? 100 })
        : say(words.off)}
    </>
  )
}

function providerColumns(
  say: (text: Text) => string,
  locale: Locale,
  region: string,
  cluster: string,
): TableProps.ColumnDefinition<ProviderRow>[] {
  const number = (value: number | undefined): string => value?.toLocaleString(locale) ?? '–'
  const column = (id: keyof typeof words, text: (row: ProviderRow) => ReactNode) => ({
    id,
    header: <NumberCell>{say(words[id])}</NumberCell>,
    cell: (row: ProviderRow) => <NumberCell>{text(row)}</NumberCell>,
  })
  return [
    { id: 'name', header: say(words.name), isRowHeader: true, cell: ({ name }) => name },
    { id: 'kind', header: say(words.kind), cell: (row) => <Kind row={row} /> },
    {
      id: 'status',
      header: say(words.status),
      cell: ({ provider }) =>
        provider ? <StatusBadge tone={tones[provider.status] ?? 'off'}>{provider.status}</StatusBadge> : '–',
    },
    column('base', ({ strategy }) => number(strategy?.base)),
    column('weight', ({ strategy }) => number(strategy?.weight)),
    column('share', ({ strategy }) => (strategy ? `${number(Math.round(strategy.percent))} %` : '–')),
    column('instances', ({ name, instances, ready }) =>
      isFargate(name) ? (
        '–'
      ) : (
        <AppLink href={clusterHref(region, cluster, 'instances')} variant="secondary">
          {`${number(instances)} (${number(ready)})`}
        </AppLink>
      ),
    ),
    {
      id: 'scaling',
      header: say(words.scaling),
      cell: ({ provider, name }) => <Scaling provider={provider} fargate={isFargate(name)} />,
    },
  ]
}
