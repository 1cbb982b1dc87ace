/** Placeholders of templates that stand where JSON needs a value: they go in quotes, or where no value can stand into a comment. */
import { applyEdits, type TextEdit } from '../edits/text-edit.ts'
import { linesOf } from '../lines.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

/** `{{X}}`, `${X}`, `<X>`, `$X`, `%X%`, `@X@`, `{% if %}`, `%{ if }`, `$$$$X$$$$`. */
export const placeholder = String.raw`\{\{.*?\}\}|\{%.*?%\}|%\{[^}\n]*\}|\$\{[^}\n]*\}|<[A-Za-z][\w .-]*>|\$+\w+\$*|%\w+%|@\w+@`
const tokens = new RegExp(
  String.raw`(?<skip>"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<place>(?:[\w./-][\w.:/-]{0,200})?(?:${placeholder})(?:[\w.:/-]{0,200}(?:${placeholder}))*[\w./-]*)|(?<mark>[[\]{}:,])|(?<other>[^\s[\]{}:,"]+)`,
  'g',
)

export const quotedPlaceholders: TextStep = (text) => {
  const edits: TextEdit[] = []
  const steps: CleanStep[] = []
  const open: string[] = []
  const lineOf = linesOf(text)
  let before = ''
  let end = 0
  for (const { 0: token, index, groups } of text.matchAll(tokens)) {
    if (index < end) continue
    end = index + token.length
    if (groups?.['place'] !== undefined) {
      const isNext = isValueNext(token, before, open.at(-1))
      if (isNext) end = endOfValue(text, end)
      const found = text.slice(index, end)
      const isValue = isNext || isKey(text, end)
      const written = isValue ? JSON.stringify(found) : aside(found)
      edits.push({ offset: index, length: found.length, text: written })
      steps.push(stepOf(lineOf(index), found, isValue))
      if (isValue) before = 'value'
      continue
    }
    before = follow(open, before, token, groups?.['mark'] !== undefined)
  }
  return { text: applyEdits(text, edits), steps }
}

/** What stands before the next token. */
function follow(open: string[], before: string, token: string, isMark: boolean): string {
  if (/^\/[/*]/.test(token)) return before
  if (!isMark) return 'value'
  if (token === '{' || token === '[') open.push(token)
  if (token === '}' || token === ']') open.pop()
  return token
}

/** Behind `:latest`, where no key can stand. */
function endOfValue(text: string, at: number): number {
  const rest = /(?::[\w./-]+)+/y
  rest.lastIndex = at
  return at + (rest.exec(text)?.[0].length ?? 0)
}

/** Behind a colon, and in a list at its start or behind a comma; at the very start too. */
function isValueNext(found: string, before: string, container: string | undefined): boolean {
  if (before === ':') return true
  // `{% for %}` and `%{ for }` stand around values.
  if (/^(?:\{%.*%\}|%\{.*\})$/.test(found)) return false
  if (before === '') return true
  return container === '[' && (before === '[' || before === ',')
}

function isKey(text: string, end: number): boolean {
  return /^\s*:/.test(text.slice(end, end + 20))
}

function aside(found: string): string {
  return `/* ${found.replaceAll('*/', '* /')} */`
}

function stepOf(line: number, found: string, isValue: boolean): CleanStep {
  return {
    id: 'placeholder',
    message: {
      text: isValue ? words.placeholder : words.placeholderAside,
      values: { placeholder: found, line },
    },
  }
}
