/** Many edits made one after the other, told as edits of the first text. */
import type { TextEdit } from './text-edit.ts'

/** A run of the first text, or new text. */
type Piece = { from: number; length: number } | { text: string }

export class Pieces {
  #pieces: Piece[]
  readonly #length: number

  constructor(length: number) {
    this.#length = length
    this.#pieces = [{ from: 0, length }]
  }

  /** @param edits of the text as it is after all edits so far; they do not overlap. */
  apply(edits: readonly TextEdit[]): void {
    for (const { offset, length, text } of edits.toSorted((a, b) => b.offset - a.offset)) {
      const [head, rest] = split(this.#pieces, offset)
      const [, tail] = split(rest, length)
      this.#pieces = [...head, ...(text === '' ? [] : [{ text }]), ...tail]
    }
  }

  /** In order, none touching another. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = []
    let at = 0
    let inserted = ''
    const close = (from: number): void => {
      if (from > at || inserted !== '') edits.push({ offset: at, length: from - at, text: inserted })
      inserted = ''
    }
    for (const piece of this.#pieces) {
      if ('text' in piece) inserted += piece.text
      else {
        close(piece.from)
        at = piece.from + piece.length
      }
    }
    close(this.#length)
    return edits
  }
}

function split(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let before = 0
  for (const [index, piece] of pieces.entries()) {
    const length = 'text' in piece ? piece.text.length : piece.length
    if (before + length <= offset) {
      before += length
      continue
    }
    const at = offset - before
    const [left, right] = at === 0 ? [[], [piece]] : halves(piece, at)
    return [
      [...pieces.slice(0, index), ...left],
      [...right, ...pieces.slice(index + 1)],
    ]
  }
  return [[...pieces], []]
}

function halves(piece: Piece, at: number): [Piece[], Piece[]] {
  if ('text' in piece) return [[{ text: piece.text.slice(0, at) }], [{ text: piece.text.slice(at) }]]
  return [[{ from: piece.from, length: at }], [{ from: piece.from + at, length: piece.length - at }]]
}
