/**
 * Takes what may be secret out of a definition's text before anybody sees it, and puts it back before it is sent. What is
 * taken out stays in memory, and a numbered mark (`•••1`) stands in its place: equal values get equal marks, so that
 * differences still show.
 */
import { type Node, parseTree } from 'jsonc-parser'
import type { Json, JsonPath } from './json.ts'
import { applyEdits, type TextEdit } from './text.ts'

/** The values behind the marks; the first one is number 1. */
export type Kept = readonly string[]

export interface Masked {
  text: string
  kept: Kept
}

/** A stretch of a string that must not be seen: [start, end). */
type Stretch = readonly [start: number, end: number]

const mark = /•••(\d+)/g

/** Options of log drivers that name places and sizes: without them nobody can tell where the logs are. */
const plainLogOptions =
  /^(?:awslogs-(?:group|region|stream-prefix|create-group|datetime-format|multiline-pattern|endpoint)|mode|max-(?:buffer-size|size|file)|tag|Name|region|log_group_name|log_stream_prefix|delivery_stream|log-driver-buffer-limit)$/

/** Names whose value is a secret, wherever they stand: `--db-password=…`, `TOKEN=…`. */
const keyLike = /(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|private[-_]?key|credential)s?$/i

/** A value that is only a place to fill in says nothing. */
const hole = /^(?:\$\{[^}]*\}|\{\{[^}]*\}\}|<[^<>]*>|__\w+__)$/

/** The edits (offsets of `text`) that put marks in the place of secrets, and what the marks stand for. */
export function maskEdits(text: string, kept: Kept = []): { edits: TextEdit[]; kept: Kept } {
  const values = [...kept]
  const tree = parseTree(text, [], { allowTrailingComma: true })
  const edits = stringsOf(tree).flatMap(({ node, path, value }) => {
    const written = maskString(value, sensitiveStretches(path, value, before(node)), values)
    return written === value
      ? []
      : [{ offset: node.offset, length: node.length, text: JSON.stringify(written) }]
  })
  return { edits, kept: edits.length > 0 ? values : kept }
}

/** `text` with its secrets replaced by marks. `kept`: what earlier marks of the same definition stand for. */
export function maskText(text: string, kept: Kept = []): Masked {
  const masked = maskEdits(text, kept)
  return { text: applyEdits(text, masked.edits), kept: masked.kept }
}

/** As maskText, for a value. */
export function maskValue(value: Json, kept: Kept = []): { value: Json; kept: Kept } {
  const masked = maskText(JSON.stringify(value), kept)
  return { value: JSON.parse(masked.text) as Json, kept: masked.kept }
}

/** Puts the values back into a text. Marks that stand for nothing stay as they are. */
export function unmaskText(text: string, kept: Kept): string {
  return text.replace(mark, (whole, number: string) => {
    const value = kept[Number(number) - 1]
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1)
  })
}

/** Puts the values back into a value. */
export function unmaskValue<T extends Json>(value: T, kept: Kept): T {
  return JSON.parse(unmaskText(JSON.stringify(value), kept)) as T
}

/** The values behind the marks of a string, in order. */
export function valuesOf(text: string, kept: Kept): string[] {
  return [...text.matchAll(mark)].flatMap(([, number]) => kept[Number(number) - 1] ?? [])
}

interface StringNode {
  node: Node
  path: JsonPath
  value: string
}

function stringsOf(node: Node | undefined, path: JsonPath = []): StringNode[] {
  if (!node) return []
  if (node.type === 'string') return [{ node, path, value: node.value as string }]
  const children = node.children ?? []
  if (node.type === 'array') return children.flatMap((child, index) => stringsOf(child, [...path, index]))
  return children.flatMap(({ children: [key, value] = [] }) =>
    key ? stringsOf(value, [...path, key.value as string]) : [],
  )
}

/** The text of the element before it in a list. */
function before(node: Node): string {
  const siblings = node.parent?.type === 'array' ? (node.parent.children ?? []) : []
  const value: unknown = siblings[siblings.indexOf(node) - 1]?.value
  return typeof value === 'string' ? value : ''
}

