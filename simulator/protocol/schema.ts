/**
 * The SDK's runtime schemas as shapes a server can walk. The only file that knows how the SDK packs them: positions in
 * its tuples and numbers for simple types are read nowhere else.
 */
import { NormalizedSchema, TypeRegistry } from '@smithy/core/schema'
import type { Schema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types'

/** Where and under which name a member goes over the wire. */
export type Traits = Pick<
  ReturnType<NormalizedSchema['getMergedTraits']>,
  'xmlName' | 'xmlFlattened' | 'httpLabel' | 'httpQuery' | 'httpHeader' | 'httpPayload'
> & { ec2QueryName?: string }

export interface Member {
  name: string
  traits: Traits
  required: boolean
  /** Found on first use: shapes may contain themselves. */
  readonly shape: Shape
}

export interface StructureShape {
  kind: 'structure'
  name: string
  readonly members: readonly Member[]
}

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds'

/** A shape written as one text outside JSON. */
export type ScalarShape =
  | { kind: 'string' | 'number' | 'boolean' | 'blob' | 'document' }
  /** Without a format the protocol chooses. */
  | { kind: 'timestamp'; format: TimestampFormat | undefined }

export interface ListShape {
  kind: 'list'
  readonly item: Member
}

export interface MapShape {
  kind: 'map'
  readonly key: Member
  readonly value: Member
}

export type Shape = StructureShape | ListShape | MapShape | ScalarShape

const EMPTY: StructureShape = { kind: 'structure', name: 'Unit', members: [] }
const known = new Map<unknown, Shape>()

/** The shape behind a schema; the same object each time. */
function shapeOf(schema: NormalizedSchema): Shape {
  const key: unknown = schema.getSchema()
  const made = known.get(key) ?? makeShape(schema)
  known.set(key, made)
  return made
}

function makeShape(schema: NormalizedSchema): Shape {
  if (schema.isStructSchema()) return structure(schema)
  if (schema.isListSchema()) return { kind: 'list', item: member(schema.getValueSchema(), false) }
  if (schema.isMapSchema()) {
    return {
      kind: 'map',
      key: member(schema.getKeySchema(), true),
      value: member(schema.getValueSchema(), false),
    }
  }
  if (schema.isTimestampSchema())
    return { kind: 'timestamp', format: timestampFormats[Number(schema.getSchema())] }
  if (schema.isBooleanSchema()) return { kind: 'boolean' }
  if (schema.isBlobSchema()) return { kind: 'blob' }
  if (schema.isStringSchema()) return { kind: 'string' }
  if (schema.isUnitSchema()) return EMPTY
  return { kind: schema.isDocumentSchema() ? 'document' : 'number' }
}

const timestampFormats: Record<number, TimestampFormat> = {
  5: 'date-time',
  6: 'http-date',
  7: 'epoch-seconds',
}

function structure(schema: NormalizedSchema): StructureShape {
  // Required members come first; the tuple ends with their number.
  const [, , name, , , , required = 0] = schema.getSchema() as StaticStructureSchema
  let members: Member[] | undefined
  return {
    kind: 'structure',
    name,
    get members() {
      members ??= [...schema.structIterator()].map(([, target], index) => member(target, index < required))
      return members
    },
  }
}

function member(schema: NormalizedSchema, required: boolean): Member {
  let shape: Shape | undefined
  return {
    name: schema.getMemberName(),
    traits: schema.getMergedTraits(),
    required,
    get shape() {
      shape ??= shapeOf(schema)
      return shape
    },
  }
}

export interface OperationShapes {
  /** Shape namespace of the service, e.g. `com.amazonaws.ecs`. */
  namespace: string
  input: StructureShape
  output: StructureShape
  /** REST protocols only. */
  http: { method: string; path: string; status: number }
}

/** Input, output and HTTP binding of an operation. */
export function operationShapes(schema: StaticOperationSchema): OperationShapes {
  const [, namespace, , traits, input, output] = schema
  const [method, path, status] = (typeof traits === 'object' && traits.http) || ['POST', '/', 200]
  return {
    namespace,
    input: shapeOf(NormalizedSchema.of(input)) as StructureShape,
    output: shapeOf(NormalizedSchema.of(output)) as StructureShape,
    http: { method, path, status },
  }
}

export interface ErrorShape {
  /** Shape namespace of the service. */
  namespace: string
  /** Name of the exception, as the JSON protocols and the SDK's error classes have it. */
  name: string
  /** Code in the query protocols, where it differs from the name by trait. */
  queryCode: string
  /** HTTP status of the model; 400 for client errors without one, else 500. */
  status: number
  shape: StructureShape
}

interface ErrorTraits {
  awsQueryError?: [code: string, status: number]
  httpError?: number
  error?: 'client' | 'server'
}

/**
 * Finds the modelled error that a service calls `code`, by its name or by its query code. The SDK registers the errors of
 * a service by namespace when its package is imported, so any of the service's operations leads to them.
 */
export function errorShape(schema: StaticOperationSchema, code: string): ErrorShape | undefined {
  const [, namespace] = schema
  const registry = TypeRegistry.for(namespace)
  const found =
    registry.find((each) => NormalizedSchema.of(each).getName() === code) ??
    registry.find((each) => errorTraits(each).awsQueryError?.[0] === code)
  if (!found) return undefined
  const shape = shapeOf(NormalizedSchema.of(found)) as StructureShape
  const { awsQueryError, httpError, error } = errorTraits(found)
  return {
    namespace,
    name: shape.name,
    queryCode: awsQueryError?.[0] ?? shape.name,
    status: httpError ?? (error === 'client' ? 400 : 500),
    shape,
  }
}

function errorTraits(schema: Schema): ErrorTraits {
  return NormalizedSchema.of(schema).getMergedTraits()
}
