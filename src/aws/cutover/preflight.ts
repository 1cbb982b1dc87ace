/** Makes the preflight checks: everything is read at once within the call budget, and each result is told as soon as it is there. */
import { type CheckResult, evaluate, isIdle } from '../../core/cutover/preflight/evaluate.ts'
import type { Readings, Subject } from '../../core/cutover/preflight/facts.ts'
import { checks, liveChecks } from '../../core/cutover/preflight/registry.ts'
import type { Check } from '../../core/cutover/preflight/verdict.ts'
import { factContext, type PreflightPorts, readingsOf } from './fact-context.ts'
import { dnsReaders } from './facts-dns.ts'
import { legacyReaders } from './facts-legacy.ts'
import { targetReaders } from './facts-target.ts'

const readers = { ...dnsReaders, ...targetReaders, ...legacyReaders }

/** ms for which keys must last before a start, and before each step. */
const neededAtStart = 15 * 60_000
const neededAtStep = 10 * 60_000

export interface PreflightOptions {
  /** Called once for each check, in the order in which they end, with what it was made from. */
  onResult?: (result: CheckResult, readings: Readings) => void
  /** Which ones are made. Default: all. */
  only?: (check: Check) => boolean
  signal?: AbortSignal
}

/** All checks, in the order of the registry. Rejects only with the reason of `signal`. */
export function runPreflight(
  ports: PreflightPorts,
  subject: Subject,
  options?: PreflightOptions,
): Promise<CheckResult[]> {
  return run(checks, ports, { subject, needed: neededAtStart }, options)
}

/** Those that are made again before every step, from fresh facts. `subject.original` and `plannedEnd` say what the plan knows. */
export function runLiveChecks(
  ports: PreflightPorts,
  subject: Subject,
  options?: PreflightOptions,
): Promise<CheckResult[]> {
  return run(liveChecks, ports, { subject, needed: neededAtStep }, options)
}

function run(
  wanted: readonly Check[],
  ports: PreflightPorts,
  { subject, needed }: { subject: Subject; needed: number },
  { onResult, only = () => true, signal }: PreflightOptions = {},
): Promise<CheckResult[]> {
  const context = factContext(readers, { ports, subject, needed, options: { signal } })
  return Promise.all(
    wanted.filter(only).map(async (check) => {
      const readings = isIdle(check, subject) ? {} : await readingsOf(context, check.needs)
      const result = evaluate(check, readings, subject)
      onResult?.(result, readings)
      return result
    }),
  )
}
