/** The load balancers of the Region. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { loadBalancersQuery } from '../../data/elb/load-balancers.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { Time } from '../../ui/Time.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { loadBalancerHref } from '../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { LoadBalancerState } from './LoadBalancerState.tsx'

const route = getRouteApi('/$region/load-balancers')

const words = {
  title: { en: 'Load balancers', ko: '로드 밸런서' },
  name: { en: 'Name', ko: '이름' },
  state: { en: 'State', ko: '상태' },
  type: { en: 'Type', ko: '유형' },
  scheme: { en: 'Scheme', ko: '체계' },
  dns: { en: 'DNS name', ko: 'DNS 이름' },
  vpc: { en: 'VPC', ko: 'VPC' },
  zones: { en: 'Zones', ko: '가용 영역' },
  created: { en: 'Created', ko: '생성' },
  none: { en: 'No load balancers in this Region', ko: '이 리전에 로드 밸런서 없음' },
  noneWhy: {
    en: 'Application and network load balancers are shown. Another Region may have some.',
    ko: 'Application 및 Network Load Balancer를 표시합니다. 다른 리전에 있을 수 있습니다.',
  },
} satisfies Record<string, Text>

function DnsName({ name }: { name: string }) {
  const say = useText()
  return <CopyText text={name} label={say(words.dns)} />
}

const facts: Column<LoadBalancer>[] = [
  {
    id: 'state',
    header: words.state,
    value: (one) => one.state,
    cell: (one) => <LoadBalancerState loadBalancer={one} />,
    filter: 'enum',
    minWidth: 130,
  },
  {
    id: 'type',
    header: words.type,
    value: (one) => one.type,
    cell: (one) => one.type,
    filter: 'enum',
    minWidth: 110,
  },
  {
    id: 'scheme',
    header: words.scheme,
    value: (one) => one.scheme,
    cell: (one) => one.scheme,
    filter: 'enum',
    minWidth: 130,
  },
  {
    id: 'dns',
    header: words.dns,
    value: (one) => one.dnsName,
    cell: (one) => <DnsName name={one.dnsName} />,
    minWidth: 360,
  },
  {
    id: 'zones',
    header: words.zones,
    value: (one) => one.availabilityZones.length,
    cell: (one) => one.availabilityZones.map(({ zone }) => zone).join(', '),
    filter: 'none',
    minWidth: 200,
  },
  {
    id: 'vpc',
    header: words.vpc,
    value: (one) => one.vpcId,
    cell: (one) => one.vpcId ?? '–',
    filter: 'enum',
    hidden: true,
    minWidth: 180,
  },
  {
    id: 'created',
    header: words.created,
    value: (one) => one.createdAt,
    cell: (one) => <Time at={one.createdAt} />,
    filter: 'none',
    hidden: true,
    minWidth: 190,
  },
]

function columnsIn(region: string): Column<LoadBalancer>[] {
  const name: Column<LoadBalancer> = {
    id: 'name',
    header: words.name,
    value: (one) => one.name,
    cell: (one) => <AppLink href={loadBalancerHref(region, one.name)}>{one.name}</AppLink>,
    rowHeader: true,
    required: true,
    minWidth: 160,
  }
  return [name, ...facts]
}

const nothing: readonly LoadBalancer[] = []

export default function LoadBalancersPage() {
  const aws = useAws()
  const { region } = route.useParams()
  const [search, setSearch] = useTableSearch()
  const query = useQuery(loadBalancersQuery(aws))
  const state = useBlockState(query, { intervalMs: intervals.loadBalancers.steady })
  const columns = useMemo(() => columnsIn(region), [region])
  return (
    <ResourceTable<LoadBalancer>
      id="load-balancers"
      title={words.title}
      level="h1"
      rows={query.data ?? nothing}
      rowId={(one) => one.name}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={state}
      defaultSort={{ column: 'name' }}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
