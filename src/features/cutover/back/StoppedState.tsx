/** A cutover that does not go on by itself: paused by something, or open for the way back alone. */
import Button from '@cloudscape-design/components/button'
import type { GuardReading } from '../../../core/cutover/guards/guard.ts'
import { currentState } from '../../../core/cutover/permits.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { newCutoverHref } from '../../../widgets/resource-link/href.ts'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'
import { type Stopped, stoppedWords } from './stopped-words.ts'

const words = {
  plan: { en: 'Plan {name} again', ko: '{name} 다시 계획' },
  quiet: {
    en: 'Few requests say neither good nor bad. Look at the application yourself, wait for more traffic or accept that there is too little, then resume; or roll back exactly.',
    ko: '요청이 적어 좋고 나쁨을 판단할 수 없습니다. 애플리케이션을 직접 확인하고, 트래픽이 늘기를 기다리거나 부족함을 수락한 뒤 재개하세요. 또는 원본 그대로 롤백하세요.',
  },
  blind: {
    en: 'Without requests and errors from CloudWatch, nobody can tell good from bad. Once it answers again, guards must be clean twice in a row, then resume. Or look at the application yourself, accept that there is nothing to judge by, and resume; or roll back exactly.',
    ko: 'CloudWatch의 요청과 오류 없이는 좋고 나쁨을 판단할 수 없습니다. 다시 응답하면 보호 장치가 두 번 연속 정상이 된 뒤 재개하세요. 또는 애플리케이션을 직접 확인하고 판단할 근거가 없음을 수락한 뒤 재개하거나, 원본 그대로 롤백하세요.',
  },
  accept: {
    en: 'Accept that there is too little traffic to judge by',
    ko: '판단할 트래픽이 부족함을 수락',
  },
} satisfies Record<string, Text>

interface StoppedStateProps {
  session: CutoverSession
  view: CutoverView
  why: Stopped
}

export function StoppedState({ session, view, why }: StoppedStateProps) {
  const say = useText()
  const { region } = useSession()
  const { title, known, safe, next } = stoppedWords[why]
  const { plan } = view.run
  const trips = why === 'guards' || why === 'abort' ? lastTrips(view) : []
  const isQuiet = why === 'guards' && trips.length > 0 && trips.every(({ id }) => id === 'G9')
  const isBlind = trips.every(({ value }) => value === undefined)
  return (
    <Situation
      title={say(title)}
      known={
        <>
          {say(known)}{' '}
          {trips.map(({ id, message }) => (
            <div key={id}>
              {id} {say(message)}
            </div>
          ))}
        </>
      }
      safe={say(safe)}
      next={say(isQuiet ? (isBlind ? words.blind : words.quiet) : next)}
      actions={
        why === 'changed' ? (
          <Button variant="primary" href={newCutoverHref(region)}>
            {say(words.plan, { name: shownName(plan.hostname) })}
          </Button>
        ) : (
          <>
            {isQuiet && <AcceptQuiet session={session} view={view} />}
            <RollbackFileButton run={view.run} />
          </>
        )
      }
    />
  )
}

/** What tripped last: it may be over by now. */
function lastTrips({ watch, log }: CutoverView): readonly GuardReading[] {
  if (watch.trips && watch.trips.length > 0) return watch.trips
  const last = log.findLast((entry) => entry.kind === 'guards' && entry.trips.length > 0)
  return last?.kind === 'guards' ? last.trips : []
}

/** Requests that are few and in order leave nothing else to be clicked. */
function AcceptQuiet({ session, view: { run, attested } }: Omit<StoppedStateProps, 'why'>) {
  const say = useText()
  const state = currentState(run) ?? 0
  const isAccepted = attested.tooLittle.includes(state)
  return (
    <Button
      disabled={isAccepted}
      onClick={() => session.attest({ tooLittle: [...attested.tooLittle, state] })}
    >
      {say(words.accept)}
    </Button>
  )
}
