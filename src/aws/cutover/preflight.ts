/** Makes the preflight checks: everything is read at once within the call budget, and each result is told as soon as it is there. */
import { type CheckResult, evaluate } from '../../core/cutover/preflight/evaluate.ts'
import type { Subject } from '../../core/cutover/preflight/facts.ts'
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
  /** Called once for each check, in the order in which they end. */
  onResult?: (result: CheckResult) => void
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
  { onResult, signal }: PreflightOptions = {},
): Promise<CheckResult[]> {
  const context = factContext(readers, { ports, subject, needed, options: { signal } })
  return Promise.all(
    wanted.map(async (check) => {
      const isIdle =
        check.only !== undefined && (check.only === 'rule') !== (subject.choices.strategy === 'rule')
      const result = evaluate(check, isIdle ? {} : await readingsOf(context, check.needs), subject)
      onResult?.(result)
      return result
    }),
  )
}
