/** Cloudscape's own labels in the reader's language, fetched beside the app: drawing it all again when they arrive costs more. */
import type { I18nProviderProps } from '@cloudscape-design/components/i18n'
import type { Locale } from '../i18n/text.ts'

export interface CloudscapeWords {
  locale: Locale
  messages: I18nProviderProps['messages']
}

/** Never fails: without these words the components still work, and the next page tries again. */
export async function loadWords(locale: Locale): Promise<CloudscapeWords> {
  try {
    const module =
      locale === 'ko'
        ? await import('@cloudscape-design/components/i18n/messages/all.ko')
        : await import('@cloudscape-design/components/i18n/messages/all.en')
    return { locale, messages: [module.default] }
  } catch {
    return { locale, messages: [] }
  }
}
