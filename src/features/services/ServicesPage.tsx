/** The services of a cluster, thousands if need be: the first page at once, the rest swept in the background. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useServiceFleet, type Fleet } from '../../data/ecs/services.ts'
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

/**
 * By name, as the fleet reads its first rows. While the list still grows, what was there first stays first: rows must not
 * move under the pointer with each hundred that arrives.
 */
function useSteadyOrder({ arns, listed, status }: Fleet): readonly string[] {
  const [first, setFirst] = useState<readonly string[]>()
  if (first === undefined && status === 'ready') setFirst(arns.toSorted())
  return useMemo(() => {
    if (listed || first === undefined) return arns.toSorted()
    const known = new Set(first)
    return [...first, ...arns.filter((arn) => !known.has(arn)).toSorted()]
  }, [arns, listed, first])
}

function FleetTable({ cluster }: { cluster: string }) {
  const aws = useAws()
  const [search, setSearch] = useTableSearch()
  const [visible, setVisible] = useState<string[]>()
  const fleet = useServiceFleet(aws, cluster, visible ? { visible } : {})
  const [makeRows] = useState(rowMaker)
  const arns = useSteadyOrder(fleet)
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
