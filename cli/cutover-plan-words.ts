/** A plan and its checks as lines to read. */
import type { Plan } from '../src/core/cutover/plan.ts'
import type { CheckResult } from '../src/core/cutover/preflight/evaluate.ts'
import type { PrintedPlan, PrintedStep } from '../src/core/cutover/print.ts'
import { asciiJson } from '../src/core/cutover/print-commands.ts'
import { diffLines, recordText } from '../src/core/cutover/print-records.ts'
import { holdOf, holdState, totalWait, waitOf } from '../src/core/cutover/timing.ts'
import { shownName } from '../src/core/dns/name.ts'
import { translate } from '../src/i18n/translate.ts'
import { durationText } from './cutover-words.ts'

export function planLines(plan: Plan, { start, steps, rollbacks }: PrintedPlan): string[] {
  const { hostname, zone, params, states } = plan
  const hold = durationText(holdOf(plan, holdState(plan)))
  return [
    `${shownName(hostname)} to ${params.balancer.dnsName}`,
    `zone ${zone.id} (${shownName(zone.name)}), ${params.strategy}, ${states.map(({ label }) => label).join(' > ')}`,
    `at least ${durationText(totalWait(plan))} from the first write to the last state, then a hold of ${hold}`,
    '',
    'Start: writes the journal, and touches no live record',
    ...sentLines(start),
    ...steps.flatMap((step) => [
      '',
      `State ${step.to} (${states[step.to]?.label}), at least ${durationText(waitOf(plan, step.to))}`,
      ...stepLines(step),
    ]),
    ...rollbacks
      .slice(1)
      .flatMap((step) => [
        '',
        `Back from state ${step.from} (${states[step.from]?.label})`,
        ...stepLines(step),
      ]),
  ]
}

function stepLines(step: PrintedStep): string[] {
  const { diffs, actions, commands } = step
  return [
    ...diffs.flatMap(diffLines).map((line) => `  ${line}`),
    ...(actions ? [`  - ${asciiJson(actions.before)}`, `  + ${asciiJson(actions.after)}`] : []),
    ...sentLines(step),
    ...commands.map((command) => `  $ ${command}`),
  ]
}

/** In the order in which AWS gets them. */
function sentLines({ batch }: PrintedStep): string[] {
  return batch.Changes.map(({ Action, ResourceRecordSet }) => `  ${Action} ${recordText(ResourceRecordSet)}`)
}

/** Everything but what is well; each with what to do about it. */
export function checkLines(checks: readonly CheckResult[]): string[] {
  const lines = checks.flatMap(({ id, level, verdicts, missing, problem }) =>
    level === 'unknown'
      ? [
          `  ${id} unknown: ${problem ? `${problem.operation}: ${problem.code}` : `nothing follows from ${missing}`}`,
        ]
      : verdicts
          .filter((verdict) => verdict.level === 'warn' || verdict.level === 'fail')
          .flatMap(({ level: each, message, fix }) => [
            `  ${id} ${each}: ${translate('en', message)}`,
            ...(fix ? [`       ${translate('en', fix.message)}${fix.command ? ` ${fix.command}` : ''}`] : []),
          ]),
  )
  return ['', `Checks: ${lines.length === 0 ? 'all is well' : ''}`.trim(), ...lines]
}
