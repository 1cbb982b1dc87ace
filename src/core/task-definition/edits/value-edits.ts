/** The smallest edits that give a piece of text another value: what stays equal keeps its text, order and comments. */
import type { Node } from 'jsonc-parser'
import type { Json } from '../json.ts'
import { isObject } from '../schema/shape.ts'
import { keyOf, valueOf } from '../tree.ts'
import { type Added, child, insertions } from './insertions.ts'
import { removals } from './removals.ts'
import { sameJson } from './same-json.ts'
import type { TextEdit } from './text-edit.ts'
import { indentOf, type Style, written } from './written.ts'

/** @param node the value in the tree of `text`. */
export function valueEdits(text: string, style: Style, node: Node, value: Json): TextEdit[] {
  if (node.type === 'object' && isObject(value)) return objectEdits(text, style, node, value)
  if (node.type === 'array' && Array.isArray(value)) return arrayEdits(text, style, node, value)
  if (sameJson(valueOf(node), value)) return []
  const inline = style.isOneLine || isWithinLine(text, node)
  const content = written(value, style, { indent: indentOf(text, node.offset), inline })
  return [{ offset: node.offset, length: node.length, text: content }]
}

function objectEdits(text: string, style: Style, node: Node, value: { [key: string]: Json }): TextEdit[] {
  const properties = node.children ?? []
  const counting = new Map(properties.map((property) => [keyOf(property), property]))
  const gone = properties.filter((property) => !Object.hasOwn(value, keyOf(property)))
  const added = Object.entries(value)
    .filter(([key]) => counting.get(key)?.children?.[1] === undefined)
    .map(([key, member]) => ({ key, value: member }))
  const within = [...counting].flatMap(([key, property]) => {
    const member = property.children?.[1]
    const next = Object.hasOwn(value, key) ? value[key] : undefined
    return member && next !== undefined ? valueEdits(text, style, member, next) : []
  })
  return [...within, ...exchange(text, style, node, gone, added)]
}

/** Removes and appends. A last child that goes gives its place to the first that comes, so that both need not share a comma. */
function exchange(text: string, style: Style, node: Node, gone: Node[], added: Added[]): TextEdit[] {
  const last = node.children?.at(-1)
  const [first, ...others] = added
  if (!last || !first || !gone.includes(last))
    return [...removals(text, node, new Set(gone)), ...insertions(text, style, node, added)]
  const place = { indent: indentOf(text, last.offset), inline: isWithinLine(text, last) }
  return [
    { offset: last.offset, length: last.length, text: child(first, style, place) },
    ...removals(text, node, new Set(gone.filter((each) => each !== last))),
    ...insertions(text, style, node, others),
  ]
}

/** Elements that are equal at the start and the end stay; those between are changed one by one, the rest goes or comes. */
function arrayEdits(text: string, style: Style, node: Node, value: readonly Json[]): TextEdit[] {
  const elements = node.children ?? []
  const before = elements.map(valueOf)
  const shorter = Math.min(before.length, value.length)
  let start = 0
  while (start < shorter && sameJson(before[start], value[start])) start += 1
  let end = 0
  while (end < shorter - start && sameJson(before.at(-1 - end), value.at(-1 - end))) end += 1
  const paired = shorter - end
  const within = elements.slice(start, paired).flatMap((element, index) => {
    const next = value[start + index]
    return next === undefined ? [] : valueEdits(text, style, element, next)
  })
  const gone = new Set(elements.slice(paired, elements.length - end))
  const added = value.slice(paired, value.length - end).map((each) => ({ value: each }))
  return [
    ...within,
    ...removals(text, node, gone),
    ...insertions(text, style, node, added, elements[elements.length - end]),
  ]
}

/** True for a child whose container is written in one line, at least up to it. */
function isWithinLine(text: string, node: Node): boolean {
  const own = node.parent?.type === 'property' ? node.parent : node
  const container = own.parent
  return container !== undefined && !text.slice(container.offset, own.offset).includes('\n')
}
