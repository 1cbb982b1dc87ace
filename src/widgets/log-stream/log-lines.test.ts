import { describe, expect, it } from 'vitest'
import { linesToShow, loudness, MOST_LINES } from './log-lines.ts'

const line = (at: number, message: string) => ({ at, message })

describe('which lines are shown', () => {
  it('oldest first, however they came', () => {
    expect(linesToShow([line(2, 'b'), line(1, 'a')], '').map((one) => one.message)).toEqual(['a', 'b'])
  })

  it('only those with the words looked for, in any case', () => {
    expect(
      linesToShow([line(1, 'GET /health 200'), line(2, 'POST /cart')], ' get ').map((one) => one.at),
    ).toEqual([1])
  })

  it('the newest when there are too many', () => {
    const many = Array.from({ length: MOST_LINES + 5 }, (_, at) => line(at, 'x'))
    const shown = linesToShow(many, '')
    expect(shown).toHaveLength(MOST_LINES)
    expect(shown[0]?.at).toBe(5)
  })
})

describe('how loud a line is', () => {
  it.each([
    ['2026-11-21 ERROR connection refused', 'error'],
    ['[Warning] Aborted connection', 'warning'],
    ['{"level":"info","error":null}', 'plain'],
    ['{"severity":"FATAL","msg":"bye"}', 'error'],
    ['GET /terrors 200', 'plain'],
  ])('%s is %s', (message, loud) => {
    expect(loudness(message)).toBe(loud)
  })
})
