/**
 * Takes what may be secret out of a definition's text before anybody sees it, and puts it back before it is sent. What is
 * taken out stays in memory, and a numbered mark (`•••1`) stands in its place: equal values get equal marks, so that
 * differences still show.
 */
import { type Node, visit } from 'jsonc-parser'
import type { Definition } from './definition.ts'
import type { Json, JsonPath } from './json.ts'
import { linesOf } from './lines.ts'
import { isNameMember, rewritten, saysNothing, secretsIn } from './masking/secrets-in.ts'
import { secretWords, type Stretch } from './masking/secret-stretches.ts'
import { unreadableStretches } from './masking/unreadable.ts'
import { applyEdits, readText, type TextEdit } from './text.ts'

/** The values behind the marks; the first one is number 1. */
export type Kept = readonly string[]

export interface Masked {
  text: string
  kept: Kept
}

const mark = /•••(\d+)/g

/**
 * The edits (offsets of `text`) that put marks in the place of secrets, and what the marks stand for. A text that cannot be read as JSON
 * is searched word by word.
 */
export function maskEdits(text: string, kept: Kept = []): { edits: TextEdit[]; kept: Kept } {
  const values = [...kept]
  const { tree, problems } = readText(text)
  const edits = tree && problems.length === 0 ? editsOfTree(text, tree, values) : editsOfWords(text, values)
  return { edits, kept: edits.length > 0 ? values : kept }
}

function editsOfTree(text: string, tree: Node, values: string[]): TextEdit[] {
  const inStrings = stringsOf(tree).flatMap(({ node, path, value }): TextEdit[] => {
    const stretches = secretsIn(value, { path, name: nameOf(node, path), before: before(node) })
    const written = rewritten(value, stretches, (secret) =>
      isMarked(secret) ? secret : markOf(secret, values),
    )
    return written === value
      ? []
      : [{ offset: node.offset, length: node.length, text: JSON.stringify(written) }]
  })
  return [...inStrings, ...editsOfStretches(text, commentSecrets(text), values)]
}

function editsOfWords(text: string, values: string[]): TextEdit[] {
  return editsOfStretches(text, unreadableStretches(text), values)
}

function editsOfStretches(text: string, stretches: readonly Stretch[], values: string[]): TextEdit[] {
  return stretches.flatMap(([start, end]): TextEdit[] => {
    const secret = text.slice(start, end)
    const written = isHarmless(secret) ? secret : markOf(unescaped(secret), values)
    return written === secret ? [] : [{ offset: start, length: end - start, text: written }]
  })
}

/** The inside of a text in quotes, as JSON writes it. */
const jsonInside = /^(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*$/iu

/** What a piece of a JSON text says; the piece itself where it says nothing. */
function unescaped(written: string): string {
  return jsonInside.test(written) ? (JSON.parse(`"${written}"`) as string) : written
}

function commentSecrets(text: string): Stretch[] {
  const found: Stretch[] = []
  visit(
    text,
    {
      onComment: (offset, length) => {
        const comment = secretWords(text.slice(offset, offset + length))
        found.push(...comment.map(([start, end]) => [offset + start, offset + end] as const))
      },
    },
    { allowTrailingComma: true },
  )
  return found
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

/** As maskValue, for what is only looked at. */
export function maskDefinition(definition: Definition): Definition {
  return maskValue(definition as unknown as Json).value as Definition
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

/** Equal values have equal marks. */
function markOf(secret: string, values: string[]): string {
  const known = values.indexOf(secret)
  return `•••${String(known >= 0 ? known + 1 : values.push(secret))}`
}

function isHarmless(secret: string): boolean {
  return saysNothing(secret) || isMarked(secret)
}

function isMarked(text: string): boolean {
  return new RegExp(mark.source).test(text)
}

/** Its name: beside it in a pair, else that of the member. */
function nameOf(node: Node, path: JsonPath): string {
  const siblings = node.parent?.type === 'property' ? (node.parent.parent?.children ?? []) : []
  const pair = siblings.find(({ children: [key] = [] }) => isNameMember(String(key?.value)))
  const beside: unknown = pair?.children?.[1]?.value
  return typeof beside === 'string' && pair !== node.parent ? beside : nameAt(path)
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

/** Marks of a text that stand in none of the strings: in comments, and where nothing can be read. Each once. */
export function marksOutside(
  text: string,
  marked: readonly MarkedString[],
): { text: string; line: number }[] {
  const known = new Set<string>(marked.flatMap((one) => one.text.match(mark) ?? []))
  const found: { text: string; line: number }[] = []
  const lineOf = linesOf(text)
  for (const { 0: each, index } of text.matchAll(mark)) {
    if (known.has(each)) continue
    known.add(each)
    found.push({ text: each, line: lineOf(index) })
  }
  return found
}

function nameAt(path: JsonPath): string {
  return path.findLast((part) => typeof part === 'string') ?? ''
}
