/** A time of today without its date: `14:32:05 GMT+9`; with the date where it is another day. */
import { useCallback } from 'react'
import type { Locale } from '../../../i18n/text.ts'
import { useLocale } from '../../../i18n/use-text.ts'
import { useServerClock, useTimeZone } from '../../../ui/time-context.ts'
import { formatTime } from '../../../ui/time-format.ts'

/** `at` and `now` in ms since the epoch. */
export function timeOfDay(at: number, now: number, locale: Locale, zone?: 'UTC'): string {
  const [whole, today] = [formatTime(at, locale, zone), formatTime(now, locale, zone)]
  const from = whole.search(/\d\d:\d\d:\d\d/)
  return whole.slice(0, from) === today.slice(0, from) ? whole.slice(from) : whole
}

/** Writes times in the reader's zone and language. */
export function useTimeOfDay(): (at: number) => string {
  const locale = useLocale()
  const zone = useTimeZone()
  const clock = useServerClock()
  return useCallback(
    (at: number) => timeOfDay(at, clock(), locale, zone === 'utc' ? 'UTC' : undefined),
    [clock, locale, zone],
  )
}
