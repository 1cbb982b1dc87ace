/** Points in time and durations as words. Pure: zone, locale and now come in. */
import type { Locale, Message } from '../i18n/text.ts'

const ago = {
  now: { en: 'just now', ko: '방금' },
  seconds: { en: '{n} s ago', ko: '{n}초 전' },
  minutes: { en: '{n} min ago', ko: '{n}분 전' },
  hours: { en: '{n} h ago', ko: '{n}시간 전' },
  days: { en: '{n} d ago', ko: '{n}일 전' },
}
const lasting = {
  seconds: { en: '{s} s', ko: '{s}초' },
  minutes: { en: '{m} min {s} s', ko: '{m}분 {s}초' },
  hours: { en: '{h} h {m} min', ko: '{h}시간 {m}분' },
  days: { en: '{d} d {h} h', ko: '{d}일 {h}시간' },
}

/** How long ago something `ageMs` old was. Small negative ages (clock differences) are "just now". */
export function agoMessage(ageMs: number): Message {
  const seconds = Math.floor(ageMs / 1000)
  if (seconds < 1) return { text: ago.now }
  if (seconds < 60) return { text: ago.seconds, values: { n: seconds } }
  if (seconds < 3600) return { text: ago.minutes, values: { n: Math.floor(seconds / 60) } }
  if (seconds < 86_400) return { text: ago.hours, values: { n: Math.floor(seconds / 3600) } }
  return { text: ago.days, values: { n: Math.floor(seconds / 86_400) } }
}

/** A duration in its two largest units. */
export function durationMessage(ms: number): Message {
  const all = Math.max(0, Math.round(ms / 1000))
  const [d, h, m, s] = [
    Math.floor(all / 86_400),
    Math.floor(all / 3600) % 24,
    Math.floor(all / 60) % 60,
    all % 60,
  ]
  if (d > 0) return { text: lasting.days, values: { d, h } }
  if (h > 0) return { text: lasting.hours, values: { h, m } }
  if (m > 0) return { text: lasting.minutes, values: { m, s } }
  return { text: lasting.seconds, values: { s } }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Date and time to the second with the zone's abbreviation; `zone` is `UTC` or absent for the reader's own. */
export function formatTime(at: number, locale: Locale, zone?: 'UTC'): string {
  const key = `${locale}:${zone ?? ''}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
      year: 'numeric',
      month: locale === 'ko' ? '2-digit' : 'short',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      ...(zone && { timeZone: zone }),
    })
    formats.set(key, format)
  }
  return format.format(at)
}
