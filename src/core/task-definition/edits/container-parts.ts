/** Where the parts of an object or array stand between its brackets: its children, their commas and the comments around them. */
import { createScanner, type Node } from 'jsonc-parser'

/** Token kinds of jsonc-parser's scanner: its enumeration is erased in the published code. */
const kindOf = (token: number): number => token
const comma = 5
const lineComment = 12
const blockComment = 13
const white = 15

export function endOf(node: Node): number {
  return node.offset + node.length
}

/** The offset of the comma behind a child, if there is one before the next child or the bracket. */
export function commaAfter(text: string, child: Node): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(endOf(child))
  return kindOf(scanner.scan()) === comma ? scanner.getTokenOffset() : undefined
}

/** Behind the comments that stand in the same line after the offset: what belongs to that line. */
export function endOfRemarks(text: string, offset: number): number {
  const scanner = createScanner(text, false)
  scanner.setPosition(offset)
  let end = offset
  for (let token = kindOf(scanner.scan()); ; token = kindOf(scanner.scan())) {
    if (token === lineComment || token === blockComment) end = scanner.getPosition()
    else if (token !== white) return end
  }
}

/** True when between the brackets each child after the first would begin a line of its own. */
export function isMultiline(text: string, container: Node): boolean {
  const [first] = container.children ?? []
  return first !== undefined && text.slice(container.offset, first.offset).includes('\n')
}
