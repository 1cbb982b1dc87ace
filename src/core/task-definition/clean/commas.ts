/** A comma that is missing between two members, and one too many before a closing bracket. */
import { createScanner, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { applyEdits } from '../edits/text-edit.ts'
import { linesOf } from '../lines.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

/** Only where nothing else is wrong: else what is missing may be something else. */
export const missingCommas: TextStep = (text) => {
  const errors: ParseError[] = []
  parseTree(text, errors, { allowTrailingComma: true })
  const isComma = errors.every(({ error }) => printParseErrorCode(error) === 'CommaExpected')
  if (errors.length === 0 || !isComma) return { text, steps: [] }
  const places = new Set(errors.map(({ offset }) => offset))
  const ends = tokens(text).flatMap(({ offset }, index, all) =>
    places.has(offset) && index > 0 ? [all[index - 1]?.end ?? 0] : [],
  )
  return {
    text: applyEdits(
      text,
      ends.map((offset) => ({ offset, length: 0, text: ',' })),
    ),
    steps: stepsAt('missing-comma', words.missingComma, text, ends),
  }
}

export const noLastCommas: TextStep = (text) => {
  const all = tokens(text)
  const last = all.filter(
    ({ mark }, index) => mark === ',' && (all[index + 1]?.mark === '}' || all[index + 1]?.mark === ']'),
  )
  return {
    text: applyEdits(
      text,
      last.map(({ offset }) => ({ offset, length: 1, text: '' })),
    ),
    steps: stepsAt(
      'last-comma',
      words.lastComma,
      text,
      last.map(({ offset }) => offset),
    ),
  }
}

interface Token {
  offset: number
  end: number
  mark: string
}

/** Without white space and comments. */
function tokens(text: string): Token[] {
  const scanner = createScanner(text, true)
  const found: Token[] = []
  for (;;) {
    scanner.scan()
    const offset = scanner.getTokenOffset()
    if (offset >= text.length) return found
    found.push({ offset, end: scanner.getPosition(), mark: text[offset] ?? '' })
  }
}

function stepsAt(
  id: string,
  message: (typeof words)['lastComma'],
  text: string,
  offsets: readonly number[],
): CleanStep[] {
  const lineOf = linesOf(text)
  return offsets.map((offset) => ({ id, message: { text: message, values: { line: lineOf(offset) } } }))
}
