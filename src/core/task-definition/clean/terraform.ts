/** Containers in Terraform's own language, within `jsonencode(…)` or alone, as JSON: `name = "web"` becomes `"name": "web"`. */
import { applyEdits, type TextEdit } from '../edits/text-edit.ts'
import { linesOf } from '../lines.ts'
import { readText } from '../text.ts'
import type { CleanStep, TextStep } from './cleaned.ts'
import { words } from './words.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition */
const list = /\bcontainer_definitions\s*=\s*(?:jsonencode\(|<<[-~]?"?\w+"?[^\S\n]*\n)\s*(?=[[{])/g

/** Where Terraform's lists of containers begin in a text. */
export function listStarts(text: string): number[] {
  return Array.from(text.matchAll(list), ({ 0: found, index }) => index + found.length)
}

/** Expressions become placeholders: `var.memory` is `"${var.memory}"`, which Terraform takes for the same. */
export const terraformAsJson: TextStep = (text) => {
  const start = startOf(text)
  if (start === undefined) return { text, steps: [] }
  const reader = new Reader(text, start)
  try {
    reader.value()
  } catch (error) {
    if (error instanceof NotTerraform) return { text, steps: [] }
    throw error
  }
  if (reader.edits.length === 0) return { text, steps: [] }
  const lineOf = linesOf(text)
  const steps = reader.expressions.map(({ offset, said }): CleanStep => {
    const values = { placeholder: said, line: lineOf(offset) }
    return { id: 'placeholder', message: { text: words.placeholder, values } }
  })
  return {
    text: applyEdits(text, reader.edits),
    steps: [{ id: 'terraform', message: { text: words.terraform } }, ...steps],
  }
}

function startOf(text: string): number | undefined {
  const [first] = listStarts(text)
  if (first !== undefined) return first
  const isAlone = /^\s*(?:#[^\n]*\n\s*)*[[{]\s*(?:\{\s*)?(?:#[^\n]*\n\s*)*"?[\w-]+"?\s*=/.test(text)
  return isAlone && readText(text).problems.length > 0 ? text.search(/[[{]/) : undefined
}

class NotTerraform extends Error {}

/** A text, which may hold expressions with texts of their own. */
const quoted = String.raw`"(?:[^"\\\n$]|\\.|\$(?!\{)|\$\{(?:[^{}"\n]|"(?:[^"\\\n]|\\.)*")*\})*"`
const literal = new RegExp(String.raw`^(?:-?\d+(?:\.\d+)?|true|false|null|${quoted})$`)
/** What ends an expression, and what holds the end of one within. */
const piece = new RegExp(String.raw`${quoted}|[([{]|[)\]}]|,|\n|#|\/\/|[^"()[\]{},\n#/]+|\/`, 'y')

class Reader {
  readonly edits: TextEdit[] = []
  readonly expressions: { offset: number; said: string }[] = []
  private readonly text: string
  private at: number
  private depth = 0

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  value(): void {
    this.space()
    if (/[[{]\s*for\b/y.test(this.text.slice(this.at, this.at + 40))) this.expression()
    else if (this.skip(/\[/y)) this.members(/\]/y, () => this.value())
    else if (this.skip(/\{/y)) this.members(/\}/y, () => this.member())
    else this.expression()
  }

  private members(end: RegExp, member: () => void): void {
    this.depth += 1
    if (this.depth > 100) throw new NotTerraform()
    for (this.space(); !this.skip(end); this.space()) {
      member()
      const behind = this.at
      this.space()
      // The end of a line stands for a comma.
      if (!this.skip(/,/y) && this.peek(end) === undefined) this.replace(behind, 0, ',')
    }
    this.depth -= 1
  }

  private member(): void {
    const key = this.take(/"(?:[^"\\\n]|\\.)*"|[A-Za-z_][\w-]*/y)
    if (!key.startsWith('"')) this.replace(this.at - key.length, key.length, JSON.stringify(key))
    this.take(/[^\S\n]*/y)
    if (!this.skip(/:/y)) {
      this.take(/=/y)
      // The spaces before it, too.
      this.replace(this.at - 1, 1, ':')
    }
    this.value()
  }

  /** A literal stays as it is; everything else becomes a text that is a placeholder. */
  private expression(): void {
    const start = this.at
    for (let depth = 0; ;) {
      const part = this.peek(piece)
      if (part === undefined) throw new NotTerraform()
      if (depth === 0 && /^(?:[)\]},\n#]|\/\/)$/.test(part)) break
      if (/^[([{]$/.test(part)) depth += 1
      if (/^[)\]}]$/.test(part)) depth -= 1
      this.at += part.length
    }
    const said = this.text.slice(start, this.at).trimEnd()
    this.at = start + said.length
    if (said === '') throw new NotTerraform()
    if (literal.test(said)) {
      const plain = plainText(said)
      if (plain !== said) this.replace(start, said.length, plain)
      return
    }
    const placeholder = `\${${said.replaceAll(/\s+/g, ' ')}}`
    this.replace(start, said.length, JSON.stringify(placeholder))
    // A text within may be a secret.
    this.expressions.push({ offset: start, said: said.includes('"') ? '${…}' : placeholder })
  }

  /** White space and comments, which JSON begins otherwise. */
  private space(): void {
    for (this.take(/\s*/y); ; this.take(/\s*/y)) {
      const start = this.at
      if (this.skip(/#[^\n]*/y)) this.replace(start, 1, '//')
      else if (!this.skip(/\/\/[^\n]*|\/\*[\s\S]*?\*\//y)) return
    }
  }

  private replace(offset: number, length: number, text: string): void {
    this.edits.push({ offset, length, text })
  }

  private take(expression: RegExp): string {
    const found = this.peek(expression)
    if (found === undefined) throw new NotTerraform()
    this.at += found.length
    return found
  }

  private skip(expression: RegExp): boolean {
    const found = this.peek(expression)
    this.at += found?.length ?? 0
    return found !== undefined
  }

  private peek(expression: RegExp): string | undefined {
    expression.lastIndex = this.at
    return expression.exec(this.text)?.[0]
  }
}

/** As JSON writes it: quotes within an expression need a backslash, and `$${` is what the container gets as `${`. */
function plainText(written: string): string {
  return written.replaceAll(/(?<escape>[$%])\k<escape>\{|\$\{(?:[^{}"\n]|"(?:[^"\\\n]|\\.)*")*\}/g, (found) =>
    found.startsWith('${') ? JSON.stringify(found).slice(1, -1) : found.slice(1),
  )
}
