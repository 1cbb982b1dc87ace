/** How long the hostname was held, of how long it must be. */
import ProgressBar from '@cloudscape-design/components/progress-bar'
import { holdLeft } from '../../../core/cutover/hold/decommission.ts'
import type { HoldEvidence } from '../../../core/cutover/hold/evidence.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Countdown } from '../parts/Countdown.tsx'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { useMoment } from '../run/use-moment.ts'

const words = {
  time: { en: 'Required time', ko: '필요한 시간' },
  held: {
    en: 'Held for {held, number, ::.0} of {needed, number, ::.0} h, since {since}',
    ko: '{needed, number, ::.0}시간 중 {held, number, ::.0}시간 유지({since}부터)',
  },
  left: { en: 'left', ko: '남음' },
  early: { en: 'The hold was left before that.', ko: '그 전에 유지를 벗어났습니다.' },
  over: { en: 'The required time is over.', ko: '필요한 시간이 지났습니다.' },
} satisfies Record<string, Text>

const hour = 3_600_000

interface HoldTimeProps {
  evidence: Pick<HoldEvidence, 'heldSince' | 'required'>
  /** When it stopped counting, ms since the epoch; absent: it counts. */
  until?: number
}

export function HoldTime({ evidence, until }: HoldTimeProps) {
  const say = useText()
  const time = useTimeOfDay()
  // Its percents move slowly.
  const moment = useMoment(10_000)
  const now = until ?? moment
  const { heldSince = now, required } = evidence
  const left = holdLeft({ heldSince, required }, now) ?? required
  const values = { held: (now - heldSince) / hour, needed: required / hour, since: time(heldSince) }
  return (
    <ProgressBar
      value={Math.min(100, ((required - left) / required) * 100)}
      label={say(words.time)}
      description={say(words.held, values)}
      additionalInfo={
        left > 0 && until === undefined ? (
          <>
            <Countdown until={heldSince + required} /> {say(words.left)}
          </>
        ) : (
          say(left > 0 ? words.early : words.over)
        )
      }
    />
  )
}
