/** Edits that take children out of an object or array, with their commas and lines, and leave every comment. */
import type { Node } from 'jsonc-parser'
import { commaAfter, endOf } from './container-parts.ts'
import type { TextEdit } from './text-edit.ts'
import { afterSpaces, beforeSpaces, isFirstOfLine, lineStart } from './written.ts'

/** @param gone children of the container: properties of an object, elements of an array. */
export function removals(text: string, container: Node, gone: ReadonlySet<Node>): TextEdit[] {
  const children = container.children ?? []
  if (gone.size === 0) return []
  if (gone.size === children.length) {
    const whole = emptied(text, container, children)
    if (whole) return [whole]
  }
  const edits = runsOf(text, children, gone).flatMap((run) => cut(text, run))
  const lastKept = children.findLastIndex((child) => !gone.has(child))
  const last = children.at(-1)
  const comma = children[lastKept] && commaAfter(text, children[lastKept])
  // The last child that stays has lost its successor.
  if (last && gone.has(last) && comma !== undefined && commaAfter(text, last) === undefined)
    edits.push({ offset: comma, length: 1, text: '' })
  return edits.toSorted((a, b) => a.offset - b.offset)
}

/** Nothing is left between the brackets but white space: not even that stays. */
function emptied(text: string, container: Node, children: readonly Node[]): TextEdit | undefined {
  let rest = ''
  let at = container.offset + 1
  for (const child of children) {
    rest += text.slice(at, child.offset)
    at = endOf(child)
  }
  const end = endOf(container) - 1
  if (/[^\s,]/.test(rest + text.slice(at, end))) return undefined
  return { offset: container.offset + 1, length: end - container.offset - 1, text: '' }
}

interface Run {
  start: number
  /** Behind the last child and, where it is near, its comma. */
  end: number
  /** A comma further away, behind a comment. */
  farComma: number | undefined
  hasComma: boolean
}

/** Neighbours that go together, with nothing but commas and white space between them. */
function runsOf(text: string, children: readonly Node[], gone: ReadonlySet<Node>): Run[] {
  const runs: Run[] = []
  for (const child of children) {
    if (!gone.has(child)) continue
    const comma = commaAfter(text, child)
    const isNear = comma !== undefined && text.slice(endOf(child), comma).trim() === ''
    const end = isNear ? comma + 1 : endOf(child)
    const run: Run = {
      start: child.offset,
      end,
      farComma: isNear ? undefined : comma,
      hasComma: comma !== undefined,
    }
    const before = runs.at(-1)
    if (before && before.farComma === undefined && text.slice(before.end, child.offset).trim() === '')
      runs[runs.length - 1] = { ...run, start: before.start }
    else runs.push(run)
  }
  return runs
}

function cut(text: string, { start, end, farComma, hasComma }: Run): TextEdit[] {
  const after = afterSpaces(text, end)
  const lineEnd = /^\r?\n/.exec(text.slice(after, after + 2))?.[0]
  const far = farComma === undefined ? [] : [{ offset: farComma, length: 1, text: '' }]
  const edit = (from: number, to: number): TextEdit[] => [
    { offset: from, length: to - from, text: '' },
    ...far,
  ]
  if (lineEnd !== undefined && isFirstOfLine(text, start))
    return edit(lineStart(text, start), after + lineEnd.length)
  if (lineEnd === undefined && hasComma && farComma === undefined) return edit(start, after)
  return edit(isFirstOfLine(text, start) ? start : beforeSpaces(text, start), end)
}
