/** Line ends of Windows and of old Macs become those of Unix. */
import type { TextStep } from './cleaned.ts'
import { words } from './words.ts'

export const unixLineEnds: TextStep = (text) =>
  text.includes('\r')
    ? {
        text: text.replaceAll(/\r\n?/g, '\n'),
        steps: [{ id: 'line-ends', message: { text: words.lineEnds } }],
      }
    : { text, steps: [] }
