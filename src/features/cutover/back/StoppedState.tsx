/** A cutover that does not go on by itself: paused by something, or open for the way back alone. */
import Button from '@cloudscape-design/components/button'
import { shownName } from '../../../core/dns/name.ts'
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
} satisfies Record<string, Text>

export function StoppedState({ view, why }: { view: CutoverView; why: Stopped }) {
  const say = useText()
  const { region } = useSession()
  const { title, known, safe, next } = stoppedWords[why]
  const { plan } = view.run
  return (
    <Situation
      title={say(title)}
      known={
        <>
          {say(known)} {(why === 'guards' || why === 'abort') && <Trips view={view} />}
        </>
      }
      safe={say(safe)}
      next={say(next)}
      actions={
        why === 'changed' ? (
          <Button variant="primary" href={newCutoverHref(region)}>
            {say(words.plan, { name: shownName(plan.hostname) })}
          </Button>
        ) : (
          <RollbackFileButton run={view.run} />
        )
      }
    />
  )
}

/** What tripped last: it may be over by now. */
function Trips({ view: { watch, log } }: { view: CutoverView }) {
  const say = useText()
  const last = log.findLast((entry) => entry.kind === 'guards' && entry.trips.length > 0)
  const noted = last?.kind === 'guards' ? last.trips : []
  const trips = watch.trips && watch.trips.length > 0 ? watch.trips : noted
  return trips.map(({ id, message }) => (
    <div key={id}>
      {id} {say(message)}
    </div>
  ))
}
