/** Edits of a text as values. */

/** Replaces a piece of a text. `offset` and `length` count UTF-16 units of the text before any edit. */
export interface TextEdit {
  offset: number
  length: number
  text: string
}

/** `edits` must not overlap; they may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { offset, length, text: inserted } of edits.toSorted((a, b) => a.offset - b.offset)) {
    result += text.slice(at, offset) + inserted
    at = offset + length
  }
  return result + text.slice(at)
}
