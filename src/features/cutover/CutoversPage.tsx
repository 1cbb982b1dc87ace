/** Open cutovers, whoever began them, and the reports of those that are over. */
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { shownName } from '../../core/dns/name.ts'
import { useNotes } from '../../data/cutover/notes.ts'
import { useCutovers } from '../../data/cutover/use-cutovers.ts'
import type { ZoneName } from '../../data/cutover/zones-used.ts'
import { intervals } from '../../data/polling.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { newCutoverHref } from '../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import type { ListRow } from './list/cutover-rows.ts'
import { cutoverColumns } from './list/cutover-columns.tsx'
import { ReportList } from './list/ReportList.tsx'
import { useListRows } from './list/use-list-rows.ts'
import { useListZones } from './list/use-list-zones.ts'
import { ZoneChoice } from './list/ZoneChoice.tsx'

const route = getRouteApi('/$region/cutovers')

const words = {
  title: { en: 'Open cutovers', ko: '진행 중인 전환' },
  looked: { en: 'Looked in {zones}.', ko: '찾은 영역: {zones}' },
  nowhere: {
    en: 'Looked in no hosted zone yet: no cutover was begun on this computer, and the configuration names none.',
    ko: '아직 찾아본 호스팅 영역이 없습니다. 이 컴퓨터에서 시작한 전환이 없고 구성에 지정된 영역도 없습니다.',
  },
  start: { en: 'Start a cutover', ko: '전환 시작' },
  none: { en: 'No open cutovers', ko: '진행 중인 전환 없음' },
  noneWhy: {
    en: 'No claim stands in the zones that were looked in. Cutovers that somebody began in another zone show up once you look there.',
    ko: '찾아본 영역에 클레임이 없습니다. 다른 영역에서 시작된 전환은 그 영역을 찾아보면 표시됩니다.',
  },
  lookFirst: {
    en: 'Choose at the top in which hosted zones to look for cutovers that somebody else began.',
    ko: '다른 사람이 시작한 전환을 찾을 호스팅 영역을 위에서 선택하세요.',
  },
} satisfies Record<string, Text>

const rowId = ({ id }: ListRow): string => id
const rowName = ({ hostname, claimName }: ListRow): string => shownName(hostname ?? claimName)

export default function CutoversPage() {
  const say = useText()
  const cutovers = useCutovers()
  const { region } = route.useParams()
  const [search, setSearch] = useTableSearch()
  const { notes, again } = useNotes(cutovers)
  const { zones, error, isPending, add } = useListZones(notes)
  const { rows, list } = useListRows(zones, notes)
  const waits = !notes || isPending
  const state = useBlockState(
    { ...list, isPending: waits || list.isPending, error: list.error ?? error },
    { intervalMs: intervals.openCutovers.steady, failures: list.failures },
  )
  const columns = useMemo(() => cutoverColumns(region), [region])
  const names = zones.map((zone) => zoneText(zone, zones)).join(', ')
  return (
    <SpaceBetween size="l">
      <ResourceTable<ListRow>
        id="cutovers"
        title={words.title}
        level="h1"
        description={zones.length > 0 ? say(words.looked, { zones: names }) : say(words.nowhere)}
        rows={rows}
        rowId={rowId}
        rowName={rowName}
        columns={columns}
        search={search}
        onSearch={setSearch}
        state={state}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ZoneChoice shown={zones} onZones={add} />
            <Button variant="primary" href={newCutoverHref(region)}>
              {say(words.start)}
            </Button>
          </SpaceBetween>
        }
        defaultSort={{ column: 'hostname' }}
        empty={{ title: words.none, explanation: zones.length > 0 ? words.noneWhy : words.lookFirst }}
      />
      <ReportList cutovers={cutovers} reports={notes?.reports} again={again} />
    </SpaceBetween>
  )
}

/** With its ID where another zone has the same name. */
function zoneText({ id, name }: ZoneName, zones: readonly ZoneName[]): string {
  const isAlone = zones.every((zone) => zone.id === id || zone.name !== name)
  return isAlone ? shownName(name) : `${shownName(name)} (${id})`
}
