/** Single values as text: in forms, XML, headers, paths and queries. */
import { fromBase64, toBase64 } from '@smithy/core/serde'
import type { ScalarShape, TimestampFormat } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/** Reads one value. @throws Unreadable when the text is not of its type. */
export function scalarFromText(shape: ScalarShape, text: string): unknown {
  if (shape.kind === 'number') return numberFromText(text)
  if (shape.kind === 'boolean') return booleanFromText(text)
  if (shape.kind === 'timestamp') return dateFromText(text)
  return shape.kind === 'blob' ? fromBase64(text) : text
}

/** Writes one value; timestamps without a format of their own use `format`. */
export function scalarToText(
  shape: ScalarShape,
  value: unknown,
  format: TimestampFormat = 'date-time',
): string {
  if (shape.kind === 'timestamp') return dateToText(asDate(value), shape.format ?? format)
  return shape.kind === 'blob' ? toBase64(value as Uint8Array) : String(value)
}

/** Operations answer moments as `Date`; anything else is a mistake of the simulator, said loudly. */
export function asDate(value: unknown): Date {
  if (value instanceof Date) return value
  throw new TypeError(`An operation answered ${JSON.stringify(value)} where a Date is expected`)
}

function dateToText(date: Date, format: TimestampFormat): string {
  if (format === 'epoch-seconds') return String(date.getTime() / 1000)
  return format === 'http-date' ? date.toUTCString() : date.toISOString()
}

function numberFromText(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new Unreadable(`${text} is not a valid number`)
  return value
}

function booleanFromText(text: string): boolean {
  const lower = text.toLowerCase()
  if (lower !== 'true' && lower !== 'false') throw new Unreadable(`${text} is not a valid boolean`)
  return lower === 'true'
}

/** Takes ISO 8601, HTTP dates and epoch seconds alike, as AWS's query front ends do. */
function dateFromText(text: string): Date {
  return validDate(/^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text), text)
}

/** The moment `time` (ms since the epoch). @throws Unreadable when there is no such moment. */
export function validDate(time: number, text: string): Date {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) throw new Unreadable(`timestamp must follow ISO8601: ${text}`)
  return date
}
