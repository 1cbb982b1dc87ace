/** The ladder of a cutover: every state, which one is in force, its share, its wait and its times. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import { useMemo } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { durationMessage } from '../../../ui/time-format.ts'
import { stateName } from '../parts/state-words.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { waitReason } from '../parts/wait-words.ts'
import { ladderRungs, type Rung, type RungTone } from './ladder-rows.ts'

const words = {
  title: { en: 'Steps', ko: '단계' },
  behind: { en: 'done', ko: '완료' },
  current: { en: 'in force', ko: '적용 중' },
  coming: { en: 'being written', ko: '적용하는 중' },
  ahead: { en: 'to come', ko: '예정' },
  undone: { en: 'taken back', ko: '되돌림' },
  unreached: { en: 'not taken', ko: '실행 안 함' },
  since: { en: 'INSYNC {time}', ko: 'INSYNC {time}' },
  set: { en: 'set {time}', ko: '{time} 설정' },
  until: { en: 'not before {time}', ko: '{time} 이후 가능' },
  wait: { en: 'at least {wait}: {reason}', ko: '최소 {wait}: {reason}' },
  hold: { en: 'then hold {hold}', ko: '이후 유지 {hold}' },
} satisfies Record<string, Text>

const icons: Record<RungTone, IconProps.Name> = {
  behind: 'status-positive',
  current: 'caret-right-filled',
  coming: 'status-in-progress',
  ahead: 'status-pending',
  undone: 'undo',
  unreached: 'status-stopped',
}

export function Ladder({ view: { run, log } }: { view: CutoverView }) {
  const say = useText()
  const rungs = useMemo(() => ladderRungs(run, log), [run, log])
  return (
    <Container fitHeight header={<Header variant="h2">{say(words.title)}</Header>}>
      <ol className="tg-ladder">
        {rungs.map((rung) => (
          <Step key={rung.index} plan={run.plan} rung={rung} />
        ))}
      </ol>
    </Container>
  )
}

function Step({ plan, rung }: { plan: Plan; rung: Rung }) {
  const say = useText()
  const { index, tone } = rung
  const times = useTimes(plan, rung)
  return (
    <li data-tone={tone} aria-current={tone === 'current' ? 'step' : undefined}>
      <span className="tg-rung-icon">
        <Icon name={icons[tone]} variant={tone === 'behind' ? 'success' : 'normal'} />
      </span>
      <span className="tg-rung-name">{say(stateName(plan, index))}</span>
      <span className="tg-rung-state">{say(words[tone])}</span>
      <span className="tg-rung-times tg-figures" title={times}>
        {times}
      </span>
    </li>
  )
}

function useTimes(plan: Plan, { index, tone, since, notBefore, wait, hold }: Rung): string {
  const say = useText()
  const time = useTimeOfDay()
  if (since !== undefined) {
    const until = notBefore === undefined ? [] : [say(words.until, { time: time(notBefore) })]
    const reached = plan.params.rule ? words.set : words.since
    return [say(reached, { time: time(since) }), ...until].join(' · ')
  }
  if (tone === 'unreached') return '–'
  const reason = say(waitReason(plan, index))
  // What is only watched says so itself.
  const isWatch = wait === plan.params.bakeMs
  const waits = isWatch ? reason : say(words.wait, { wait: say(durationMessage(wait)), reason })
  const holds = hold === undefined ? [] : [say(words.hold, { hold: say(durationMessage(hold)) })]
  return [...(wait > 0 ? [waits] : []), ...holds].join(' · ') || '–'
}
