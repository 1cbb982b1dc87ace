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
  minutes: { en: '{m} min{s, select, 0 {} other { {s} s}}', ko: '{m}분{s, select, 0 {} other { {s}초}}' },
  hours: { en: '{h} h{m, select, 0 {} other { {m} min}}', ko: '{h}시간{m, select, 0 {} other { {m}분}}' },
  days: { en: '{d} d{h, select, 0 {} other { {h} h}}', ko: '{d}일{h, select, 0 {} other { {h}시간}}' },
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

/** A duration in its two largest units; the smaller one is left out where there is nothing of it. */
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

interface Formats {
  date: Intl.DateTimeFormat
  time: Intl.DateTimeFormat
  zone: Intl.DateTimeFormat
}

const formats = new Map<string, Formats>()

/** Made apart, because Korean writes hours in words as soon as a zone stands beside them. */
function formatsOf(locale: Locale, zone: 'UTC' | undefined): Formats {
  const key = `${locale}:${zone ?? ''}`
  const known = formats.get(key)
  if (known) return known
  const tag = locale === 'ko' ? 'ko-KR' : 'en-GB'
  const timeZone = zone && { timeZone: zone }
  const made = {
    date: new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: locale === 'ko' ? '2-digit' : 'short',
      day: '2-digit',
      ...timeZone,
    }),
    time: new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', hourCycle: 'h23', ...timeZone }),
    zone: new Intl.DateTimeFormat(tag, { timeZoneName: 'short', ...timeZone }),
  }
  formats.set(key, made)
  return made
}

/** Date and time to the second with the zone's abbreviation; `zone` is `UTC` or absent for the reader's own. */
export function formatTime(at: number, locale: Locale, zone?: 'UTC'): string {
  const made = formatsOf(locale, zone)
  const abbreviation = made.zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${made.date.format(at)}${locale === 'ko' ? ' ' : ', '}${made.time.format(at)} ${abbreviation}`
}
