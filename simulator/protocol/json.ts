/** JSON 1.0 and 1.1 bodies: reading with AWS's type checks, writing modelled members only. */
import { fromBase64, toBase64 } from '@smithy/core/serde'
import { asDate, validDate } from './scalar-text.ts'
import type { ScalarShape, Shape } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/** Decodes parsed JSON as `shape`. Unknown members are ignored and null means absent, as AWS does. @throws Unreadable */
export function readJson(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure': {
      const record = asRecord(value)
      const output: Record<string, unknown> = {}
      for (const { name, shape: target } of shape.members) {
        if (Object.hasOwn(record, name) && record[name] !== null)
          output[name] = readJson(target, record[name])
      }
      return output
    }
    case 'map': {
      const entries = Object.entries(asRecord(value)).filter(([, item]) => item !== null)
      // fromEntries defines own members, so that a key `__proto__` is only a key.
      return Object.fromEntries(entries.map(([key, item]) => [key, readJson(shape.value.shape, item)]))
    }
    case 'list':
      if (!Array.isArray(value)) throw refused(value, 'list')
      return value.map((item) => readJson(shape.item.shape, item))
    default:
      return readScalar(shape, value)
  }
}

function readScalar(shape: ScalarShape, value: unknown): unknown {
  if (shape.kind === 'document') return value
  if (shape.kind === 'timestamp') return validDate(asType(value, 'number', 'Timestamp') * 1000, String(value))
  if (shape.kind === 'blob') return fromBase64(asType(value, 'string', 'Blob'))
  return asType(value, shape.kind, shape.kind.charAt(0).toUpperCase() + shape.kind.slice(1))
}

/** Encodes an operation's output: times as epoch seconds, members without a value left out. */
export function writeJson(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure': {
      const record = value as Record<string, unknown>
      const output: Record<string, unknown> = {}
      for (const { name, shape: target } of shape.members) {
        const item = record[name]
        if (item !== undefined && item !== null) output[name] = writeJson(target, item)
      }
      return output
    }
    case 'map': {
      const entries = Object.entries(value as Record<string, unknown>)
      return Object.fromEntries(entries.map(([key, item]) => [key, writeJson(shape.value.shape, item)]))
    }
    case 'list':
      return (value as unknown[]).map((item) => writeJson(shape.item.shape, item))
    default:
      return writeScalar(shape, value)
  }
}

function writeScalar(shape: ScalarShape, value: unknown): unknown {
  if (shape.kind === 'timestamp') return asDate(value).getTime() / 1000
  return shape.kind === 'blob' ? toBase64(value as Uint8Array) : value
}

interface Types {
  string: string
  number: number
  boolean: boolean
}

function asType<Type extends keyof Types>(value: unknown, type: Type, wanted: string): Types[Type] {
  if (typeof value === type) return value as Types[Type]
  throw refused(value, wanted)
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw refused(value, 'map')
}

/** The words of AWS's JSON front end. */
function refused(value: unknown, wanted: string): Unreadable {
  if (Array.isArray(value)) return new Unreadable('Start of list found where not expected')
  if (typeof value === 'object' && value !== null) {
    return new Unreadable('Start of structure or map found where not expected.')
  }
  if (wanted === 'list' || wanted === 'map') return new Unreadable(`Expected ${wanted} or null`)
  return new Unreadable(`${token(value)} can not be converted to ${wanted}`)
}

function token(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE'
  return value === null ? 'NULL_VALUE' : `${(typeof value).toUpperCase()}_VALUE`
}
