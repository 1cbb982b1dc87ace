/** The guards: what each sees, from which value on it trips, and what follows then. */
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Guard, GuardReading } from '../../../core/cutover/guards/guard.ts'
import { guards } from '../../../core/cutover/guards/registry.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useLocale, useText } from '../../../i18n/use-text.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { AlarmsDialog } from './AlarmsDialog.tsx'
import { guardValue } from './guard-value.ts'
import { ThresholdsDialog } from './ThresholdsDialog.tsx'

const words = {
  title: { en: 'Guards', ko: '보호 장치' },
  about: {
    en: 'Looked at every 30 s, from the first client on the new side on.',
    ko: '첫 클라이언트가 새 쪽으로 갈 때부터 30초마다 확인합니다.',
  },
  edit: { en: 'Edit thresholds', ko: '임계값 편집' },
  alarms: { en: 'Choose alarms', ko: '경보 선택' },
  unknownAlarms: {
    en: 'Alarms that were chosen at the start, if any, are not watched here: only that computer knows them. Choose them again.',
    ko: '시작할 때 선택한 경보가 있더라도 여기서는 감시하지 않습니다. 시작한 컴퓨터에만 남아 있으므로 다시 선택하세요.',
  },
  notWatched: { en: 'not watched', ko: '감시 안 함' },
  ok: { en: 'clear', ko: '정상' },
  tripped: { en: 'tripped', ko: '작동' },
  inconclusive: { en: 'cannot tell', ko: '판단 불가' },
  unread: { en: 'not begun', ko: '시작 전' },
  'abort-now': { en: 'moves back at once', ko: '즉시 되돌림' },
  abort: { en: 'moves back after 30 s', ko: '30초 후 되돌림' },
  pause: { en: 'pauses', ko: '일시 중지' },
  none: { en: 'Nothing was measured yet.', ko: '아직 측정하지 않았습니다.' },
} satisfies Record<string, Text>

const tones: Record<GuardReading['state'], Tone> = { ok: 'good', tripped: 'bad', inconclusive: 'warning' }

interface GuardsBlockProps {
  session: CutoverSession
  view: CutoverView
}

export function GuardsBlock({ session, view }: GuardsBlockProps) {
  const say = useText()
  const [editing, setEditing] = useState<'thresholds' | 'alarms'>()
  const { alarmNames } = view.setup.subject
  const { readings = [] } = view.watch
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={say(words.about)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => setEditing('alarms')}>{say(words.alarms)}</Button>
              <Button onClick={() => setEditing('thresholds')}>{say(words.edit)}</Button>
            </SpaceBetween>
          }
        >
          {say(words.title)}
        </Header>
      }
    >
      <ul className="tg-watch-list">
        {guards.map((guard) => (
          <Row
            key={guard.id}
            guard={guard}
            reading={readings.find(({ id }) => id === guard.id)}
            isForgotten={guard.id === 'G6' && isForgotten(view)}
          />
        ))}
      </ul>
      {editing === 'thresholds' && (
        <ThresholdsDialog session={session} setup={view.setup} onClose={() => setEditing(undefined)} />
      )}
      {editing === 'alarms' && (
        <AlarmsDialog session={session} names={alarmNames} onClose={() => setEditing(undefined)} />
      )}
    </Container>
  )
}

/** The zone's journal does not say which alarms were chosen, and nobody has chosen any since. */
function isForgotten({ setup, run }: CutoverView): boolean {
  const isStarted = run.journal?.claim.status === 'active'
  return isStarted && setup.before === undefined && setup.subject.alarmNames.length === 0
}

interface RowProps {
  guard: Guard
  reading: GuardReading | undefined
  isForgotten: boolean
}

function Row({ guard: { id, title }, reading, isForgotten: forgotten }: RowProps) {
  const say = useText()
  const says = say(forgotten ? words.unknownAlarms : (reading?.message ?? words.none))
  return (
    <li>
      <span className="tg-watch-title">
        <span className="tg-watch-id">{id}</span> {say(title)}{' '}
        {reading && <span className="tg-watch-follows">{say(words[reading.action])}</span>}
      </span>
      <span className="tg-watch-value tg-figures">{useMeasured(reading)}</span>
      <span className="tg-watch-state">
        <State reading={reading} isForgotten={forgotten} />
      </span>
      <div
        className="tg-watch-says tg-figures"
        // What needs nobody stays within its lines, so that nothing below moves.
        data-short={reading?.state !== 'tripped' && !forgotten}
        title={says}
      >
        {says}
      </div>
    </li>
  )
}

function State({ reading, isForgotten: forgotten }: Pick<RowProps, 'reading' | 'isForgotten'>) {
  const say = useText()
  if (forgotten) return <StatusBadge tone="warning">{say(words.notWatched)}</StatusBadge>
  if (!reading) return <StatusBadge tone="waiting">{say(words.unread)}</StatusBadge>
  return <StatusBadge tone={tones[reading.state]}>{say(words[reading.state])}</StatusBadge>
}

/** The value now and the limit, in the guard's unit. */
function useMeasured(reading: GuardReading | undefined): string {
  const locale = useLocale()
  if (reading?.value === undefined) return ''
  const { id, value, threshold } = reading
  const write = (number: number): string => guardValue(id, number, locale)
  return threshold === undefined ? write(value) : `${write(value)} / ${write(threshold)}`
}
