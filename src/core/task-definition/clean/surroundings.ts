/** Takes a definition out of what was copied with it: a shell prompt, the command, `';` behind it, or JSON in quotes. */
import { parseTree } from 'jsonc-parser'
import { tooDeepAt } from '../depth.ts'
import { readText } from '../text.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { listStarts } from './terraform.ts'
import { words } from './words.ts'

/** An object or a list begins here, and not a `{{placeholder}}` or a prompt in brackets. */
const beginning = /(?<!\{)\{\s*(?:"|\}|\/[/*])|\[\s*(?:\{(?!\{)|\]|"|\/[/*])/

/** Leaves out what stands before and after a JSON text, as long as it can be no part of it. */
export const withoutSurroundings: TextStep = (text) => {
  // What is around Terraform's list is not JSON, and its brackets do not count.
  const [list] = listStarts(text)
  const isTerraform = list !== undefined
  const start = list ?? startOfJson(text)
  const root = parseTree(text.slice(start), [], { allowTrailingComma: true })
  const end = start + (root ? root.offset + root.length : text.length)
  const after = withoutComments(text.slice(end)).trim()
  const isForeign = after !== '' && (isTerraform || (!/^,|"/.test(after) && isBalanced(after)))
  const steps: CleanStep[] = []
  if (start > 0) steps.push(leftOut('text-before', words.textBefore, text.slice(0, start)))
  if (isForeign) steps.push(leftOut('text-after', words.textAfter, after))
  return steps.length > 0
    ? { text: `${text.slice(start, isForeign ? end : undefined).trimEnd()}\n`, steps }
    : { text, steps }
}

/** 0 where the JSON begins at once, or where what stands before may belong to it. */
function startOfJson(text: string): number {
  if (/^\s*(?:"|\/[/*]|\[\s*\{\{)/.test(text)) return 0
  const begins = Math.max(text.search(beginning), 0)
  const before = text.slice(0, begins)
  return before.trim() !== '' && isBalanced(before) ? begins : 0
}

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return count(/[{[]/g) === count(/[}\]]/g)
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, '')
}

function leftOut(id: string, text: (typeof words)['textBefore'], left: string): CleanStep {
  return { id, message: { text, values: { lines: left.trim().split('\n').length } } }
}

/** The same for YAML: what stands before its first member, and after the last line that may be a part of it. */
export const withoutSurroundingLines: TextStep = (text) => {
  const lines = text.trimEnd().split('\n')
  const start = lines.findIndex((line) => member.test(line))
  const end = lines.findLastIndex((line) => member.test(line) || /^(?:\s|-\s|#|$)/.test(line)) + 1
  if (start < 0) return { text, steps: [] }
  const [before, after] = [lines.slice(0, start).join('\n'), lines.slice(end).join('\n')]
  const steps: CleanStep[] = []
  if (start > 0) steps.push(leftOut('text-before', words.textBefore, before))
  if (end < lines.length) steps.push(leftOut('text-after', words.textAfter, after))
  return steps.length > 0 ? { text: `${lines.slice(start, end).join('\n')}\n`, steps } : { text, steps }
}

const member = /^(?:- )?[A-Za-z][\w-]*:(?:\s|$)/

/** `"{\"family\": …}"`, as scripts print it. */
export const withoutQuotes: TextStep = (text) => {
  const { value, problems } = readText(text)
  if (typeof value !== 'string' || problems.length > 0) return { text, steps: [] }
  if (!/^\s*[[{"]/.test(value) || tooDeepAt(value) !== undefined) return { text, steps: [] }
  const within = withoutQuotes(value)
  return {
    text: within.text,
    steps: [{ id: 'json-string', message: { text: words.jsonString } }, ...within.steps],
  }
}
