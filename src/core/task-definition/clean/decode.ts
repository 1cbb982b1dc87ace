/** Bytes of a file as text: UTF-8 or UTF-16, with or without a byte order mark. */
import { linesOf } from '../lines.ts'
import { words } from './words.ts'
import type { CleanStep } from './cleaned.ts'

export interface Decoded {
  text: string
  steps: CleanStep[]
}

/** Windows PowerShell writes `>` files in UTF-16, and Notepad marks UTF-8. A text loses only its byte order mark. */
export function decode(input: string | Uint8Array): Decoded {
  const encoding = typeof input === 'string' ? undefined : encodingOf(input)
  const text =
    typeof input === 'string' ? input : new TextDecoder(encoding, { ignoreBOM: true }).decode(input)
  const steps: CleanStep[] = []
  if (encoding !== undefined && encoding !== 'utf-8')
    steps.push({ id: 'utf-16', message: { text: words.utf16 } })
  if (typeof input !== 'string' && text.includes('\uFFFD') && !isWhole(input, encoding)) {
    const values = { line: linesOf(text)(text.indexOf('\uFFFD')) }
    steps.push({ id: 'not-utf-8', message: { text: words.notUtf8, values } })
  }
  if (!text.startsWith('\uFEFF')) return { text, steps }
  steps.push({ id: 'byte-order-mark', message: { text: words.byteOrderMark } })
  return { text: text.slice(1), steps }
}

/** False where bytes had to be replaced: the file is in another encoding, or cut off. */
function isWhole(bytes: Uint8Array, encoding: string | undefined): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** By the mark, else by the zero bytes that every second place of a JSON text in UTF-16 has. */
function encodingOf([first, second, third, fourth]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && fourth === 0 && first !== 0) return 'utf-16le'
  if (first === 0 && third === 0 && second !== 0) return 'utf-16be'
  return 'utf-8'
}
