/** Takes one value out of a text, as a text of its own: indented anew, with the comments that stood around it on top. */
import { createScanner, type Node } from 'jsonc-parser'
import { indentOf } from '../edits/written.ts'

/** Token kinds of jsonc-parser's scanner: its enumeration is erased in the published code. */
const commentKinds = [12, 13]

export function takeOut(text: string, node: Node): string {
  const end = node.offset + node.length
  const comments = commentsIn(text).filter(({ offset }) => offset < node.offset || offset >= end)
  const lines = comments.map(({ comment }) => `${comment}\n`).join('')
  return `${lines}${outdented(text, node)}\n`
}

/** Puts a value into a new object as its only member. */
export function wrap(text: string, node: Node, key: string, isElement: boolean): string {
  const end = node.offset + node.length
  const around = commentsIn(text)
  const before = around.filter(({ offset }) => offset < node.offset).map(({ comment }) => `${comment}\n`)
  const after = around.filter(({ offset }) => offset >= end).map(({ comment }) => `${comment}\n`)
  const value = outdented(text, node)
  const member = isElement ? `[\n${indented(value, '    ')}\n  ]` : indented(value, '  ').trimStart()
  return `${before.join('')}{\n  ${JSON.stringify(key)}: ${member}\n}\n${after.join('')}`
}

/** Lines of a text may stand within a string only as `\n`, so that no string is changed by this. */
function outdented(text: string, node: Node): string {
  const indent = indentOf(text, node.offset)
  const value = text.slice(node.offset, node.offset + node.length)
  return indent === '' ? value : value.replaceAll(`\n${indent}`, '\n')
}

function indented(text: string, indent: string): string {
  return text.replaceAll(/^(?!$)/gm, indent)
}

function commentsIn(text: string): { offset: number; comment: string }[] {
  const scanner = createScanner(text, false)
  const found: { offset: number; comment: string }[] = []
  for (;;) {
    const kind: number = scanner.scan()
    const offset = scanner.getTokenOffset()
    if (offset >= text.length) return found
    if (commentKinds.includes(kind))
      found.push({ offset, comment: text.slice(offset, scanner.getPosition()) })
  }
}
