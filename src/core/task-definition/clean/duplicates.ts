/** A member that stands twice in one object: every JSON reader takes the last, so the others go. */
import type { Node } from 'jsonc-parser'
import { removals } from '../edits/removals.ts'
import { applyEdits } from '../edits/text-edit.ts'
import { linesOf } from '../lines.ts'
import { readText } from '../text.ts'
import { keyOf } from '../tree.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

export const noDuplicates: TextStep = (text) => {
  const { tree } = readText(text)
  const lineOf = linesOf(text)
  const found = tree ? within(tree) : []
  const steps = found
    .flatMap(({ gone }) => [...gone])
    .map((property): CleanStep => {
      const values = { key: keyOf(property), line: lineOf(property.offset) }
      return { id: 'duplicate', message: { text: words.duplicate, values } }
    })
  const edits = found.flatMap(({ object, gone }) => removals(text, object, gone))
  return { text: applyEdits(text, edits), steps }
}

/** Objects that have members which do not count. What is in such a member goes with it. */
function within(node: Node): { object: Node; gone: Set<Node> }[] {
  const gone = node.type === 'object' ? repeated(node.children ?? []) : new Set<Node>()
  const inner = (node.children ?? []).filter((child) => !gone.has(child)).flatMap(within)
  return gone.size > 0 ? [{ object: node, gone }, ...inner] : inner
}

function repeated(properties: readonly Node[]): Set<Node> {
  const last = new Map(properties.map((property) => [keyOf(property), property]))
  return new Set(properties.filter((property) => last.get(keyOf(property)) !== property))
}
