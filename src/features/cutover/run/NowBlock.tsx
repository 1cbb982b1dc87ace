/** What happens now, in one sentence, with the time that it takes and why. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { holdLeft } from '../../../core/cutover/hold/decommission.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { Countdown } from '../parts/Countdown.tsx'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { pauseWords } from './block-words.ts'
import { Conditions } from './Conditions.tsx'
import { headline, type Headline } from './headline.ts'
import { useMoment } from './use-moment.ts'

const words = {
  title: { en: 'What happens now', ko: '지금 일어나는 일' },
  ends: { en: '{reason}: ends at {time}', ko: '{reason}: {time} 종료' },
  noWait: { en: 'nothing is waited for', ko: '대기 중인 항목 없음' },
} satisfies Record<string, Text>

interface NowBlockProps {
  session: CutoverSession
  view: CutoverView
}

export function NowBlock({ session, view }: NowBlockProps) {
  const say = useText()
  const now = useMoment()
  const { run, hold } = view
  const heldUntil = hold && now + (holdLeft(hold.evidence, now) ?? 0)
  const line = headline(run, now, say, heldUntil)
  return (
    <Container fitHeight header={<Header variant="h2">{say(words.title)}</Header>}>
      <div className="tg-now">
        <div className="tg-now-says" aria-live="polite">
          <Box fontSize="heading-m">
            <StatusBadge tone={run.paused ? 'warning' : line.tone}>{line.status}</StatusBadge>
            {run.paused && <> · {say(pauseWords(run.paused))}</>}
          </Box>
          <p className="tg-now-sentence">{line.sentence}</p>
        </div>
        <Remaining line={line} now={now} />
        <Conditions session={session} view={view} />
      </div>
    </Container>
  )
}

/** Holds its place while nothing is waited for. */
function Remaining({ line: { until }, now }: { line: Headline; now: number }) {
  const say = useText()
  const time = useTimeOfDay()
  const isAhead = until !== undefined && until.at > now
  return (
    <div className="tg-now-wait">
      <span className="tg-now-clock">{isAhead ? <Countdown until={until.at} /> : '–'}</span>
      <span className="tg-figures">
        {isAhead ? say(words.ends, { reason: until.reason, time: time(until.at) }) : say(words.noWait)}
      </span>
    </div>
  )
}
