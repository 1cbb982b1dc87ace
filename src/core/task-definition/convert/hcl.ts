/** Writes values and blocks in Terraform's language. https://developer.hashicorp.com/terraform/language/syntax/configuration */
import type { Json } from '../json.ts'

/** An expression. `depth`: how far the line it starts in is indented. */
export function hclOf(value: Json, depth = 0): string {
  if (typeof value === 'string') return hclText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const [pad, end] = ['  '.repeat(depth + 1), '  '.repeat(depth)]
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map((item) => hclOf(item, depth + 1))
    const isShort = value.every((item) => typeof item !== 'object') && items.join(', ').length < 80
    return isShort ? `[${items.join(', ')}]` : `[\n${items.map((item) => `${pad}${item},\n`).join('')}${end}]`
  }
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  if (members.length === 0) return '{}'
  return `{\n${aligned(members.map(([name, inner]) => [keyOf(name), hclOf(inner, depth + 1)]))
    .map((line) => `${pad}${line}\n`)
    .join('')}${end}}`
}

/** `${` and `%{` start a template, unless they are doubled. */
export function hclText(text: string): string {
  return (
    JSON.stringify(text)
      // JSON's \b and \f are no escapes here.
      .replace(/(\\\\)|\\b|\\f/g, (escape) =>
        escape === '\\b' ? '\\u0008' : escape === '\\f' ? '\\u000c' : escape,
      )
      .replace(/[$%]\{/g, (start) => start.charAt(0) + start)
  )
}

export type Line = readonly [name: string, expression: string]

/** Equal signs stand below each other, as `terraform fmt` has them; a value of more than one line ends the group. */
export function aligned(lines: readonly Line[]): string[] {
  const out: string[] = []
  let group: Line[] = []
  const flush = (): void => {
    const width = Math.max(0, ...group.map(([name]) => name.length))
    out.push(...group.map(([name, expression]) => `${name.padEnd(width)} = ${expression}`))
    group = []
  }
  for (const line of lines) {
    if (line[1].includes('\n')) {
      flush()
      out.push(`${line[0]} = ${line[1]}`)
    } else group.push(line)
  }
  flush()
  return out
}

/** A block of a resource, with its lines indented once. */
export function block(name: string, lines: readonly string[]): string[] {
  return [
    `${name} {`,
    ...lines.flatMap((line) => line.split('\n').map((each) => (each ? `  ${each}` : each))),
    '}',
  ]
}

/** Words of the language are quoted too. */
function keyOf(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) && !/^(?:true|false|null|for|in|if)$/.test(name)
    ? name
    : hclText(name)
}
