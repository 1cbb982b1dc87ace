/** Turns changes of a value into the smallest edits of its text. */
import { applyEdits as apply, modify } from 'jsonc-parser'
import type { Change } from '../linter/finding.ts'

/** Replaces a piece of a text. `offset` and `length` count UTF-16 units of the text before any edit. */
export interface TextEdit {
  offset: number
  length: number
  text: string
}

/** The edits that make the changes, in the order of their offsets, none overlapping another. */
export function editsFor(text: string, changes: readonly Change[]): TextEdit[] {
  let result = text
  for (const change of changes) {
    if ('renameTo' in change) continue
    const edits = modify(result, [...change.path], change.value, {
      formattingOptions: { insertSpaces: true, tabSize: 2 },
    })
    result = apply(result, edits)
  }
  return result === text ? [] : [{ offset: 0, length: text.length, text: result }]
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { offset, length, text: inserted } of edits) {
    result += text.slice(at, offset) + inserted
    at = offset + length
  }
  return result + text.slice(at)
}
