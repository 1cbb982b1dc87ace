/** Line colours from Cloudscape's tokens, so that they follow light and dark; a dash pattern tells lines apart without colour. */
import {
  colorChartsPaletteCategorical1,
  colorChartsPaletteCategorical2,
  colorChartsPaletteCategorical3,
  colorChartsPaletteCategorical4,
  colorChartsStatusCritical,
  colorChartsStatusNeutral,
  colorChartsStatusPositive,
} from '@cloudscape-design/design-tokens'
import type { ChartSeries } from './chart-data.ts'

const palette = [
  colorChartsPaletteCategorical1,
  colorChartsPaletteCategorical2,
  colorChartsPaletteCategorical3,
  colorChartsPaletteCategorical4,
]
const tones = {
  good: colorChartsStatusPositive,
  bad: colorChartsStatusCritical,
  muted: colorChartsStatusNeutral,
}
const dashes = [undefined, '6 3', '2 3', '8 3 2 3']

export interface LineLook {
  stroke: string
  dash: string | undefined
}

/** The look of each line, in the order of the series. */
export function lineLooks(series: readonly Pick<ChartSeries, 'tone'>[]): LineLook[] {
  return series.map(({ tone }, index) => ({
    stroke: tone ? tones[tone] : (palette[index % palette.length] ?? colorChartsPaletteCategorical1),
    dash: dashes[index % dashes.length],
  }))
}
