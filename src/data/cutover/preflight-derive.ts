/** Facts that follow from others and from what a person chose: computed again when a choice changes. */
import { derivePlanning } from '../../core/cutover/preflight/derive-planning.ts'
import type { FactKey, Facts, Reading, Readings, Subject } from '../../core/cutover/preflight/facts.ts'
import type { PlanParams } from '../../core/cutover/params.ts'
import { totalLength } from '../../core/cutover/timing.ts'

/** What could not be read leaves what follows from it as it was told. */
export function withDerived(readings: Readings, subject: Subject): Readings {
  let all: Readings = { ...readings, subject: { value: subject } }
  const known = values(all, ['params'])
  if (known) all = { ...all, params: { value: withChoices(known.params, subject) } }
  const planFrom = values(all, ['subject', 'zone', 'records', 'params', 'protections'])
  if (planFrom) all = { ...all, planning: { value: derivePlanning(planFrom) } }
  const endFrom = values(all, ['planning', 'session', 'now'])
  return endFrom ? { ...all, session: { value: withEnd(endFrom) } } : all
}

/** What was read of it does not depend on what is chosen. */
function withChoices({ rule: _before, ...read }: PlanParams, { choices }: Subject): PlanParams {
  return { ...read, ...choices }
}

function withEnd({ planning, session, now }: Pick<Facts, 'planning' | 'session' | 'now'>): Facts['session'] {
  if ('refusal' in planning) return session
  return { ...session, plannedEnd: now + totalLength(planning.plan) }
}

function values<Key extends FactKey>(readings: Readings, keys: readonly Key[]): Pick<Facts, Key> | undefined {
  const found: Partial<Record<FactKey, unknown>> = {}
  for (const key of keys) {
    const reading: Reading<unknown> | undefined = readings[key]
    if (!reading || !('value' in reading)) return undefined
    found[key] = reading.value
  }
  // Each key has the value of its own fact.
  return found as Pick<Facts, Key>
}
