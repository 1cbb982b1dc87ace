/** Finds the placeholders of a definition that somebody has to fill before it can be registered. */
import type { Node } from 'jsonc-parser'
import type { JsonPath } from '../json.ts'
import { placesOf } from '../lines.ts'
import { readText } from '../text.ts'
import { keyOf } from '../tree.ts'
import type { Hole } from './cleaned.ts'
import { placeholder } from './placeholders.ts'

/** A text that is nothing but placeholders. Within a longer text, `${X}` may be meant for the container. */
const whole = new RegExp(`^(?:(?:${placeholder})[/:.-]?)+$`)
/** What cleaning leaves of a placeholder where no value can stand. */
const aside = new RegExp(String.raw`\/\* (${placeholder}) \*\/`, 'g')
const anywhere = new RegExp(placeholder)
/** Names of things in AWS hold no placeholder that is meant. */
const names = new Set([
  'family',
  'image',
  'taskRoleArn',
  'executionRoleArn',
  'valueFrom',
  'credentialsParameter',
])
/** Here texts go to a shell or a log driver, which know placeholders of their own. */
const foreign = new Set(['command', 'entryPoint', 'options'])

/** In the order of the text. */
export function holesOf(text: string): Hole[] {
  const { tree } = readText(text)
  const found: Hole[] = []
  const place = placesOf(text)
  const add: Add = (offset, length, said, path) => {
    found.push({ offset, length, ...place(offset), text: said, path })
  }
  if (tree) visit(tree, [], add)
  for (const { 0: comment, 1: said = '', index } of text.matchAll(aside)) {
    // A text that holds what looks like such a comment is no hole.
    if (isOutside(text, index)) add(index, comment.length, said, [])
  }
  return found.toSorted((a, b) => a.offset - b.offset)
}

type Add = (offset: number, length: number, said: string, path: JsonPath) => void

function visit(node: Node, path: JsonPath, add: Add): void {
  const said = saidBy(node, path)
  if (said !== undefined) add(node.offset, node.length, said, path)
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') visit(child, [...path, index], add)
    const value = node.type === 'object' ? child.children?.[1] : undefined
    if (value && !foreign.has(keyOf(child))) visit(value, [...path, keyOf(child)], add)
  }
}

/** The placeholder that a value is; undefined when it is none. */
function saidBy(node: Node, path: JsonPath): string | undefined {
  // A function of CloudFormation, which only a template can answer.
  if (isFunction(node)) return keyOf(node.children[0])
  if (node.type !== 'string') return undefined
  const text = String(node.value)
  const pattern = names.has(String(path.at(-1))) ? anywhere : whole
  return pattern.test(text) ? text : undefined
}

function isFunction(node: Node): node is Node & { children: [Node] } {
  if (node.type !== 'object') return false
  const [first, ...others] = node.children ?? []
  return first !== undefined && others.length === 0 && /^(?:Ref|Fn::\w+)$/.test(keyOf(first))
}

/** An even number of quotes before it in its line: strings do not go over lines. */
function isOutside(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return (line.replaceAll(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 0
}
