/** What RegisterTaskDefinition takes, as the SDK's runtime schema has it (`npm run schema`): names, types, what is required. */
import type { Json, JsonPath } from '../json.ts'
import shapesJson from './shapes.json'

export type Shape =
  | 'string'
  | 'integer'
  | 'boolean'
  /** A text that is one of these; AWS adds values, so another one is not a wrong type. */
  | { enum: string[] }
  | { list: Shape }
  /** Any keys. */
  | { map: Shape }
  /** One of `structures`, by its name. */
  | { structure: string }

export interface Structure {
  required: string[]
  members: Record<string, Shape>
}

export interface Shapes {
  /** Version of client-ecs this comes from. */
  sdk: string
  /** Name of the structure that a whole definition is. */
  root: string
  structures: Record<string, Structure>
}

const shapes = shapesJson as Shapes

/** Version of client-ecs whose members are known here: AWS adds some each month. */
export const sdkVersion: string = shapes.sdk

/** The shape of a whole definition. */
export const definitionShape: Shape = { structure: shapes.root }

/** Of a structure's name in a shape, its members. */
export function structureNamed(name: string): Structure {
  return shapes.structures[name] ?? { required: [], members: {} }
}

/** The structure behind a shape, or undefined where the shape is none. */
export function structureOf(shape: Shape): Structure | undefined {
  return typeof shape === 'object' && 'structure' in shape ? structureNamed(shape.structure) : undefined
}

/** The shape of one member or element, or undefined where there can be none. */
export function shapeWithin(shape: Shape, step: string | number): Shape | undefined {
  if (typeof shape !== 'object') return undefined
  if ('list' in shape) return typeof step === 'number' ? shape.list : undefined
  if ('map' in shape) return shape.map
  const members = structureOf(shape)?.members
  return members && Object.hasOwn(members, step) ? members[step] : undefined
}

/** The shape of a place in a definition, or undefined where the definition knows none. */
export function shapeAt(path: JsonPath): Shape | undefined {
  let shape: Shape | undefined = definitionShape
  for (const step of path) shape = shape && shapeWithin(shape, step)
  return shape
}

/** True for an object that is neither an array nor null. */
export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
