/** Turns changes of a value into the smallest edits of its text: comments, order, indentation and line ends stay. */
import { type Node, parseTree } from 'jsonc-parser'
import { tooDeepAt } from '../depth.ts'
import type { Json } from '../json.ts'
import type { Change } from '../linter/finding.ts'
import { childNamed, keyOf, nodeAt } from '../tree.ts'
import { insertions } from './insertions.ts'
import { Pieces } from './pieces.ts'
import { removals } from './removals.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'
import { TouchedPaths } from './touched-paths.ts'
import { valueEdits } from './value-edits.ts'
import { type Style, styleOf, written } from './written.ts'

/**
 * Edits of `text` that make the changes one after the other; in the order of their offsets, none touching another. A place
 * whose parent is not there stays as it is. `text` may hold comments and last commas, and should be readable otherwise.
 */
export function editsFor(text: string, changes: readonly Change[]): TextEdit[] {
  const pieces = new Pieces(text.length)
  let current = text
  let at = 0
  while (at < changes.length) {
    const { edits, made } = editsOfSome(current, changes.slice(at))
    pieces.apply(edits)
    current = applyEdits(current, edits)
    at += made
  }
  return pieces.edits()
}

/** Edits of the first change, and of those after it which one reading of the text can serve too. */
function editsOfSome(text: string, changes: readonly Change[]): { edits: TextEdit[]; made: number } {
  const tree = read(text)
  const style = styleOf(text, tree)
  const [first] = changes
  if (!tree || !first) return { edits: first ? wholeText(text, style, first) : [], made: 1 }
  const touched = new TouchedPaths()
  const edits: TextEdit[] = []
  let made = 0
  for (const change of changes) {
    if (made > 0 && !(isInPlace(tree, change) && touched.isApart(change.path))) break
    edits.push(...editsOfOne(text, tree, style, change))
    made += 1
    touched.add(change)
    if (!isInPlace(tree, change)) break
  }
  return { edits, made }
}

/** It neither moves its neighbours nor needs a comma of theirs. */
function isInPlace(tree: Node, change: Change): boolean {
  const isSetting = 'renameTo' in change || change.value !== undefined
  return isSetting && change.path.length > 0 && nodeAt(tree, change.path) !== undefined
}

/** The smallest edits after which the text has another value as a whole. */
export function editsToValue(text: string, value: Json): TextEdit[] {
  return editsFor(text, [{ path: [], value }])
}

function editsOfOne(text: string, tree: Node, style: Style, change: Change): TextEdit[] {
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
  return tooDeepAt(text) === undefined ? parseTree(text, [], { allowTrailingComma: true }) : undefined
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
