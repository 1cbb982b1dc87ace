/** What a guard measured, in its unit. */
import type { GuardId } from '../../../core/cutover/guards/guard.ts'
import type { Locale } from '../../../i18n/text.ts'
import { type ChartUnit, formatValue } from '../../../widgets/metric-chart/chart-format.ts'

/** Shares come from 0 to 1, a deployment's time in ms. */
const units: Partial<Record<GuardId, { unit: ChartUnit; scale: number }>> = {
  G2: { unit: 'percent', scale: 100 },
  G2b: { unit: 'percent', scale: 100 },
  G2c: { unit: 'percent', scale: 100 },
  G3: { unit: 'seconds', scale: 1 },
  G5: { unit: 'percent', scale: 100 },
  G7: { unit: 'seconds', scale: 0.001 },
}

export function guardValue(id: GuardId, value: number, locale: Locale): string {
  const { unit, scale } = units[id] ?? { unit: 'count', scale: 1 }
  return formatValue(value * scale, unit, locale)
}
