/** The reader's language, and a function that speaks it. */
import { createContext, use, useCallback } from 'react'
import type { Locale, Message, Text, TextValues } from './text.ts'
import { translate } from './translate.ts'

export const LocaleContext = createContext<Locale>('en')

export function useLocale(): Locale {
  return use(LocaleContext)
}

/** `const say = useText(); say(words.title); say(words.count, { n: 3 }); say(message)`. */
export function useText(): (message: Message | Text, values?: TextValues) => string {
  const locale = useLocale()
  return useCallback(
    (message, values) =>
      translate(locale, values && !('text' in message) ? { text: message, values } : message),
    [locale],
  )
}
