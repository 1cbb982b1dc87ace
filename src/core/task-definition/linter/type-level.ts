/** Says which members are unknown, of a wrong type or missing, and hands on what the rules can trust. */
import type { Definition } from '../definition.ts'
import type { Json, JsonPath } from '../json.ts'
import {
  definitionShape,
  isObject,
  type Shape,
  type Structure,
  structureNamed,
  structureOf,
} from '../schema/shape.ts'
import type { Finding } from './finding.ts'
import { missingRequired, unknownMember, wrongType } from './type-findings.ts'

export interface TypesChecked {
  /** Of the rules `unknown-member`, `wrong-type` and `missing-required`, in the order of the text. */
  findings: Finding[]
  /** The value without unknown and ill-typed members: what is there has the type it should have. */
  trusted: Definition
}

/**
 * What AWS's clients check before they send: names, JSON types, required members. Values of enumerations are left to the
 * rules, as AWS leaves them to its service. An unknown member is an error because the JavaScript SDK drops it silently.
 */
export function checkTypes(value: Json): TypesChecked {
  const findings: Finding[] = []
  const trusted = trust(value, definitionShape, [], findings)
  return { findings, trusted: (trusted ?? {}) as Definition }
}

/** The part of `value` that has the shape; undefined when nothing of it has. */
function trust(value: Json, shape: Shape, path: JsonPath, findings: Finding[]): Json | undefined {
  if (typeof shape === 'string' || 'enum' in shape) {
    if (isScalar(value, shape)) return value
  } else if ('list' in shape) {
    if (Array.isArray(value))
      return value.map(
        (element, index) => trust(element, shape.list, [...path, index], findings) ?? emptyOf(shape.list),
      )
  } else if (isObject(value)) {
    return 'map' in shape
      ? trustMap(value, shape.map, path, findings)
      : trustStructure(value, structureNamed(shape.structure), path, findings)
  }
  findings.push(wrongType(path, value, shape))
  return undefined
}

/** Stands for an element of a wrong type, so that the others keep their index. Lists hold numbers, texts and structures. */
function emptyOf(element: Shape): Json {
  if (element === 'integer') return 0
  return structureOf(element) ? {} : ''
}

function isScalar(value: Json, shape: Shape): boolean {
  if (shape === 'integer') return Number.isInteger(value)
  if (shape === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string'
}

function trustMap(
  value: { [key: string]: Json },
  shape: Shape,
  path: JsonPath,
  findings: Finding[],
): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      const kept = trust(member, shape, [...path, key], findings)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function trustStructure(
  value: { [key: string]: Json },
  structure: Structure,
  path: JsonPath,
  findings: Finding[],
): { [key: string]: Json } {
  for (const name of structure.required) {
    if (!Object.hasOwn(value, name)) findings.push(missingRequired(path, name))
  }
  const kept: [string, Json][] = []
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, key]
    const shape = Object.hasOwn(structure.members, key) ? structure.members[key] : undefined
    const trusted = shape && trust(member, shape, at, findings)
    if (!shape) findings.push(unknownMember(at, structure, value))
    if (trusted !== undefined) kept.push([key, trusted])
  }
  return Object.fromEntries(kept)
}
