/** Placeholders of templates that YAML takes for a map or refuses: they go in quotes. */
import { Lexer } from 'yaml'
import { applyEdits, type TextEdit } from '../edits/text-edit.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { placeholder } from './placeholders.ts'
import { words } from './words.ts'

/** A value that begins with what no text without quotes begins with. */
const value =
  /^(?<before>[ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?)(?<said>(?:\{\{|\{%|[%@]).*?)(?:[ \t]+#.*)?[ \t]*$/
const isPlaceholder = new RegExp(`^(?:${placeholder})`)

export const quotedInYaml: TextStep = (text) => {
  const edits: TextEdit[] = []
  const steps: CleanStep[] = []
  let within: Set<number> | undefined
  let offset = 0
  for (const [index, line] of text.split('\n').entries()) {
    const { before = '', said = '' } = value.exec(line)?.groups ?? {}
    if (before.trim() !== '' && isPlaceholder.test(said) && !(within ??= linesWithinTexts(text)).has(index)) {
      edits.push({ offset: offset + before.length, length: said.length, text: JSON.stringify(said) })
      const values = { placeholder: said, line: index + 1 }
      steps.push({ id: 'placeholder', message: { text: words.placeholder, values } })
    }
    offset += line.length + 1
  }
  return { text: applyEdits(text, edits), steps }
}

/** Indexes of the lines of texts of several lines, such as a script after `|`: there, everything is meant as it stands. */
function linesWithinTexts(text: string): Set<number> {
  const within = new Set<number>()
  let line = 0
  let isBlock = false
  for (const token of new Lexer().lex(text)) {
    const last = line + (token.match(/\n/g)?.length ?? 0)
    if (token.trim() !== '') {
      const end = token.endsWith('\n') ? last - 1 : last
      for (let each = isBlock ? line : line + 1; each <= end; each += 1) within.add(each)
      // The lexer marks the beginning of a text by a character of its own.
      if (token !== '\u001F') isBlock = /^[|>]/.test(token)
    }
    line = last
  }
  return within
}
