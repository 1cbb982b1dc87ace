/** The services of a cluster, thousands if need be: the first page at once, the rest swept in the background. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useServiceFleet } from '../../data/ecs/services.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useShowFirstRows } from '../../widgets/first-rows.tsx'
import { useFleetState } from './fleet-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { serviceColumns } from './service-columns.tsx'
import { rowMaker, type ServiceRow } from './service-rows.ts'

const route = getRouteApi('/$region/clusters/$cluster/services')

const words = {
  title: { en: 'Services', ko: '서비스' },
  none: { en: 'No services', ko: '서비스 없음' },
  noneWhy: {
    en: 'This cluster runs no services. Tasks that were started by hand are under Tasks.',
    ko: '이 클러스터에서 실행되는 서비스가 없습니다. 직접 시작한 태스크는 태스크 탭에 있습니다.',
  },
} satisfies Record<string, Text>

const rowId = (row: ServiceRow): string => row.name
const isKnown = (row: ServiceRow): boolean => row.service !== undefined

export default function ServicesPage() {
  const aws = useAws()
  const { cluster } = route.useParams()
  // Another cluster is another fleet: which rows were on the screen means nothing there.
  return <FleetTable key={`${aws.key}/${cluster}`} cluster={cluster} />
}

function FleetTable({ cluster }: { cluster: string }) {
  const aws = useAws()
  const [search, setSearch] = useTableSearch()
  const [visible, setVisible] = useState<string[]>()
  const fleet = useServiceFleet(aws, cluster, visible ? { visible } : {})
  const [makeRows] = useState(rowMaker)
  // In the order in which the fleet reads its first rows, so that the first page shown is the first page known.
  const arns = useMemo(() => fleet.arns.toSorted(), [fleet.arns])
  const rows = useMemo(() => makeRows(arns, fleet.known), [makeRows, arns, fleet.known])
  const state = useFleetState(fleet)
  useShowFirstRows(!state.loading)
  const onVisible = useCallback((shown: readonly ServiceRow[]) => setVisible(shown.map(({ arn }) => arn)), [])
  return (
    <ResourceTable<ServiceRow>
      id="services"
      title={words.title}
      rows={rows}
      rowId={rowId}
      columns={serviceColumns}
      search={search}
      onSearch={setSearch}
      state={state}
      progress={{ known: fleet.knownCount, total: fleet.total, listing: !fleet.listed }}
      isKnown={isKnown}
      onVisible={onVisible}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
