import { array, assert, constantFrom, nat, pre, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './lines.ts'
import { problemAt } from './text.ts'

const message = { text: { en: 'x', ko: 'x' } }

describe('the line of an offset', () => {
  it('counts from 1, and every kind of line end', () => {
    const line = linesOf('a\nb\r\nc\rd')
    expect([0, 1, 2, 3, 5, 6, 7, 8, 99].map(line)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4])
    expect(linesOf('')(0)).toBe(1)
  })

  it('is the same that a problem at this offset says', () => {
    const piece = constantFrom('\n', '\r\n', '\r', 'a', '{"b": 1}', '한')
    assert(
      property(array(piece), nat(60), (pieces, at) => {
        const text = pieces.join('')
        const offset = Math.min(at, text.length)
        // Nothing begins between the two halves of a line end.
        pre(!(text[offset - 1] === '\r' && text[offset] === '\n'))
        expect(linesOf(text)(offset)).toBe(problemAt(text, offset, 0, message).line)
      }),
    )
  })
})
