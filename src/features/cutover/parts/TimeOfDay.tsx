/** A time of today, always with its zone; the whole of it in the tooltip. */
import { useLocale } from '../../../i18n/use-text.ts'
import { useTimeZone } from '../../../ui/time-context.ts'
import { formatTime } from '../../../ui/time-format.ts'
import { useTimeOfDay } from './time-of-day.ts'
import './parts.css'

/** `at` in ms since the epoch. */
export function TimeOfDay({ at }: { at: number }) {
  const locale = useLocale()
  const write = useTimeOfDay()
  const zone = useTimeZone()
  const other = formatTime(at, locale, zone === 'utc' ? undefined : 'UTC')
  return (
    <time dateTime={new Date(at).toISOString()} title={other} className="tg-figures">
      {write(at)}
    </time>
  )
}
