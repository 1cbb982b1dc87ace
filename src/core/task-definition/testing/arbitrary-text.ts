/** The same value written in many ways: indentation, line ends, comments, last commas, several members in a line. */
import * as fc from 'fast-check'
import type { Json } from '../json.ts'

interface Taste {
  unit: string
  lineEnd: string
  /** What may be strewn in; drawn one by one. */
  draws: number[]
}

const taste: fc.Arbitrary<Taste> = fc.record({
  unit: fc.constantFrom('  ', '    ', '\t', ' '),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  draws: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 40 }),
})

/** A text whose value is `value`. Comments in it are `a block` and `//c`. */
export function anyTextOf(value: Json): fc.Arbitrary<string> {
  return taste.map((chosen) => new Writer(chosen).write(value, ''))
}

class Writer {
  #at = 0
  readonly #taste: Taste

  constructor(chosen: Taste) {
    this.#taste = chosen
  }

  write(value: Json, indent: string): string {
    if (Array.isArray(value))
      return this.#container(
        '[]',
        value.map((element) => (inner) => this.write(element, inner)),
        indent,
      )
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    return this.#container(
      '{}',
      Object.entries(value).map(
        ([key, member]) =>
          (inner) =>
            `${JSON.stringify(key)}${this.#draw() === 0 ? ' ' : ''}: ${this.write(member, inner)}`,
      ),
      indent,
    )
  }

  #container(brackets: string, parts: ((inner: string) => string)[], indent: string): string {
    const [open = '', close = ''] = brackets
    const isInline = this.#draw() < 3
    const inner = indent + this.#taste.unit
    const gap = isInline ? ' ' : this.#taste.lineEnd + inner
    if (parts.length === 0) return this.#draw() === 0 ? `${open}${gap}/*c*/ ${close}` : open + close
    const body = parts.map((part, index) => {
      const isLast = index === parts.length - 1
      const comma = isLast && this.#draw() > 0 ? '' : ','
      return gap + this.#remark(isInline, 1) + part(inner) + this.#far() + comma + this.#remark(isInline, 0)
    })
    return open + body.join('') + (isInline ? ' ' : this.#taste.lineEnd + indent) + close
  }

  #far(): string {
    return this.#draw() === 1 ? ' /*c*/ ' : ''
  }

  #remark(isInline: boolean, luck: number): string {
    const draw = this.#draw()
    if (draw === luck && !isInline && luck === 0) return ' //c'
    return draw === 2 ? ' /*c*/ ' : ''
  }

  #draw(): number {
    this.#at += 1
    return this.#taste.draws[this.#at % this.#taste.draws.length] ?? 0
  }
}
