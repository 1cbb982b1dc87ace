/** Walks the tree of a JSON text: members by name, and values as JSON.parse would make them. */
import type { Node } from 'jsonc-parser'
import type { Json, JsonPath } from './json.ts'

/** The value of a member or an element. Of a key that stands twice the last counts, as in every JSON reader. */
export function childNamed(node: Node, step: string | number): Node | undefined {
  if (node.type === 'array') return typeof step === 'number' ? node.children?.[step] : undefined
  if (node.type !== 'object') return undefined
  return node.children?.findLast((property) => keyOf(property) === String(step))?.children?.[1]
}

/** The value at a path, or undefined where there is none. */
export function nodeAt(tree: Node, path: JsonPath): Node | undefined {
  let node: Node | undefined = tree
  for (const step of path) node = node && childNamed(node, step)
  return node
}

/** The key of a property. */
export function keyOf(property: Node): string {
  return String(property.children?.[0]?.value)
}

/** As JSON.parse would make it: `__proto__` is a member like any other. A key without a value is left out. */
export function valueOf(node: Node): Json {
  if (node.type === 'array') return (node.children ?? []).map(valueOf)
  if (node.type !== 'object') return node.value as Json
  const members = (node.children ?? []).flatMap((property): [string, Json][] => {
    const value = property.children?.[1]
    return value ? [[keyOf(property), valueOf(value)]] : []
  })
  return Object.fromEntries(members)
}
