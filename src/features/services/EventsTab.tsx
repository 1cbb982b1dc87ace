/** A service's events, newest first, searchable, with what they name linked and what went wrong explained. */
import Box from '@cloudscape-design/components/box'
import { useMemo } from 'react'
import { readEvent, type EventTone } from '../../core/ecs/service-event.ts'
import type { Service, ServiceEvent } from '../../core/ecs/service.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BlockState } from '../../ui/block-state.ts'
import type { Column } from '../../ui/column.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { Time } from '../../ui/Time.tsx'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'
import { useTableSearch } from '../../widgets/table-search.ts'
import { EventText, type Place } from './EventText.tsx'

const words = {
  title: { en: 'Events', ko: '이벤트' },
  kept: {
    en: 'AWS keeps the last 100 events of a service.',
    ko: 'AWS는 서비스의 최근 이벤트 100개를 보관합니다.',
  },
  time: { en: 'Time', ko: '시각' },
  kind: { en: 'Kind', ko: '종류' },
  message: { en: 'Message', ko: '메시지' },
  none: { en: 'No events', ko: '이벤트 없음' },
  noneWhy: {
    en: 'Events appear when the service starts or stops tasks, or cannot.',
    ko: '서비스가 태스크를 시작하거나 중지할 때, 또는 그러지 못할 때 이벤트가 나타납니다.',
  },
  steady: { en: 'Goal reached', ko: '목표 도달' },
  note: { en: 'Progress', ko: '진행' },
  warning: { en: 'Warning', ko: '경고' },
  bad: { en: 'Problem', ko: '문제' },
} satisfies Record<string, Text>

const tones: Record<EventTone, Tone> = { steady: 'good', note: 'off', warning: 'warning', bad: 'bad' }
const defaultSort = { column: 'time', desc: true }

interface EventsTabProps {
  service: Service | undefined
  state: BlockState
  place: Place
}

export function EventsTab({ service, state, place }: EventsTabProps) {
  const say = useText()
  const [search, setSearch] = useTableSearch()
  const { region, cluster, service: name } = place
  const columns = useMemo(() => eventColumns({ region, cluster, service: name }), [region, cluster, name])
  return (
    <ResourceTable<ServiceEvent>
      id="service-events"
      title={words.title}
      description={say(words.kept)}
      rows={service?.events ?? []}
      rowId={({ id }) => id}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={state}
      defaultSort={defaultSort}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}

function eventColumns(place: Place): Column<ServiceEvent>[] {
  return [
    {
      id: 'time',
      header: words.time,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => (
        <div style={{ whiteSpace: 'normal' }}>
          <Time at={createdAt} />
        </div>
      ),
      filter: 'none',
      width: 140,
      minWidth: 110,
    },
    {
      id: 'kind',
      header: words.kind,
      value: ({ message }) => readEvent(message).tone,
      cell: ({ message }) => <Kind tone={readEvent(message).tone} />,
      labels: { steady: words.steady, note: words.note, warning: words.warning, bad: words.bad },
      filter: 'enum',
      hidden: true,
    },
    {
      id: 'message',
      header: words.message,
      value: ({ message }) => message,
      cell: ({ message }) => <Message message={message} place={place} />,
      sortable: false,
      required: true,
      minWidth: 200,
    },
  ]
}

function Kind({ tone }: { tone: EventTone }) {
  const say = useText()
  return tone === 'note' ? (
    <Box variant="span" color="text-body-secondary">
      {say(words.note)}
    </Box>
  ) : (
    <StatusBadge tone={tones[tone]}>{say(words[tone])}</StatusBadge>
  )
}

function Message({ message, place }: { message: string; place: Place }) {
  const say = useText()
  const { tone, means, links } = readEvent(message)
  return (
    <div style={{ whiteSpace: 'normal' }}>
      {tone !== 'note' && (
        <div>
          <StatusBadge tone={tones[tone]}>{say(words[tone])}</StatusBadge>
          {means && <Box fontWeight="bold">{say(means)}</Box>}
        </div>
      )}
      <div>
        <EventText message={message} links={links} place={place} />
      </div>
    </div>
  )
}
