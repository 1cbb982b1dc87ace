/** Words in both languages, declared beside what says them. The compiler proves that each exists. */
export type Locale = 'en' | 'ko'

/** An ICU message in both languages. */
export interface Text {
  en: string
  ko: string
}

export type TextValues = Record<string, string | number | boolean | Date>

/** A text with its values, ready to be said: pure code returns these, views translate them. */
export interface Message {
  text: Text
  values?: TextValues
}