/** `--password`, whose value is the next word. */
function isKeyFlag(word: string): boolean {
  return /^--?[\w-]+$/.test(word) && keyLike.test(word)
}

function maskString(value: string, stretches: readonly Stretch[], values: string[]): string {
  let masked = value
  for (const [start, end] of stretches.toReversed()) {
    const secret = value.slice(start, end)
    if (secret === '' || hole.test(secret) || isMarked(secret)) continue
    const known = values.indexOf(secret)
    const number = known >= 0 ? known + 1 : values.push(secret)
    masked = `${masked.slice(0, start)}•••${number}${masked.slice(end)}`
  }
  return masked
}

function isMarked(text: string): boolean {
  return text.replace(mark, '') === '' || new RegExp(mark.source).test(text)
}

function sensitiveStretches(path: JsonPath, value: string, previous: string): Stretch[] {
  const whole: Stretch[] = [[0, value.length]]
  const key = String(path.at(-1))
  const parents = path.slice(0, -1).map((part) => String(part).toLowerCase())
  const isInList = typeof path.at(-2) === 'number'
  const holder = parents.filter((part) => !/^\d+$/.test(part)).at(-1)
  // A list of names and values, or a map from names to values.
  if (holder === 'environment') return isInList && !/^value$/i.test(key) ? [] : whole
  if (holder === 'dockerlabels' || holder === 'driveropts' || holder === 'labels') return whole
  if (holder === 'options') return plainLogOptions.test(key) ? [] : whole
  if (holder === 'command' || holder === 'entrypoint')
    return isKeyFlag(previous) ? whole : tokenStretches(value)
  return userInfo(value)
}

/** `--password=x`, `PASSWORD=x`, `user:password@host`, and long runs that look like keys. */
function tokenStretches(value: string): Stretch[] {
  const found: Stretch[] = [...userInfo(value)]
  const named = /(--?[\w-]+(?=\s)|[\w-]+(?=\s*[=:]))\s*[=:]?\s*("[^"]*"|'[^']*'|[^\s"';&|]+)/g
  for (const match of value.matchAll(named)) {
    const [all, name = '', secret = ''] = match
    if (!keyLike.test(name)) continue
    const end = match.index + all.length
    found.push([end - secret.length, end])
  }
  for (const match of value.matchAll(/[A-Za-z0-9+/=_-]{40,}/g))
    found.push([match.index, match.index + match[0].length])
  return apart(found)
}

/** The password of `scheme://user:password@host`. */
function userInfo(value: string): Stretch[] {
  return [...value.matchAll(/\/\/[^\s/:@]*:([^\s/@]+)@/g)].map((match) => {
    const end = match.index + match[0].length - 1
    return [end - (match[1] ?? '').length, end] as const
  })
}

/** In order, none inside another. */
function apart(stretches: Stretch[]): Stretch[] {
  const sorted = stretches.toSorted(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd)
  return sorted.filter(([start], index) => sorted.slice(0, index).every(([, end]) => end <= start))
}

/** A string with marks in it. */
export interface MarkedString {
  path: JsonPath
  text: string
  /** Name of the variable, label or option, else the member's. */
  name: string
  /** Name of the container it belongs to; empty outside of containers. */
  owner: string
}

/** Every string of a masked value that has marks, in order. */
export function markedIn(value: Json, path: JsonPath = [], owner = ''): MarkedString[] {
  if (typeof value === 'string')
    return new RegExp(mark.source).test(value) ? [{ path, text: value, name: nameAt(path), owner }] : []
  if (Array.isArray(value)) return value.flatMap((each, index) => markedIn(each, [...path, index], owner))
  if (typeof value !== 'object' || value === null) return []
  const isContainer = path.at(-2) === 'containerDefinitions'
  const container = isContainer && typeof value['name'] === 'string' ? value['name'] : owner
  return Object.entries(value).flatMap(([key, each]) =>
    markedIn(each, [...path, key], container).map((found) =>
      // In a list of names and values the name is beside the value.
      key === 'value' && typeof value['name'] === 'string' ? { ...found, name: value['name'] } : found,
    ),
  )
}

function nameAt(path: JsonPath): string {
  return path.findLast((part) => typeof part === 'string') ?? ''
}
