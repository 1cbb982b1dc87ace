/** Placeholders of templates that stand where JSON needs a value: they go in quotes, or where no value can stand into a comment. */
import { applyEdits, type TextEdit } from '../edits/text-edit.ts'
import { linesOf } from '../lines.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

/** `{{X}}`, `${X}`, `<X>`, `$X`, `%X%`, `@X@`, `{% if %}`, `%{ if }`, `$$$$X$$$$`. */
export const placeholder = String.raw`\{\{.*?\}\}|\{%.*?%\}|%\{[^}\n]*\}|\$\{[^}\n]*\}|<[A-Za-z][\w .-]*>|\$+\w+\$*|%\w+%|@\w+@`
const token = new RegExp(
  String.raw`(?<skip>"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<place>(?:[\w./-][\w.:/-]{0,200})?(?:${placeholder})(?:[\w.:/-]{0,200}(?:${placeholder}))*[\w./-]*)|(?<mark>[[\]{}:,])|(?<other>[^\s[\]{}:,"]+)`,
  'g',
)

export const quotedPlaceholders: TextStep = (text) => {
  const edits: TextEdit[] = []
  const steps: CleanStep[] = []
  const open: string[] = []
  const lineOf = linesOf(text)
  let before = ''
  for (const { 0: found, index, groups } of text.matchAll(token)) {
    if (groups?.['place'] !== undefined) {
      const isNext = isValueNext(found, before, open.at(-1))
      const isValue = isNext || isKey(text, index + found.length)
      edits.push({
        offset: index,
        length: found.length,
        text: isValue ? JSON.stringify(found) : aside(found),
      })
      steps.push(stepOf(lineOf(index), found, isValue))
      if (isValue) before = 'value'
      continue
    }
    if (groups?.['mark'] !== undefined) follow(open, found)
    if (!/^\/[/*]/.test(found)) before = groups?.['mark'] === undefined ? 'value' : found
  }
  return { text: applyEdits(text, edits), steps }
}

function follow(open: string[], mark: string): void {
  if (mark === '{' || mark === '[') open.push(mark)
  if (mark === '}' || mark === ']') open.pop()
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
