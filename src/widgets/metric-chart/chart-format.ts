/** Values and times of a chart as short words. */
import type { Locale } from '../../i18n/text.ts'

/** `seconds` are drawn as s or ms, whichever reads better. */
export type ChartUnit = 'count' | 'percent' | 'seconds' | 'bytes'

const formats = new Map<string, Intl.NumberFormat>()

function number(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
  const key = locale + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, options)
    formats.set(key, format)
  }
  return format.format(value)
}

const digits = { maximumSignificantDigits: 3 }

const writers: Record<ChartUnit, (value: number, locale: Locale) => string> = {
  percent: (value, locale) => `${number(value, locale, digits)} %`,
  seconds: (value, locale) =>
    value !== 0 && Math.abs(value) < 1
      ? `${number(value * 1000, locale, digits)} ms`
      : `${number(value, locale, digits)} s`,
  bytes: (value, locale) =>
    number(value, locale, { ...digits, notation: 'compact', style: 'unit', unit: 'byte' }),
  count: (value, locale) =>
    Math.abs(value) < 1000
      ? number(value, locale, digits)
      : number(value, locale, { maximumFractionDigits: 1, notation: 'compact' }),
}

/** A value with its unit, at most three significant digits below 1,000. */
export function formatValue(value: number, unit: ChartUnit, locale: Locale): string {
  return writers[unit](value, locale)
}

const day = 86_400_000

interface Ticks {
  clock: Intl.DateTimeFormat
  date: Intl.DateTimeFormat
}

const ticks = new Map<string, Ticks>()

/** Kept, because making one costs more than all that it writes. */
function ticksOf(locale: Locale, utc: boolean): Ticks {
  const key = `${locale}:${String(utc)}`
  const known = ticks.get(key)
  if (known) return known
  const tag = locale === 'ko' ? 'ko-KR' : 'en-GB'
  const zone = utc ? { timeZone: 'UTC' } : {}
  const made = {
    clock: new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }),
    date: new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', ...zone }),
  }
  ticks.set(key, made)
  return made
}

/** A tick of the time axis: the hour and minute, or the day where ticks are a day or more apart or at midnight. */
export function formatTick(at: number, spanMs: number, locale: Locale, utc: boolean): string {
  const { clock, date } = ticksOf(locale, utc)
  const time = clock.format(at)
  return time !== '00:00' && spanMs < 8 * day ? time : date.format(at)
}

/** ms that the reader's zone is east of UTC at `at`. */
export function zoneOffset(at: number, utc: boolean): number {
  return utc ? 0 : -new Date(at).getTimezoneOffset() * 60_000
}
