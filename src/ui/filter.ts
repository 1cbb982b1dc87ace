/** A table's filter as a value, and as the readable text that stands in the URL: `status:ACTIVE name:web`. */
export type FilterOperator = ':' | '!:' | '=' | '!=' | '^' | '!^' | '>' | '>=' | '<' | '<='

export interface FilterToken {
  /** Absent: free text, looked for in every text column. */
  property?: string
  operator: FilterOperator
  value: string
}

export interface Filter {
  join: 'and' | 'or'
  tokens: readonly FilterToken[]
}

export const noFilter: Filter = { join: 'and', tokens: [] }

/** Longest first, so that `>=` is not read as `>` followed by `=`. */
const operators: readonly FilterOperator[] = ['!:', '!=', '!^', '>=', '<=', ':', '=', '^', '>', '<']
const operatorStart = /[:=<>!^]/
const space = /\s/

/** Reads what a person or `printFilter` wrote. Every string is some filter: there are no syntax errors in a URL. */
export function parseFilter(text: string): Filter {
  const tokens: FilterToken[] = []
  let join: Filter['join'] = 'and'
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const { token, end, bare } = readToken(text, at)
    if (bare && token.value.toLowerCase() === 'or' && tokens.length > 0) join = 'or'
    else tokens.push(token)
    at = skipSpace(text, end)
  }
  return { join: tokens.length > 1 ? join : 'and', tokens }
}

/** Writes `filter` so that `parseFilter` reads the same filter back. */
export function printFilter(filter: Filter): string {
  return filter.tokens.map(printToken).join(filter.join === 'or' ? ' or ' : ' ')
}

function printToken({ property, operator, value }: FilterToken): string {
  if (property !== undefined) return `${quoteWord(property)}${operator}${quoteValue(value)}`
  return operator === ':' ? quoteWord(value) : `${operator}${quoteValue(value)}`
}

/** A bare word may not look like `property:value`, like the joining word, or like nothing. */
function quoteWord(word: string): string {
  return word === '' || word.toLowerCase() === 'or' || /[\s"\\:=<>!^]/.test(word) ? quote(word) : word
}

/** After an operator only space, quotes and a start that would lengthen the operator need care. */
function quoteValue(value: string): string {
  return value === '' || /[\s"\\]/.test(value) || operatorStart.test(value.charAt(0)) ? quote(value) : value
}

function quote(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

function readToken(text: string, from: number): { token: FilterToken; end: number; bare: boolean } {
  const leading = operatorAt(text, from)
  if (leading) {
    const value = readValue(text, from + leading.length)
    return { token: { operator: leading, value: value.text }, end: value.end, bare: false }
  }
  const word = text.charAt(from) === '"' ? readQuoted(text, from) : readWord(text, from)
  const operator = operatorAt(text, word.end)
  if (!operator) {
    return { token: { operator: ':', value: word.text }, end: word.end, bare: text.charAt(from) !== '"' }
  }
  const value = readValue(text, word.end + operator.length)
  return { token: { property: word.text, operator, value: value.text }, end: value.end, bare: false }
}

interface Piece {
  text: string
  end: number
}

function readWord(text: string, from: number): Piece {
  let end = from
  while (end < text.length && !space.test(text.charAt(end)) && !operatorAt(text, end)) end += 1
  return { text: text.slice(from, end), end }
}

function readValue(text: string, from: number): Piece {
  if (text.charAt(from) === '"') return readQuoted(text, from)
  let end = from
  while (end < text.length && !space.test(text.charAt(end))) end += 1
  return { text: text.slice(from, end), end }
}

/** A quote that is never closed reaches to the end. */
function readQuoted(text: string, from: number): Piece {
  let value = ''
  let at = from + 1
  while (at < text.length && text.charAt(at) !== '"') {
    if (text.charAt(at) === '\\' && at + 1 < text.length) at += 1
    value += text.charAt(at)
    at += 1
  }
  return { text: value, end: Math.min(at + 1, text.length) }
}

function operatorAt(text: string, at: number): FilterOperator | undefined {
  return operators.find((operator) => text.startsWith(operator, at))
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && space.test(text.charAt(at))) at += 1
  return at
}
