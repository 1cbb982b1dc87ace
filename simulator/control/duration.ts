/** ISO 8601 durations such as `PT10M`, `P1D` or `PT1.5S`. */
import { ControlError } from './control.ts'

const pattern = /^P(?!$)(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?=\d)(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/
const unitMs = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000]

/** Milliseconds of a duration. Months and years have no fixed length and are refused. @throws ControlError */
export function durationMs(text: string): number {
  const parts = pattern.exec(text)
  const amounts = parts?.slice(1).map((part) => (part === undefined ? 0 : Number(part)))
  if (!amounts || amounts.some((amount) => Number.isNaN(amount)))
    throw new ControlError(`"${text}" is no duration such as PT10M, PT30S or P1D`)
  return amounts.reduce((sum, amount, index) => sum + amount * (unitMs[index] ?? 0), 0)
}
