/** A point in time in the reader's zone with its abbreviation; the other reading is in the tooltip. */
import { useLocale } from '../i18n/use-text.ts'
import { useTimeZone } from './time-context.ts'
import { formatTime } from './time-format.ts'

/** `at` in ms since the epoch. */
export function Time({ at }: { at: number | undefined }) {
  const locale = useLocale()
  const zone = useTimeZone()
  if (at === undefined) return <>–</>
  const local = formatTime(at, locale)
  const utc = formatTime(at, locale, 'UTC')
  return (
    <time dateTime={new Date(at).toISOString()} title={zone === 'utc' ? local : utc}>
      {zone === 'utc' ? utc : local}
    </time>
  )
}
