/** Finds a place of a cleaned definition again in the file it came from. */
import type { Node } from 'jsonc-parser'
import { missingCommas } from './commas.ts'
import { quotedPlaceholders } from './placeholders.ts'
import type { JsonPath } from '../json.ts'
import { isSameName } from '../schema/nearest-name.ts'
import { placesOf } from '../lines.ts'
import { readText } from '../text.ts'
import { childNamed, keyOf } from '../tree.ts'

export interface SourcePlace {
  /** From 1. */
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What a definition may be wrapped in; `*` is any task definition of a template. */
const wrappers: JsonPath[] = [
  [],
  ['taskDefinition'],
  [0],
  [0, 'taskDefinition'],
  ['Properties'],
  ['Resources', '*', 'Properties'],
]

/** Names may be spelled as CloudFormation spells them. Of what is missing, the nearest ancestor; undefined for what is no JSON. */
export function sourcePlaces(text: string): (path: JsonPath) => SourcePlace | undefined {
  // Small repairs leave every line where it is.
  const { tree, problems } = readText(missingCommas(quotedPlaceholders(text).text).text)
  if (!tree || problems.length > 0) return () => undefined
  const place = placesOf(text)
  const roots = wrappers.flatMap((wrapper) => reachAll(tree, wrapper))
  return (path) => {
    const [, ...inList] = path
    const reached = roots.map((root) => reach(root, path))
    // A list of containers stands for the containers of a definition.
    if (tree.type === 'array' && path.length > 1) reached.push(reach(tree, inList))
    const best = reached.toSorted((a, b) => b.depth - a.depth)[0]
    return best && spanOf(place, best.node)
  }
}

function reach(root: Node, path: JsonPath): { node: Node; depth: number } {
  let node = root
  let depth = 0
  for (const step of path) {
    const next = childLike(node, step)
    if (!next) break
    node = next
    depth += 1
  }
  return { node, depth }
}

function reachAll(root: Node, path: JsonPath): Node[] {
  const [step, ...rest] = path
  if (step === undefined) return [root]
  const next = step === '*' ? (root.children ?? []).flatMap(taskDefinition) : [childLike(root, step)]
  return next.flatMap((node) => (node ? reachAll(node, rest) : []))
}

function taskDefinition(property: Node): Node[] {
  const resource = property.children?.[1]
  const type = resource && childNamed(resource, 'Type')
  return resource && type?.value === 'AWS::ECS::TaskDefinition' ? [resource] : []
}

function childLike(node: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return node.type === 'array' ? node.children?.[step] : undefined
  if (node.type !== 'object') return undefined
  const properties = node.children ?? []
  const found =
    properties.findLast((property) => keyOf(property) === step) ??
    properties.find((property) => isSameName(step, keyOf(property)))
  return found?.children?.[1]
}

/** A member with its key; an object or a list by its beginning alone, which is enough to find it. */
function spanOf(place: ReturnType<typeof placesOf>, node: Node): SourcePlace {
  const { offset } = node.parent?.type === 'property' ? node.parent : node
  const end = node.type === 'object' || node.type === 'array' ? node.offset + 1 : node.offset + node.length
  const to = place(end)
  return { ...place(offset), endLine: to.line, endColumn: to.column }
}
