/** Reads a definition as text: JSON in which comments and a last comma are tolerated, with places going both ways. */
import { findNodeAtOffset, getNodePath, type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Message } from '../../i18n/text.ts'
import type { Json, JsonPath } from './json.ts'
import { tooDeepAt } from './depth.ts'
import { placesOf } from './lines.ts'
import { messageOf, tooDeep } from './text-problems.ts'
import { childNamed, valueOf } from './tree.ts'

export { editsFor, editsToValue } from './edits/edits-for.ts'
export { applyEdits, type TextEdit } from './edits/text-edit.ts'

/** A trouble at one place of a text. Lines and columns count from 1, offsets from 0, all in UTF-16 units. */
export interface TextProblem {
  line: number
  column: number
  offset: number
  length: number
  message: Message
}

export interface ReadText {
  /** As much as could be read; undefined when there is nothing. Of a key that stands twice, the last one counts. */
  value: Json | undefined
  tree: Node | undefined
  /** Empty when the whole text was understood; at most 100. */
  problems: TextProblem[]
}

export interface Place {
  /** Of the value. */
  offset: number
  length: number
  /** Of its key with the quotes, where it is a member. */
  keyOffset?: number
  keyLength?: number
}

/** Nobody reads more, and each needs its line counted. */
export const mostProblems = 100

/** Never throws. A text that is empty, or nested deeper than 200, has no value and one problem. */
export function readText(text: string): ReadText {
  const deep = tooDeepAt(text)
  if (deep !== undefined)
    return { value: undefined, tree: undefined, problems: [problemAt(text, deep, 1, tooDeep)] }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false })
  const place = placesOf(text)
  const problems = errors
    .slice(0, mostProblems)
    .map(({ error, offset, length }) => ({ ...place(offset), offset, length, message: messageOf(error) }))
  return { value: tree && valueOf(tree), tree, problems }
}

/** A problem at an offset of a text, with its line and column. */
export function problemAt(text: string, offset: number, length: number, message: Message): TextProblem {
  return { ...placesOf(text)(offset), offset, length, message }
}

/** The problem's message with its line and column in front, for where no marker shows them. */
export function withPlace({ message, line, column }: TextProblem): Message {
  return {
    text: {
      en: `Line {line}, column {column}: ${message.text.en}`,
      ko: `{line}행 {column}열: ${message.text.ko}`,
    },
    values: { ...message.values, line, column },
  }
}

/** Where a path stands in the text; of a path that does not exist, its nearest ancestor that does. */
export function placeOf(tree: Node | undefined, path: JsonPath): Place | undefined {
  let node = tree
  if (!node) return undefined
  for (const step of path) {
    const next: Node | undefined = childNamed(node, step)
    if (!next) break
    node = next
  }
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
  return {
    offset: node.offset,
    length: node.length,
    ...(key ? { keyOffset: key.offset, keyLength: key.length } : {}),
  }
}

/** The path of the innermost value, or of the member whose key stands there; the root's for an offset outside of everything. */
export function pathAt(tree: Node | undefined, offset: number): JsonPath {
  const node = tree && findNodeAtOffset(tree, offset, true)
  return node ? getNodePath(node) : []
}
