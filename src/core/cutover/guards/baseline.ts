/** How the legacy did before the cutover, from its hours. */
import { median } from '../../metrics/median.ts'
import type { Baseline } from './readings.ts'

/** One hour of all legacy load balancers together; a member is absent where CloudWatch has no value. */
export interface LegacyHour {
  requests?: number
  /** Answered with 5XX, by targets or by the load balancer. */
  errors?: number
  clientErrors?: number
  /** Seconds. */
  p95?: number
}

/** Of nothing, for a legacy that CloudWatch does not know: then absolute limits hold. */
export function baselineOf(hours: readonly LegacyHour[]): Baseline {
  const requests = median(hours.map((hour) => hour.requests ?? 0))
  const p95 = median(hours.flatMap((hour) => hour.p95 ?? []))
  const all = sum(hours.map((hour) => hour.requests))
  return {
    ...(requests !== undefined && { requestsPerHour: requests }),
    ...(p95 !== undefined && { p95 }),
    ...(all > 0 && {
      errorRatio: Math.min(1, sum(hours.map(({ errors }) => errors)) / all),
      clientErrorRatio: Math.min(1, sum(hours.map(({ clientErrors }) => clientErrors)) / all),
    }),
  }
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value = 0) => total + value, 0)
}
