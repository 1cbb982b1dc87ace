/** How a text is written: its indentation and line ends, and new values written in the same way. */
import type { Node } from 'jsonc-parser'
import type { Json } from '../json.ts'

export interface Style {
  /** One level of indentation. */
  unit: string
  lineEnd: string
  /** The whole text stands in one line. */
  isOneLine: boolean
}

/** Two spaces where the text does not show what it uses. */
export function styleOf(text: string, tree: Node | undefined): Style {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const child = tree?.children?.[0]
  const inner = child && isFirstOfLine(text, child.offset) ? indentOf(text, child.offset) : ''
  const outer = tree ? indentOf(text, tree.offset) : ''
  const unit = inner.startsWith(outer) ? inner.slice(outer.length) : ''
  return { unit: unit === '' ? '  ' : unit, lineEnd, isOneLine: !text.trim().includes('\n') }
}

/** `value` as JSON: in one line, or its first line without indentation and the others under `indent`. */
export function written(value: Json, style: Style, place: { indent: string; inline: boolean }): string {
  if (place.inline) return inOneLine(value)
  return JSON.stringify(value, null, style.unit).replaceAll('\n', `${style.lineEnd}${place.indent}`)
}

function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${inOneLine(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** The white space with which the line of an offset begins. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}

/** True when only white space stands before the offset in its line. */
export function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === ''
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The offset behind the spaces and tabs that begin there. */
export function afterSpaces(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}

/** The offset before the spaces and tabs that end there. */
export function beforeSpaces(text: string, offset: number): number {
  let at = offset
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1
  return at
}
