/** Everything that happened to a cutover, newest first, with the request ids that AWS support asks for. */
import { useMemo } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { Column } from '../../../ui/column.ts'
import { CopyText } from '../../../ui/CopyText.tsx'
import { ResourceTable } from '../../../ui/ResourceTable.tsx'
import { Time } from '../../../ui/Time.tsx'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { useTableSearch } from '../../../widgets/table-search.ts'
import { logText } from '../parts/log-words.ts'

const words = {
  title: { en: 'Event log', ko: '이벤트 로그' },
  time: { en: 'Time', ko: '시각' },
  kind: { en: 'Kind', ko: '종류' },
  what: { en: 'What happened', ko: '내용' },
  request: { en: 'Request ID', ko: '요청 ID' },
  none: { en: 'No events', ko: '이벤트 없음' },
  noneWhy: {
    en: 'Every command, write and finding appears here.',
    ko: '모든 명령, 쓰기, 확인 결과가 여기에 표시됩니다.',
  },
  person: { en: 'Person', ko: '사용자' },
  write: { en: 'Write', ko: '쓰기' },
  state: { en: 'State', ko: '상태' },
  guard: { en: 'Guard', ko: '보호 장치' },
  check: { en: 'Check', ko: '점검' },
  tab: { en: 'Tab', ko: '탭' },
} satisfies Record<string, Text>

type Kind = 'person' | 'write' | 'state' | 'guard' | 'check' | 'tab'

const kinds: Record<LogEntry['kind'], Kind> = {
  asked: 'person',
  sent: 'write',
  'not-sent': 'write',
  phase: 'state',
  paused: 'state',
  resumed: 'state',
  'abort-due': 'guard',
  guards: 'guard',
  unwatched: 'guard',
  verified: 'check',
  checked: 'check',
  opened: 'tab',
  left: 'tab',
  'signed-out': 'tab',
  'signed-in': 'tab',
  offline: 'tab',
  online: 'tab',
  leads: 'tab',
  follows: 'tab',
  unsaved: 'tab',
}

interface Line {
  id: string
  at: number
  kind: Kind
  tone: Tone
  text: string
  requestId?: string | undefined
}

const defaultSort = { column: 'order', desc: true }

export function EventLog({ view: { log, run } }: { view: CutoverView }) {
  const say = useText()
  const [search, setSearch] = useTableSearch()
  const { plan } = run
  const rows = useMemo(() => log.map((entry, index) => lineOf(entry, index, plan, say)), [log, plan, say])
  return (
    <ResourceTable<Line>
      id="cutover-log"
      title={words.title}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ text }) => text}
      columns={columns}
      search={search}
      onSearch={setSearch}
      state={settled}
      defaultSort={defaultSort}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}

const settled = { loading: false }

function lineOf(entry: LogEntry, index: number, plan: Plan, say: ReturnType<typeof useText>): Line {
  return {
    // As many as come in a cutover's life.
    id: String(index).padStart(5, '0'),
    at: entry.at,
    kind: kinds[entry.kind],
    tone: toneOf(entry),
    text: logText(entry, plan, say),
    requestId: requestIdOf(entry),
  }
}

function requestIdOf(entry: LogEntry): string | undefined {
  if (entry.kind === 'sent') return entry.requestId
  return entry.kind === 'not-sent' ? entry.trouble.requestId : undefined
}

/** Of entries whose kind says all. */
const tones: Partial<Record<LogEntry['kind'], Tone>> = {
  sent: 'good',
  'not-sent': 'bad',
  paused: 'warning',
  'abort-due': 'warning',
  unwatched: 'warning',
  'signed-out': 'warning',
  offline: 'warning',
  follows: 'warning',
  unsaved: 'warning',
}

function toneOf(entry: LogEntry): Tone {
  switch (entry.kind) {
    case 'guards':
      return entry.verdict === 'ok' ? 'good' : 'bad'
    case 'verified':
      return entry.missing.length === 0 ? 'good' : 'waiting'
    case 'checked':
      return entry.passed ? 'good' : 'bad'
    default:
      return tones[entry.kind] ?? 'off'
  }
}

const labels: Record<Kind, Text> = {
  person: words.person,
  write: words.write,
  state: words.state,
  guard: words.guard,
  check: words.check,
  tab: words.tab,
}

function KindCell({ line: { kind, tone } }: { line: Line }) {
  const say = useText()
  return <StatusBadge tone={tone}>{say(labels[kind])}</StatusBadge>
}

function RequestCell({ line: { requestId } }: { line: Line }) {
  const say = useText()
  return requestId === undefined ? '–' : <CopyText text={requestId} label={say(words.request)} />
}

const columns: Column<Line>[] = [
  {
    id: 'order',
    header: words.time,
    value: ({ id }) => id,
    cell: ({ at }) => <Time at={at} />,
    filter: 'none',
    width: 230,
  },
  {
    id: 'kind',
    header: words.kind,
    value: ({ kind }) => kind,
    cell: (line) => <KindCell line={line} />,
    filter: 'enum',
    labels,
    width: 130,
  },
  {
    id: 'what',
    header: words.what,
    value: ({ text }) => text,
    cell: ({ text }) => text,
    rowHeader: true,
  },
  {
    id: 'request',
    header: words.request,
    value: ({ requestId }) => requestId,
    cell: (line) => <RequestCell line={line} />,
    width: 330,
  },
]
