import { expect, it } from 'vitest'
import { lineLooks } from './chart-colors.ts'
import { palette } from './palette.ts'

it('a line with a meaning of its own takes no colour from the others, and each has a dash of its own', () => {
  const looks = lineLooks([{ tone: 'muted' }, {}, { tone: 'bad' }, {}])
  expect(looks.map(({ stroke }) => stroke)).toEqual([
    palette.lineQuiet,
    palette.lines[0],
    palette.lineBad,
    palette.lines[1],
  ])
  expect(new Set(looks.map(({ dash }) => dash)).size).toBe(4)
})
