/** Writes values as TypeScript. */
import type { Json } from '../../json.ts'

/** Code that stands as it is among values, such as `ecs.Protocol.UDP`. */
export class Code {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Source = Json | Code | undefined | readonly Source[] | { readonly [name: string]: Source }

/** An expression. `depth`: how far the line it starts in is indented. Members without a value are left out. */
export function sourceOf(value: Source, depth = 0): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return textOf(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const [pad, end] = ['  '.repeat(depth + 1), '  '.repeat(depth)]
  if (Array.isArray(value)) {
    const items = value.map((item) => sourceOf(item as Source, depth + 1))
    const line = `[${items.join(', ')}]`
    if (line.length < 80 && !line.includes('\n')) return line
    return `[\n${items.map((item) => `${pad}${item},\n`).join('')}${end}]`
  }
  const lines = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `${pad}${keyOf(name)}: ${sourceOf(inner, depth + 1)},\n`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${end}}`
}

/** A key that JavaScript would take for the prototype is computed. */
function keyOf(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textOf(name)
}

function textOf(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1)
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", String.raw`\'`)}'`
}
