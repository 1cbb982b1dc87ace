/** Reads the part of Terraform's language that a resource with literal values needs. It shares nothing with what writes it. */

export interface HclBlock {
  name: string
  attributes: Record<string, unknown>
  blocks: HclBlock[]
}

/** The resource of a file with one resource. @throws where the text is not understood */
export function readHcl(text: string): HclBlock {
  const reader = new Reader(text)
  reader.take(/resource "[\w-]+" "[\w-]+" \{/y)
  return reader.body('resource')
}

class Reader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  take(expression: RegExp): string {
    const found = this.tryTake(expression)
    if (found === undefined)
      throw new Error(`expected ${expression} at: ${this.text.slice(this.at, this.at + 60)}`)
    return found
  }

  body(name: string): HclBlock {
    const block: HclBlock = { name, attributes: {}, blocks: [] }
    while (this.tryTake(/\}/y) === undefined) {
      const member = this.take(/\w+/y)
      if (this.tryTake(/\{/y) === undefined) {
        this.take(/=/y)
        block.attributes[member] = this.expression()
      } else block.blocks.push(this.body(member))
    }
    return block
  }

  private expression(): unknown {
    if (this.tryTake(/jsonencode\(/y) !== undefined) {
      const value = this.expression()
      this.take(/\)/y)
      return value
    }
    if (this.tryTake(/\[/y) !== undefined) return this.list()
    if (this.tryTake(/\{/y) !== undefined) return this.object()
    const text = this.tryTake(/"(?:[^"\\\n]|\\.)*"/y)
    if (text !== undefined) return literal(text)
    return JSON.parse(this.take(/-?[\d.]+|true|false|null/y))
  }

  private list(): unknown[] {
    const items: unknown[] = []
    while (this.tryTake(/\]/y) === undefined) {
      items.push(this.expression())
      if (this.tryTake(/,/y) !== undefined) continue
      this.take(/\]/y)
      break
    }
    return items
  }

  private object(): object {
    const members: [string, unknown][] = []
    while (this.tryTake(/\}/y) === undefined) {
      const key = this.tryTake(/[A-Za-z_][\w-]*/y) ?? literal(this.take(/"(?:[^"\\\n]|\\.)*"/y))
      this.take(/=/y)
      members.push([key, this.expression()])
    }
    return Object.fromEntries(members)
  }

  /** Spaces before it do not matter. */
  private tryTake(expression: RegExp): string | undefined {
    const space = /\s*/y
    space.lastIndex = this.at
    space.exec(this.text)
    expression.lastIndex = space.lastIndex
    const found = expression.exec(this.text)
    if (!found) return undefined
    this.at = expression.lastIndex
    return found[0]
  }
}

/** A template that is left in a text is a trouble: its value would be another one. */
function literal(quoted: string): string {
  if (/(?<![$%])(?:\$\$)*\$\{|(?<!%)(?:%%)*%\{/.test(quoted.replaceAll('$${', '').replaceAll('%%{', '')))
    throw new Error(`a template in ${quoted}`)
  return (JSON.parse(quoted) as string).replaceAll('$${', '${').replaceAll('%%{', '%{')
}
