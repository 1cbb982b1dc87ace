/** A member that stands twice in one object: every JSON reader takes the last, so the others go. */
import type { Node } from 'jsonc-parser'
import { removals } from '../edits/removals.ts'
import { applyEdits } from '../edits/text-edit.ts'
import { problemAt, readText } from '../text.ts'
import { keyOf } from '../tree.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

export const noDuplicates: TextStep = (text) => {
  const steps: CleanStep[] = []
  let current = text
  for (;;) {
    const { tree } = readText(current)
    const found = tree && firstWithin(tree)
    if (!found) return { text: current, steps }
    for (const property of found.gone) {
      const { line } = problemAt(current, property.offset, 0, { text: words.duplicate })
      const values = { key: keyOf(property), line }
      steps.push({ id: 'duplicate', message: { text: words.duplicate, values } })
    }
    current = applyEdits(current, removals(current, found.object, new Set(found.gone)))
  }
}

/** The first object that has members which do not count. */
function firstWithin(node: Node): { object: Node; gone: Node[] } | undefined {
  if (node.type === 'object') {
    const last = new Map((node.children ?? []).map((property) => [keyOf(property), property]))
    const gone = (node.children ?? []).filter((property) => last.get(keyOf(property)) !== property)
    if (gone.length > 0) return { object: node, gone }
  }
  for (const child of node.children ?? []) {
    const found = firstWithin(child)
    if (found) return found
  }
  return undefined
}
