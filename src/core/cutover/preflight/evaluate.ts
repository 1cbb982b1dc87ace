/** Makes checks from what was read, and says whether a cutover may start. */
import type { Text } from '../../../i18n/text.ts'
import type { ProblemFacts } from '../../problem.ts'
import type { FactKey, Facts, Readings, Subject } from './facts.ts'
import { type Check, info, type Verdict, type VerdictLevel } from './verdict.ts'

/** unknown: what the check needs could not be read; it counts as not passed. */
export type CheckLevel = VerdictLevel | 'unknown'

export interface CheckResult {
  id: string
  /** The worst of the verdicts. */
  level: CheckLevel
  verdicts: readonly Verdict[]
  /** For `unknown`: the fact that is missing, and what AWS said where that is why. */
  missing?: FactKey
  problem?: ProblemFacts
}

const words = {
  unread: {
    en: 'Could not be checked: {code}.',
    ko: '확인할 수 없습니다: {code}.',
  },
  idle: {
    en: 'Not needed: nothing of this kind is changed.',
    ko: '필요하지 않음: 이 종류는 변경되지 않습니다.',
  },
} satisfies Record<string, Text>

const worst: readonly CheckLevel[] = ['fail', 'unknown', 'warn', 'info', 'pass']

/** Every fact of `check.needs` must have been read, well or not. */
export function evaluate(check: Check, readings: Readings, subject: Pick<Subject, 'choices'>): CheckResult {
  if (isIdle(check, subject)) return result(check, [info(words.idle)])
  const facts: Partial<Record<FactKey, unknown>> = {}
  for (const key of check.needs) {
    const reading = readings[key] ?? { missing: key }
    if (!('value' in reading)) return unread(check, key, reading)
    facts[key] = reading.value
  }
  return result(check, check.check(facts as Facts))
}

/** Whether it is about what is not moved. */
export function isIdle({ only }: Check, { choices }: Pick<Subject, 'choices'>): boolean {
  return only !== undefined && (only === 'rule') !== (choices.strategy === 'rule')
}

function unread(
  check: Check,
  key: FactKey,
  reading: { problem: ProblemFacts } | { missing: FactKey },
): CheckResult {
  const problem = 'problem' in reading ? reading.problem : undefined
  if (check.optional && problem)
    return result(check, [{ ...info(words.unread, { code: problem.code }), problem }])
  const missing = 'missing' in reading ? reading.missing : key
  return { id: check.id, level: 'unknown', verdicts: [], missing, ...(problem && { problem }) }
}

function result({ id }: Check, verdicts: Verdict[]): CheckResult {
  const level = worst.find((each) => verdicts.some((verdict) => verdict.level === each)) ?? 'pass'
  return {
    id,
    level,
    verdicts: verdicts.map((verdict) =>
      verdict.acknowledge === undefined
        ? verdict
        : { ...verdict, acknowledge: `${id} ${verdict.acknowledge}` },
    ),
  }
}

/** What stands in the way of a start: ids of checks that failed or could not be made, and what is not acknowledged yet. */
export interface StartGate {
  blocking: string[]
  toAcknowledge: string[]
}

/** `acknowledged`: ids of verdicts. Empty lists: it may start. */
export function startGate(results: readonly CheckResult[], acknowledged: ReadonlySet<string>): StartGate {
  return {
    blocking: results
      .filter(
        ({ level, verdicts }) =>
          level === 'unknown' || verdicts.some((verdict) => verdict.level === 'fail' && !verdict.override),
      )
      .map(({ id }) => id),
    toAcknowledge: results
      .flatMap(({ verdicts }) => verdicts.map(({ acknowledge }) => acknowledge))
      .filter((id) => id !== undefined)
      .filter((id) => !acknowledged.has(id)),
  }
}
