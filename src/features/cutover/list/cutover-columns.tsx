/** Columns of the list of open cutovers. */
import Box from '@cloudscape-design/components/box'
import { shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Ago } from '../../../ui/Age.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import type { Column } from '../../../ui/column.ts'
import { cutoverHref } from '../../../widgets/resource-link/href.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { ClaimState, claimLook } from './ClaimState.tsx'
import { type Knowing, type ListRow, writtenAt } from './cutover-rows.ts'
import { NameClaim } from './NameClaim.tsx'

const headers = {
  hostname: { en: 'Hostname', ko: '호스트 이름' },
  zone: { en: 'Hosted zone', ko: '호스팅 영역' },
  state: { en: 'State', ko: '상태' },
  since: { en: 'Since', ko: '경과' },
  knowing: { en: 'Who drives it', ko: '진행하는 쪽' },
  snapshot: { en: 'Snapshot', ko: '스냅샷' },
  unresolved: { en: 'Writes not resolved', ko: '미확인 변경' },
} satisfies Record<string, Text>

const knowings: Record<Knowing, Text> = {
  here: { en: 'This tab', ko: '이 탭' },
  noted: { en: 'This computer', ko: '이 컴퓨터' },
  taken: { en: 'Taken over by somebody else', ko: '다른 사람이 인계받음' },
  theirs: { en: 'Somebody else', ko: '다른 사람' },
}

type Snapshot = 'readable' | 'broken' | 'missing'

const snapshots: Record<Snapshot, { tone: Tone; text: Text }> = {
  readable: { tone: 'good', text: { en: 'Readable', ko: '읽을 수 있음' } },
  broken: { tone: 'bad', text: { en: 'Broken', ko: '손상됨' } },
  missing: { tone: 'warning', text: { en: 'In a file only', ko: '파일에만 있음' } },
}

const words = {
  none: { en: 'none', ko: '없음' },
  unresolved: {
    en: '{n, plural, one {# write} other {# writes}}: open it to learn the outcome',
    ko: '{n}건: 열어서 결과를 확인하세요',
  },
} satisfies Record<string, Text>

export function cutoverColumns(region: string): Column<ListRow>[] {
  return [
    {
      id: 'hostname',
      header: headers.hostname,
      required: true,
      value: ({ hostname, claimName }) => shownName(hostname ?? claimName),
      cell: (row) => <Hostname row={row} region={region} />,
      minWidth: 190,
    },
    {
      id: 'state',
      header: headers.state,
      value: (row) => claimLook(row).tone,
      filter: 'none',
      cell: (row) => <ClaimState row={row} />,
      minWidth: 170,
    },
    {
      id: 'since',
      header: headers.since,
      value: (row) => writtenAt(row),
      filter: 'none',
      cell: (row) => <Since at={writtenAt(row)} />,
      minWidth: 110,
    },
    {
      id: 'knowing',
      header: headers.knowing,
      value: ({ knowing }) => knowing,
      filter: 'enum',
      labels: knowings,
      cell: ({ knowing }) => <Said text={knowings[knowing]} />,
      minWidth: 140,
    },
    {
      id: 'snapshot',
      header: headers.snapshot,
      value: (row) => snapshotOf(row),
      filter: 'enum',
      labels: Object.fromEntries(Object.entries(snapshots).map(([id, { text }]) => [id, text])),
      cell: (row) => <SnapshotState snapshot={snapshotOf(row)} />,
      minWidth: 130,
    },
    {
      id: 'unresolved',
      header: headers.unresolved,
      value: ({ unresolved }) => unresolved.length,
      filter: 'number',
      cell: ({ unresolved }) => <Unresolved count={unresolved.length} />,
      minWidth: 130,
    },
    {
      id: 'zone',
      header: headers.zone,
      value: ({ zone }) => shownName(zone.name),
      filter: 'enum',
      cell: ({ zone }) => `${shownName(zone.name)} (${zone.id})`,
      hidden: true,
    },
  ]
}

function Hostname({ row, region }: { row: ListRow; region: string }) {
  const { hostname, zone } = row
  if (hostname === undefined) return <NameClaim row={row} region={region} />
  const name = shownName(hostname)
  return <AppLink href={cutoverHref(region, zone.id, name)}>{name}</AppLink>
}

function Since({ at }: { at: number | undefined }) {
  return at === undefined ? '–' : <Ago at={at} />
}

function Said({ text }: { text: Text }) {
  const say = useText()
  return say(text)
}

/** What a newer release keeps, and how, is not known. */
function snapshotOf({ open }: ListRow): Snapshot | undefined {
  return open && 'claim' in open.claim ? open.snapshot : undefined
}

function SnapshotState({ snapshot }: { snapshot: Snapshot | undefined }) {
  const say = useText()
  if (!snapshot) return '–'
  const { tone, text } = snapshots[snapshot]
  return (
    <StatusBadge tone={tone} wrap>
      {say(text)}
    </StatusBadge>
  )
}

function Unresolved({ count }: { count: number }) {
  const say = useText()
  if (count === 0) return <Box color="text-body-secondary">{say(words.none)}</Box>
  return (
    <StatusBadge tone="warning" wrap>
      {say(words.unresolved, { n: count })}
    </StatusBadge>
  )
}
