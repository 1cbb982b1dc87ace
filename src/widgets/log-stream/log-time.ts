/** Times of log lines: the day once, then the time of day to the millisecond. */
import type { Locale } from '../../i18n/text.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, utc: boolean, kind: 'day' | 'clock'): Intl.DateTimeFormat {
  const key = `${locale} ${String(utc)} ${kind}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
      ...(kind === 'day'
        ? { dateStyle: 'long' }
        : {
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
            fractionalSecondDigits: 3,
            hourCycle: 'h23',
          }),
      ...(utc && { timeZone: 'UTC' }),
    })
    formats.set(key, found)
  }
  return found
}

export function formatDay(at: number, locale: Locale, utc: boolean): string {
  return format(locale, utc, 'day').format(at)
}

export function formatClock(at: number, locale: Locale, utc: boolean): string {
  return format(locale, utc, 'clock').format(at)
}
