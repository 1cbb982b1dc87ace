/** Turns changes of a value into the smallest edits of its text: comments, order, indentation and line ends stay. */
import { type Node, parseTree } from 'jsonc-parser'
import type { Json } from '../json.ts'
import type { Change } from '../linter/finding.ts'
import { childNamed, keyOf, nodeAt } from '../tree.ts'
import { insertions } from './insertions.ts'
import { Pieces } from './pieces.ts'
import { removals } from './removals.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'
import { valueEdits } from './value-edits.ts'
import { type Style, styleOf, written } from './written.ts'

/**
 * Edits of `text` that make the changes one after the other; in the order of their offsets, none touching another. A place
 * whose parent is not there stays as it is. `text` may hold comments and last commas, and should be readable otherwise.
 */
export function editsFor(text: string, changes: readonly Change[]): TextEdit[] {
  const pieces = new Pieces(text.length)
  let current = text
  for (const change of changes) {
    const edits = editsOfOne(current, change)
    pieces.apply(edits)
    current = applyEdits(current, edits)
  }
  return pieces.edits()
}

/** The smallest edits after which the text has another value as a whole. */
export function editsToValue(text: string, value: Json): TextEdit[] {
  return editsFor(text, [{ path: [], value }])
}

function editsOfOne(text: string, change: Change): TextEdit[] {
  const tree = read(text)
  const style = styleOf(text, tree)
  if (!tree) return wholeText(text, style, change)
  const key = change.path.at(-1)
  if (key === undefined)
    return 'value' in change && change.value !== undefined ? valueEdits(text, style, tree, change.value) : []
  const container = nodeAt(tree, change.path.slice(0, -1))
  if (!container) return []
  if ('renameTo' in change) return renames(container, String(key), change.renameTo)
  if (change.value === undefined) return removals(text, container, new Set(childrenAt(container, key)))
  return settings(text, style, container, key, change.value)
}

function settings(
  text: string,
  style: Style,
  container: Node,
  key: string | number,
  value: Json,
): TextEdit[] {
  const node = childNamed(container, key)
  if (node) return valueEdits(text, style, node, value)
  if (container.type === 'object') return insertions(text, style, container, [{ key: String(key), value }])
  const isNext = container.type === 'array' && key === (container.children?.length ?? 0)
  return isNext ? insertions(text, style, container, [{ value }]) : []
}

function read(text: string): Node | undefined {
  return parseTree(text, [], { allowTrailingComma: true })
}

function wholeText(text: string, style: Style, change: Change): TextEdit[] {
  if (change.path.length > 0 || !('value' in change) || change.value === undefined) return []
  const content = written(change.value, style, { indent: '', inline: false }) + style.lineEnd
  return [{ offset: 0, length: text.length, text: content }]
}

/** Of a key that stands twice, both: the other one would come to life. */
function childrenAt(container: Node, key: string | number): Node[] {
  const children = container.children ?? []
  if (container.type === 'object') return children.filter((property) => keyOf(property) === String(key))
  const element = typeof key === 'number' ? children[key] : undefined
  return element ? [element] : []
}

function renames(container: Node, from: string, to: string): TextEdit[] {
  if (container.type !== 'object') return []
  return childrenAt(container, from).flatMap((property) => {
    const key = property.children?.[0]
    return key ? [{ offset: key.offset, length: key.length, text: JSON.stringify(to) }] : []
  })
}
