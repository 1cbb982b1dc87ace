/** Formats ICU messages; parsed messages are cached because tables say the same words thousands of times. */
import { IntlMessageFormat } from 'intl-messageformat'
import { withParticles } from './particles.ts'
import type { Locale, Message, Text } from './text.ts'

const parsed = new Map<string, IntlMessageFormat>()

/** Says `message` in `locale`. A bare Text is a message without values. */
export function translate(locale: Locale, message: Message | Text): string {
  const { text, values } = 'text' in message ? message : { text: message, values: undefined }
  const source = text[locale]
  if (!source.includes('{') && !source.includes("'")) return source
  const key = `${locale}:${source}`
  let format = parsed.get(key)
  if (!format) {
    format = new IntlMessageFormat(source, locale)
    parsed.set(key, format)
  }
  const said = String(format.format(values))
  return locale === 'ko' ? withParticles(said) : said
}
