/** Edits that put new children into an object or array, written as their neighbours are. */
import type { Node } from 'jsonc-parser'
import type { Json } from '../json.ts'
import { commaAfter, endOf, endOfRemarks, isMultiline } from './container-parts.ts'
import type { TextEdit } from './text-edit.ts'
import { indentOf, type Style, written } from './written.ts'

/** A new child; without a key an element. */
export interface Added {
  key?: string
  value: Json
}

/** @param before the child in front of which they go; undefined puts them at the end. */
export function insertions(
  text: string,
  style: Style,
  container: Node,
  added: readonly Added[],
  before?: Node,
): TextEdit[] {
  if (added.length === 0) return []
  const last = container.children?.at(-1)
  if (!last) return [intoEmpty(text, style, container, added)]
  const inline = !isMultiline(text, container)
  const indent = indentOf(text, (before ?? last).offset)
  const parts = added.map((each) => child(each, style, { indent, inline }))
  const gap = inline ? ' ' : `${style.lineEnd}${indent}`
  if (before)
    return [{ offset: before.offset, length: 0, text: parts.map((part) => `${part},${gap}`).join('') }]
  return atEnd(text, last, parts, gap, inline)
}

function atEnd(text: string, last: Node, parts: string[], gap: string, inline: boolean): TextEdit[] {
  const comma = commaAfter(text, last)
  const from = comma === undefined ? endOf(last) : comma + 1
  const at = inline ? from : endOfRemarks(text, from)
  const content = gap + parts.join(`,${gap}`)
  if (comma !== undefined) return [{ offset: at, length: 0, text: content }]
  if (at === from) return [{ offset: at, length: 0, text: `,${content}` }]
  return [
    { offset: from, length: 0, text: ',' },
    { offset: at, length: 0, text: content },
  ]
}

function intoEmpty(text: string, style: Style, container: Node, added: readonly Added[]): TextEdit {
  const start = container.offset + 1
  const end = endOf(container) - 1
  const remarks = text.slice(start, end).trimEnd()
  const isList = container.type === 'array'
  const isShort = isList && added.every(({ value }) => typeof value !== 'object' || value === null)
  if (remarks === '' && (style.isOneLine || isShort)) {
    const content = added.map((each) => child(each, style, { indent: '', inline: true })).join(', ')
    return { offset: start, length: end - start, text: isList ? content : ` ${content} ` }
  }
  const outer = indentOf(text, container.offset)
  const indent = outer + style.unit
  const parts = added.map((each) => style.lineEnd + indent + child(each, style, { indent, inline: false }))
  const offset = start + remarks.length
  return { offset, length: end - offset, text: `${parts.join(',')}${style.lineEnd}${outer}` }
}

/** A child as it is written at its place. */
export function child(
  { key, value }: Added,
  style: Style,
  place: { indent: string; inline: boolean },
): string {
  const content = written(value, style, place)
  return key === undefined ? content : `${JSON.stringify(key)}: ${content}`
}
