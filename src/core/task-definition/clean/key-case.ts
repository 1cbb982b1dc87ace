/** Names in the spelling of CloudFormation, Terraform or a typing hand become those of the API: `ContainerDefinitions`, `container_definitions`. */
import type { Node } from 'jsonc-parser'
import { applyEdits, type TextEdit } from '../edits/text-edit.ts'
import type { JsonPath } from '../json.ts'
import { isSameName } from '../schema/nearest-name.ts'
import { readOnlyMembers } from '../schema/read-only.ts'
import { definitionShape, type Shape, shapeWithin, type Structure, structureOf } from '../schema/shape.ts'
import { readText } from '../text.ts'
import { keyOf } from '../tree.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

/** Names that CloudFormation does not only spell differently. */
const others: Record<string, string> = { ProxyConfigurationProperties: 'properties' }

/** Keys of maps, such as labels and options, are somebody's own words and stay. */
export const apiNames: TextStep = (text) => {
  const { tree } = readText(text)
  const edits: TextEdit[] = []
  const steps: CleanStep[] = []
  if (tree) visit(tree, definitionShape, [], { edits, steps })
  return { text: applyEdits(text, edits), steps }
}

interface Found {
  edits: TextEdit[]
  steps: CleanStep[]
}

function visit(node: Node, shape: Shape, path: JsonPath, found: Found): void {
  if (node.type === 'object') visitObject(node, shape, path, found)
  if (node.type !== 'array') return
  for (const [index, element] of (node.children ?? []).entries()) {
    const inner = shapeWithin(shape, index)
    if (inner) visit(element, inner, [...path, index], found)
  }
}

function visitObject(node: Node, shape: Shape, path: JsonPath, found: Found): void {
  const structure = structureOf(shape)
  const taken = new Set((node.children ?? []).map(keyOf))
  for (const property of node.children ?? []) {
    const written = keyOf(property)
    const name = structure ? apiName(written, structure, path.length === 0) : written
    if (name !== written && !taken.has(name)) {
      taken.add(name)
      rename(property, name, path, found)
    }
    const inner = shapeWithin(shape, name)
    const value = property.children?.[1]
    if (value && inner) visit(value, inner, [...path, written], found)
  }
}

function rename(property: Node, name: string, path: JsonPath, { edits, steps }: Found): void {
  const key = property.children?.[0]
  if (!key) return
  const written = keyOf(property)
  edits.push({ offset: key.offset, length: key.length, text: JSON.stringify(name) })
  steps.push({
    id: 'key-case',
    message: { text: words.keyCase, values: { key: written, name } },
    path: [...path, written],
  })
}

/** The name that is meant; what nothing resembles stays as it is. */
function apiName(written: string, { members }: Structure, isTop: boolean): string {
  if (Object.hasOwn(members, written)) return written
  const other = Object.hasOwn(others, written) ? others[written] : undefined
  if (other !== undefined && Object.hasOwn(members, other)) return other
  const names = [...Object.keys(members), ...(isTop ? readOnlyMembers : [])]
  return names.find((name) => isSameName(name, written)) ?? written
}
