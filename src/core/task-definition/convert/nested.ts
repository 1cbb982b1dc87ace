/** Finds what stands within a member and is not read, so that it is not passed over in silence either. */
import type { Json } from '../json.ts'
import { membersOf } from './written.ts'

/** Whether the names are those of the value itself, of each item of a list, or of each value of a map. */
export interface Nested {
  in: 'self' | 'items' | 'values'
  known: string
}

export type NestedNames = Readonly<Record<string, Nested>>

/** Names within `value` that nothing reads; each once. Those that start with `x-` mean nothing. */
export function othersIn(value: Json, names: NestedNames, member: string): string[] {
  const nested = Object.hasOwn(names, member) ? names[member] : undefined
  if (!nested) return []
  const known = nested.known.split(' ')
  const found = partsOf(value, nested.in).flatMap((part) => Object.keys(membersOf(part) ?? {}))
  return [...new Set(found)].filter((name) => !known.includes(name) && !name.startsWith('x-'))
}

function partsOf(value: Json, where: Nested['in']): Json[] {
  if (where === 'items') return Array.isArray(value) ? value : []
  return where === 'values' ? Object.values(membersOf(value) ?? {}) : [value]
}
