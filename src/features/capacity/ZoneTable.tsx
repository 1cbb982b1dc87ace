/** What each Availability Zone has and has left, with the whole cluster in the last row. */
import Box from '@cloudscape-design/components/box'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { capacityByZone, totalCapacity, type ZoneCapacity } from '../../core/ecs/capacity.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Locale, Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'

const words = {
  title: { en: 'Capacity by Availability Zone', ko: '가용 영역별 용량' },
  zone: { en: 'Zone', ko: '가용 영역' },
  all: { en: 'All', ko: '전체' },
  instances: { en: 'Instances', ko: '인스턴스' },
  ready: { en: 'Ready', ko: '배치 가능' },
  cpu: { en: 'CPU left / registered (units)', ko: 'CPU 남음 / 등록(유닛)' },
  memory: { en: 'Memory left / registered (MiB)', ko: '메모리 남음 / 등록(MiB)' },
  running: { en: 'Running', ko: '실행 중' },
  pending: { en: 'Pending', ko: '대기 중' },
  none: { en: 'No container instances', ko: '컨테이너 인스턴스 없음' },
  noneWhy: {
    en: 'Fargate tasks need none: AWS provides their capacity.',
    ko: 'Fargate 태스크에는 필요하지 않습니다. 용량은 AWS가 제공합니다.',
  },
} satisfies Record<string, Text>

export function ZoneTable({ instances }: { instances: readonly ContainerInstance[] }) {
  const say = useText()
  const locale = useLocale()
  const zones = capacityByZone(instances)
  const rows = zones.length === 0 ? [] : [...zones, totalCapacity(instances)]
  return (
    <Table<ZoneCapacity>
      variant="embedded"
      items={rows}
      trackBy="zone"
      ariaLabels={{ tableLabel: say(words.title) }}
      empty={
        <Box textAlign="center" color="inherit">
          <b>{say(words.none)}</b>
          <Box variant="p" color="inherit">
            {say(words.noneWhy)}
          </Box>
        </Box>
      }
      columnDefinitions={zoneColumns(say, locale)}
    />
  )
}

function zoneColumns(
  say: (text: Text) => string,
  locale: Locale,
): TableProps.ColumnDefinition<ZoneCapacity>[] {
  const number = (value: number): string => value.toLocaleString(locale)
  const column = (id: keyof typeof words, text: (zone: ZoneCapacity) => string) => ({
    id,
    header: <NumberCell nowrap>{say(words[id])}</NumberCell>,
    cell: (zone: ZoneCapacity) => (
      <NumberCell nowrap>{zone.zone === '' ? <strong>{text(zone)}</strong> : text(zone)}</NumberCell>
    ),
  })
  return [
    {
      id: 'zone',
      header: say(words.zone),
      isRowHeader: true,
      cell: ({ zone }) => (zone === '' ? <strong>{say(words.all)}</strong> : zone),
    },
    column('instances', (zone) => number(zone.instances)),
    column('ready', (zone) => number(zone.ready)),
    column('running', (zone) => number(zone.runningTasks)),
    column('pending', (zone) => number(zone.pendingTasks)),
    column('cpu', (zone) => `${number(zone.remainingCpu)} / ${number(zone.registeredCpu)}`),
    column('memory', (zone) => `${number(zone.remainingMemory)} / ${number(zone.registeredMemory)}`),
  ]
}
