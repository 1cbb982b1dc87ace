/** Draws the metrics of a report as a picture that needs nothing else: it can be looked at years later. */
import type { CutoverReport } from './report.ts'

type Metric = CutoverReport['metrics'][number]

const [width, height] = [720, 200]
const plot = { left: 56, right: 708, top: 12, bottom: 148 }
/** Told apart without colour, too: by dashes. */
const looks = [
  { color: '#0f62c4', dash: '' },
  { color: '#b5480a', dash: '6 3' },
  { color: '#2c6e49', dash: '2 3' },
  { color: '#6b3fa0', dash: '8 3 2 3' },
] as const

/** SVG; undefined where there is nothing to draw. `marks`: when steps were taken. */
export function metricPicture(
  metric: Metric,
  marks: readonly { at: string; label: string }[],
): string | undefined {
  const points = metric.series.flatMap((one) => one.points)
  if (points.length === 0) return undefined
  const times = points.map(({ at }) => Date.parse(at))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const top = Math.max(1, ...points.map(({ value }) => value))
  const x = (at: string): number => round(scale(Date.parse(at), [from, to], [plot.left, plot.right]))
  const y = (value: number): number => round(scale(value, [0, top], [plot.bottom, plot.top]))
  const shown = marks.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<title>${escaped(metric.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...[0, top].map((value) => label(plot.left - 6, y(value) + 4, String(round(value)), 'end')),
    `<path d="M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}" fill="none" stroke="#8c8c94"/>`,
    ...shown.map(
      ({ at, label: text }) =>
        `<path d="M${x(at)} ${plot.top}V${plot.bottom}" stroke="#8c8c94" stroke-dasharray="2 2"/>${label(x(at), plot.top - 2, text, 'middle')}`,
    ),
    label(plot.left, plot.bottom + 14, new Date(from).toISOString(), 'start'),
    label(plot.right, plot.bottom + 14, new Date(to).toISOString(), 'end'),
    ...metric.series.flatMap((one, index) =>
      looksOf(index).map((look) => lineOf(one, { index, look, x, y })),
    ),
    '</svg>',
  ].join('')
}

type Look = (typeof looks)[number]

/** One: beyond the last, the first again. */
function looksOf(index: number): Look[] {
  return looks.filter((_, each) => each === index % looks.length)
}

interface Drawing {
  index: number
  look: Look
  x: (at: string) => number
  y: (value: number) => number
}

function lineOf(
  { label: name, points }: Metric['series'][number],
  { index, look: { color, dash }, x, y }: Drawing,
): string {
  const way = points.map(({ at, value }, each) => `${each === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')
  const [left, bottom] = [plot.left + (index % looks.length) * 164, plot.bottom + 36]
  const stroke = `fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"`
  return `<path d="${way}" ${stroke}/><path d="M${left} ${bottom - 4}h18" ${stroke}/>${label(left + 24, bottom, name, 'start')}`
}

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#424650">${escaped(text)}</text>`
}

/** A single moment stands at the start. */
function scale(value: number, [low, high]: [number, number], [start, end]: [number, number]): number {
  return high === low ? start : start + ((value - low) / (high - low)) * (end - start)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
