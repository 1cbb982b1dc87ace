/** Registry: the guards, one line each, in the order in which they are shown. */
import { alarmsRing } from './alarms.ts'
import { clientErrors } from './client-errors.ts'
import { connections } from './connections.ts'
import { deploymentSteady } from './deployment.ts'
import { recordsInPlace } from './drift.ts'
import { failingRequests } from './error-ratio.ts'
import type { Guard, GuardId, GuardReading, Thresholds } from './guard.ts'
import { latency } from './latency.ts'
import { noHealthyHost } from './no-healthy-host.ts'
import type { WatchReadings } from './readings.ts'
import { severeErrors } from './severe-errors.ts'
import { enoughTraffic } from './too-little-traffic.ts'
import { unhealthyHosts } from './unhealthy-hosts.ts'

export const guards: readonly Guard[] = [
  noHealthyHost,
  failingRequests,
  severeErrors,
  clientErrors,
  latency,
  unhealthyHosts,
  connections,
  alarmsRing,
  deploymentSteady,
  recordsInPlace,
  enoughTraffic,
]

/** All guards, with the thresholds that a person changed. */
export function evaluateGuards(
  readings: WatchReadings,
  changed: Partial<Record<GuardId, Thresholds>> = {},
): GuardReading[] {
  return guards.map((guard) => guard.evaluate(readings, changed[guard.id]))
}
