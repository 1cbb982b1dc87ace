/** Turns series into what a chart draws: rows by time with gaps where AWS has no data, ticks on round times, and a scale. */
export interface ChartPoint {
  /** ms since the epoch: the start of the period. */
  at: number
  value: number
}

export interface ChartSeries {
  id: string
  /** Already in the reader's language. */
  label: string
  points: readonly ChartPoint[]
  /** A fixed meaning gets a fixed colour; without one, the next of the palette. */
  tone?: 'good' | 'bad' | 'muted'
}

/** Something that happened, drawn as a line across the chart. */
export interface ChartMark {
  /** ms since the epoch. */
  at: number
  /** Already in the reader's language. */
  label: string
}

/** One time with the value of each series, in the order of the series; null where AWS has none. */
export interface ChartRow {
  at: number
  values: (number | null)[]
}

const minute = 60_000
const hour = 60 * minute
const tickSteps = [
  minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
  72 * hour,
  168 * hour,
]

/** Rows in order of time. Where no series has a value for longer than `periodMs`, an empty row breaks every line. */
export function toRows(series: readonly ChartSeries[], periodMs: number): ChartRow[] {
  const byTime = new Map<number, (number | null)[]>()
  for (const [index, { points }] of series.entries()) {
    for (const { at, value } of points) {
      const values = byTime.get(at) ?? series.map(() => null)
      values[index] = value
      byTime.set(at, values)
    }
  }
  const rows: ChartRow[] = []
  let before: number | undefined
  for (const at of [...byTime.keys()].toSorted((a, b) => a - b)) {
    if (before !== undefined && at - before > periodMs * 1.5)
      rows.push({ at: before + periodMs, values: series.map(() => null) })
    rows.push({ at, values: byTime.get(at) ?? [] })
    before = at
  }
  return rows
}

/** True for a value with nothing on either side: a line cannot show it, so it needs a dot. */
export function isAlone(rows: readonly ChartRow[], row: number, series: number): boolean {
  const valueAt = (index: number): number | null => rows[index]?.values[series] ?? null
  return valueAt(row) !== null && valueAt(row - 1) === null && valueAt(row + 1) === null
}

/** Round times within the range, at most `most`. `offsetMs` is the reader's zone east of UTC, so that days start at its midnight. */
export function timeTicks(from: number, to: number, most: number, offsetMs: number): number[] {
  const span = to - from
  const step = tickSteps.find((one) => span / one <= most) ?? span
  const ticks: number[] = []
  for (let at = Math.ceil((from + offsetMs) / step) * step - offsetMs; at <= to; at += step) ticks.push(at)
  return ticks
}

/** The upper end of the value axis: at least `floor`, rounded up so that half of it is round as well. */
export function niceTop(series: readonly ChartSeries[], floor: number): number {
  const highest = series.reduce(
    (top, { points }) => points.reduce((most, { value }) => Math.max(most, value), top),
    floor,
  )
  const power = 10 ** Math.floor(Math.log10(highest || 1))
  const factor = [1, 2, 4, 6, 8, 10].find((one) => one * power >= highest * 0.999_999) ?? 10
  return factor * power
}

export interface SeriesSummary {
  latest: ChartPoint
  lowest: number
  highest: number
}

/** The last value and the range of a series, for readers who do not see the line; undefined without points. */
export function summarise(points: readonly ChartPoint[]): SeriesSummary | undefined {
  if (points.length === 0) return undefined
  const values = points.map((point) => point.value)
  return {
    latest: points.reduce((last, point) => (point.at > last.at ? point : last)),
    lowest: values.reduce((a, b) => Math.min(a, b)),
    highest: values.reduce((a, b) => Math.max(a, b)),
  }
}

/**
 * Series that can stand on each other: where one has a value the others are 0, because nothing was counted there, and times of which
 * no series tells are 0 for all up to the last one that is known.
 */
export function stackable(series: readonly ChartSeries[], periodMs: number): ChartSeries[] {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at))
  if (times.length === 0) return [...series]
  const [from, to] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))]
  const all = Array.from(
    { length: Math.round((to - from) / periodMs) + 1 },
    (_, index) => from + index * periodMs,
  )
  return series.map((one) => {
    const known = new Map(one.points.map(({ at, value }) => [at, value]))
    return { ...one, points: all.map((at) => ({ at, value: known.get(at) ?? 0 })) }
  })
}

/** The series that is the sum of all: for the scale of stacked areas. */
export function totalOf(series: readonly ChartSeries[]): ChartSeries {
  const sums = new Map<number, number>()
  for (const { points } of series)
    for (const { at, value } of points) sums.set(at, (sums.get(at) ?? 0) + value)
  return { id: 'total', label: '', points: [...sums].map(([at, value]) => ({ at, value })) }
}

/** px that the longest of the labels takes, at 11 px a letter of Korean and two thirds of that any other. */
export function roomOfLabels(marks: readonly ChartMark[]): number {
  const widths = marks.map(
    ({ label }) => 7 * label.length + 4 * (label.match(/[\u2e80-\uffff]/g)?.length ?? 0),
  )
  return Math.max(0, ...widths) + 8
}

/** Marks with the labels of those left out that would be written over each other. `least`: ms between labels. */
export function spacedMarks(marks: readonly ChartMark[], least: number): ChartMark[] {
  let last = Number.NEGATIVE_INFINITY
  return marks
    .toSorted((a, b) => a.at - b.at)
    .map((mark) => {
      if (mark.at - last < least) return { ...mark, label: '' }
      last = mark.at
      return mark
    })
}
