/** What the tab needs to drive and to guard a cutover, each in its fixed place: who is signed in, who leads, who watches. */
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Ago } from '../../../ui/Age.tsx'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { useTimeOfDay } from '../parts/time-of-day.ts'

const words = {
  title: { en: 'This tab', ko: '이 탭' },
  signedIn: { en: 'Signed in as {role}', ko: '{role} 역할로 로그인됨' },
  keys: { en: 'keys until {time}', ko: '자격 증명 {time}까지' },
  signedOut: {
    en: 'No usable keys: sign in again at the top of the page',
    ko: '자격 증명 없음: 페이지 위에서 다시 로그인하세요',
  },
  role: { en: 'The role {role} may not cut over', ko: '{role} 역할은 전환 권한이 없습니다' },
  take: { en: 'Take {role}', ko: '{role} 역할 사용' },
  online: { en: 'Online', ko: '온라인' },
  offline: { en: 'Offline: nothing can be read or written', ko: '오프라인: 읽기와 쓰기를 할 수 없습니다' },
  leads: { en: 'This tab drives', ko: '이 탭이 진행합니다' },
  follows: {
    en: 'Another tab drives; this one only shows',
    ko: '다른 탭이 진행 중이며 이 탭은 보기만 합니다',
  },
  watching: { en: 'Guards looked', ko: '보호 장치 확인:' },
  unread: { en: 'not read: {operations}', ko: '읽지 못함: {operations}' },
  unwatched: {
    en: 'Guards begin once clients are sent to the new side',
    ko: '클라이언트가 새 쪽으로 가면 보호 장치가 시작됩니다',
  },
  blind: { en: 'Guards cannot find the new side', ko: '보호 장치가 새 쪽을 찾지 못합니다' },
  gap: {
    en: 'Guards were off for {minutes, number} min, {from} to {to}',
    ko: '보호 장치가 {minutes, number}분간 꺼져 있었음({from}~{to})',
  },
  saved: { en: 'Noted on this computer', ko: '이 컴퓨터에 기록됨' },
  unsaved: {
    en: 'Nothing is kept here: use the zone’s journal and the file',
    ko: '여기에 저장되지 않음: 영역의 저널과 파일을 사용하세요',
  },
} satisfies Record<string, Text>

interface ConditionsProps {
  session: CutoverSession
  view: CutoverView
}

export function Conditions({ view }: ConditionsProps) {
  const say = useText()
  const { conditions } = view.run
  return (
    <ul className="tg-conditions" aria-label={say(words.title)}>
      <li>
        <Access view={view} />
      </li>
      <li>
        <StatusBadge tone={conditions.online ? 'good' : 'bad'} wrap>
          {say(conditions.online ? words.online : words.offline)}
        </StatusBadge>
      </li>
      <li>
        <StatusBadge tone={conditions.leader ? 'good' : 'warning'} wrap>
          {say(conditions.leader ? words.leads : words.follows)}
        </StatusBadge>
      </li>
      <li>
        <Watching view={view} />
      </li>
      <li>
        <StatusBadge tone={view.isUnsaved ? 'warning' : 'good'} wrap>
          {say(view.isUnsaved ? words.unsaved : words.saved)}
        </StatusBadge>
      </li>
    </ul>
  )
}

function Access({ view: { run } }: { view: CutoverView }) {
  const say = useText()
  const time = useTimeOfDay()
  const access = useSession()
  const { role, roles } = access
  const [taking, setTaking] = useState(false)
  const { signedIn, credentialsUntil } = run.conditions
  const able = roles.filter(({ capabilities }) => capabilities.includes('cutover'))
  const [wanted] = able
  if (!signedIn && wanted && !able.some(({ name }) => name === role))
    return (
      <StatusBadge tone="bad" wrap>
        {say(words.role, { role })}{' '}
        <Button
          variant="inline-link"
          loading={taking}
          onClick={() => {
            setTaking(true)
            void access
              .arm(wanted.name)
              .catch(() => undefined)
              .finally(() => setTaking(false))
          }}
        >
          {say(words.take, { role: wanted.name })}
        </Button>
      </StatusBadge>
    )
  if (!signedIn)
    return (
      <StatusBadge tone="bad" wrap>
        {say(words.signedOut)}
      </StatusBadge>
    )
  return (
    <StatusBadge tone="good" wrap>
      {say(words.signedIn, { role })}
      {/* Keys without an end last. */}
      {credentialsUntil < lasting && <> · {say(words.keys, { time: time(credentialsUntil) })}</>}
    </StatusBadge>
  )
}

/** The last time that JavaScript can write, ms since the epoch. */
const lasting = 8.64e15

/** Nobody looks any more, and nobody needs to. */
const over: readonly CutoverView['run']['phase']['at'][] = ['restored', 'completing', 'closed']

function Watching({ view: { run, watch } }: { view: CutoverView }) {
  const say = useText()
  const time = useTimeOfDay()
  const { at, isBlind, unwatched, problems } = watch
  const isOver = over.includes(run.phase.at)
  if (at !== undefined && isOver) return <Looked at={at} tone="off" />
  if (isBlind) return <StatusBadge tone="warning">{say(words.blind)}</StatusBadge>
  if (unwatched) {
    const { from, to } = unwatched
    const values = { minutes: Math.round((to - from) / 60_000), from: time(from), to: time(to) }
    return (
      <StatusBadge tone="warning" wrap>
        {say(words.gap, values)}
      </StatusBadge>
    )
  }
  if (at === undefined)
    return (
      <StatusBadge tone="off" wrap>
        {say(words.unwatched)}
      </StatusBadge>
    )
  return <Looked at={at} tone={problems.length > 0 ? 'warning' : 'good'} problems={problems} />
}

interface LookedProps {
  at: number
  tone: Tone
  /** What could not be read. */
  problems?: CutoverView['watch']['problems']
}

function Looked({ at, tone, problems = [] }: LookedProps) {
  const say = useText()
  const operations = [...new Set(problems.map(({ facts }) => facts.operation))].join(', ')
  return (
    <StatusBadge tone={tone} wrap>
      {say(words.watching)} <Ago at={at} />
      {operations !== '' && <> · {say(words.unread, { operations })}</>}
    </StatusBadge>
  )
}
