import { describe, expect, it } from 'vitest'
import {
  isAlone,
  niceTop,
  roomOfLabels,
  spacedMarks,
  stackable,
  summarise,
  timeTicks,
  totalOf,
  toRows,
  type ChartSeries,
} from './chart-data.ts'

const minute = 60_000
const hour = 60 * minute

const mark = (label: string) => ({ at: 0, label })

function series(id: string, ...points: [number, number][]): ChartSeries {
  return { id, label: id, points: points.map(([at, value]) => ({ at: at * minute, value })) }
}

describe('rows', () => {
  it('puts series side by side and leaves null where one has no data', () => {
    expect(toRows([series('a', [0, 1], [1, 2]), series('b', [1, 9])], minute)).toEqual([
      { at: 0, values: [1, null] },
      { at: minute, values: [2, 9] },
    ])
  })

  it('breaks the line where AWS has no data, instead of drawing across the gap', () => {
    expect(toRows([series('a', [0, 1], [5, 2])], minute)).toEqual([
      { at: 0, values: [1] },
      { at: minute, values: [null] },
      { at: 5 * minute, values: [2] },
    ])
  })

  it('orders points that come unordered', () => {
    expect(toRows([series('a', [1, 2], [0, 1])], minute).map((row) => row.at)).toEqual([0, minute])
  })

  it('knows a value that no line reaches', () => {
    const rows = toRows([series('a', [0, 1], [5, 2], [6, 3])], minute)
    expect(rows.map((_, index) => isAlone(rows, index, 0))).toEqual([true, false, false, false])
  })
})

describe('time ticks', () => {
  it('stand on round times', () => {
    expect(timeTicks(7 * minute, 62 * minute, 6, 0).map((at) => at / minute)).toEqual([
      10, 20, 30, 40, 50, 60,
    ])
  })

  it("start days at the reader's midnight", () => {
    const seoul = 9 * hour
    expect(timeTicks(0, 72 * hour, 3, seoul).map((at) => at / hour)).toEqual([15, 39, 63])
  })

  it('never exceed the number asked for by more than the edge', () => {
    for (const hours of [1, 3, 12, 24, 72, 240])
      expect(timeTicks(1, hours * hour, 8, 0).length).toBeLessThanOrEqual(9)
  })
})

describe('the scale', () => {
  it.each([
    [0, 1],
    [0.34, 0.4],
    [3, 4],
    [7, 8],
    [21, 40],
    [100, 100],
    [101, 200],
  ])('of %d ends at %d', (value, top) => {
    expect(niceTop([series('a', [0, value])], 0)).toBeCloseTo(top)
  })

  it('keeps percent at 100 when values are low', () => {
    expect(niceTop([series('a', [0, 3])], 100)).toBe(100)
  })
})

it('sums a series up for readers who do not see it', () => {
  expect(summarise(series('a', [2, 5], [0, 1], [1, 9]).points)).toEqual({
    latest: { at: 2 * minute, value: 5 },
    lowest: 1,
    highest: 9,
  })
  expect(summarise([])).toBeUndefined()
})

describe('stacked areas', () => {
  const [one, two] = [
    {
      id: 'one',
      label: 'one',
      points: [
        { at: 0, value: 1 },
        { at: 120, value: 3 },
      ],
    },
    {
      id: 'two',
      label: 'two',
      points: [
        { at: 60, value: 2 },
        { at: 180, value: 4 },
      ],
    },
  ]

  it('take what was not counted for none, as far as anything is known', () => {
    const stack = stackable([one, two], 60)
    expect(stack.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [1, 0, 3, 0],
      [0, 2, 0, 4],
    ])
    expect(totalOf(stack).points.map(({ value }) => value)).toEqual([1, 2, 3, 4])
    expect(stackable([{ ...one, points: [] }], 60)[0]?.points).toEqual([])
  })

  it('write labels of marks only where there is room', () => {
    const marks = [90, 0, 40, 50].map((at) => ({ at, label: String(at) }))
    expect(spacedMarks(marks, 45).map(({ label }) => label)).toEqual(['0', '', '50', ''])
  })

  it('know how wide the widest label is, letters of Korean being wider', () => {
    expect(roomOfLabels([mark('TTL'), mark('Original')])).toBe(64)
    expect(roomOfLabels([mark('원래 상태')])).toBe(59)
    expect(roomOfLabels([])).toBe(8)
  })
})
