/** What can be done now: always the same buttons in the same places, each with the reason why it may not be pressed. */
import Button from '@cloudscape-design/components/button'
import type { Run } from '../../../core/cutover/run.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { AbortCountdown } from './AbortCountdown.tsx'
import { blockReason } from './block-words.ts'
import { nextName } from './headline.ts'
import { primaryAction } from './primary.ts'
import { standingChecks } from './standing-checks.ts'
import { StepBackMenu } from './StepBackMenu.tsx'
import { useMoment } from './use-moment.ts'
import { WayBackButton } from './WayBackButton.tsx'

const words = {
  actions: { en: 'Actions', ko: '작업' },
  start: { en: 'Start', ko: '시작' },
  next: { en: 'Next: {next}', ko: '다음: {next}' },
  hold: { en: 'Begin the hold', ko: '유지 시작' },
  finish: { en: 'End the hold', ko: '유지 종료' },
  cleanup: { en: 'Remove the journal', ko: '저널 제거' },
  pause: { en: 'Pause', ko: '일시 중지' },
  resume: { en: 'Resume', ko: '재개' },
  wait: { en: 'From {time} on.', ko: '{time}부터 가능합니다.' },
  ready: { en: 'Checks are made again before the step.', ko: '단계 전에 점검을 다시 합니다.' },
  standing: {
    en: 'Checks stand in the way, see the top of the page: {ids}.',
    ko: '점검에 막혔습니다. 페이지 위쪽을 확인하세요: {ids}.',
  },
  harmless: { en: 'No live record changes by it.', ko: '실제 레코드는 바뀌지 않습니다.' },
  notRunning: { en: 'Nothing is running.', ko: '진행 중인 작업이 없습니다.' },
  clean: {
    en: 'Guards must be clean twice in a row first.',
    ko: '보호 장치가 두 번 연속 정상이어야 합니다.',
  },
} satisfies Record<string, Text>

interface ActionBarProps {
  session: CutoverSession
  view: CutoverView
}

export function ActionBar({ session, view }: ActionBarProps) {
  const say = useText()
  const { run } = view
  return (
    <section className="tg-actions" aria-label={say(words.actions)}>
      <AbortCountdown session={session} run={run} />
      <PrimaryButton session={session} view={view} />
      <div className="tg-action-pause">
        <PauseButton session={session} view={view} />
      </div>
      <div className="tg-action-back">
        <StepBackMenu session={session} run={run} />
      </div>
      <div className="tg-action-rollback">
        <WayBackButton session={session} run={run} />
      </div>
    </section>
  )
}

function PrimaryButton({ session, view }: ActionBarProps) {
  const say = useText()
  const now = useMoment()
  const time = useTimeOfDay()
  const { run, isChecking } = view
  const action = primaryAction(run, now)
  const { does, block } = action
  const why: Message | undefined =
    does === 'cleanup' && block === 'waiting'
      ? { text: words.wait, values: { time: time(action.from) } }
      : block && blockReason(run, block, { now, isChecking, time })
  const standing = standingChecks(view)
  const isFree = does === 'next' ? words.ready : words.harmless
  const says =
    !why && standing.length > 0 ? say(words.standing, { ids: standing.join(', ') }) : say(why ?? isFree)
  const act = {
    start: () => void session.start(),
    next: () => void session.next(),
    hold: () => session.hold(),
    finish: () => undefined,
    cleanup: () => session.command({ kind: 'cleanup' }),
  }
  return (
    <>
      <div className="tg-action-next">
        <Button
          variant="primary"
          fullWidth
          loading={isChecking}
          disabled={why !== undefined}
          {...(why && { disabledReason: say(why) })}
          onClick={act[does]}
        >
          {say(words[does], { next: nextName(run, say) })}
        </Button>
      </div>
      <div className="tg-action-why" title={says}>
        {says}
      </div>
    </>
  )
}

/** There is nothing to pause before the first write and after the last. */
const idle: readonly Run['phase']['at'][] = [
  'planned',
  'found',
  'restored',
  'completing',
  'closed',
  'lost-claim',
  'manual-only',
]

function PauseButton({ session, view: { run, watch } }: ActionBarProps) {
  const say = useText()
  const { paused, phase } = run
  if (paused !== undefined) {
    const stays = paused === 'guards' && !watch.mayResume
    return (
      <Button
        iconName="play"
        fullWidth
        disabled={stays}
        {...(stays && { disabledReason: say(words.clean) })}
        onClick={() => session.resume()}
      >
        {say(words.resume)}
      </Button>
    )
  }
  const nothing = idle.includes(phase.at)
  return (
    <Button
      iconName="pause"
      fullWidth
      disabled={nothing}
      {...(nothing && { disabledReason: say(words.notRunning) })}
      onClick={() => session.pause()}
    >
      {say(words.pause)}
    </Button>
  )
}
