/** Line colours that follow light and dark; a dash pattern tells lines apart without colour. */
import type { ChartSeries } from './chart-data.ts'
import { palette } from './palette.ts'

const tones = { good: palette.lineGood, bad: palette.lineBad, muted: palette.lineQuiet }
const dashes = [undefined, '6 3', '2 3', '8 3 2 3']

export interface LineLook {
  stroke: string
  dash: string | undefined
}

/** The look of each line, in the order of the series. Those with a meaning of their own take no colour from the others. */
export function lineLooks(series: readonly Pick<ChartSeries, 'tone'>[]): LineLook[] {
  let next = 0
  return series.map(({ tone }, index) => ({
    stroke: tone ? tones[tone] : (palette.lines[next++ % palette.lines.length] ?? palette.lines[0]),
    dash: dashes[index % dashes.length],
  }))
}
