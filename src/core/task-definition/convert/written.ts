/** Reads the values of a source that may be written in more than one form. Each gives undefined for what it cannot read. */
import type { Json } from '../json.ts'
import { shellWords } from './shell-words.ts'

export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A text alone is a list of one. */
export function textsOf(value: Json | undefined): string[] | undefined {
  if (!Array.isArray(value)) {
    const text = textOf(value)
    return text === undefined ? undefined : [text]
  }
  const texts = value.map(textOf)
  return texts.every((text) => text !== undefined) ? texts : undefined
}

/** A text is split as a shell would. */
export function commandOf(value: Json | undefined): string[] | undefined {
  return typeof value === 'string' ? shellWords(value) : textsOf(value)
}

export function flagOf(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

export function countOf(value: Json | undefined): number | undefined {
  const text = textOf(value)
  return text !== undefined && /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : undefined
}

export type Members = Record<string, Json>

export function membersOf(value: Json | undefined): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}

/** `{ A: 1 }`, or `["A=1", "B"]`. The value is undefined where only a name stands. */
export function pairsOf(value: Json | undefined): [name: string, value: string | undefined][] | undefined {
  if (value === null) return []
  const members = membersOf(value)
  if (members) {
    const pairs = Object.entries(members).map(([name, inner]): [string, string | undefined] => [
      name,
      textOf(inner),
    ])
    return pairs.every(([name, text]) => text !== undefined || members[name] === null) ? pairs : undefined
  }
  return textsOf(value)?.map((line) => {
    const at = line.indexOf('=')
    return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)]
  })
}

/** Without members that are undefined. */
export function present<T extends object>(members: {
  [Member in keyof T]: T[Member] | undefined
}): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>
}
