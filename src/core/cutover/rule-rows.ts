/** Two lists of a rule's actions side by side: which share of the requests each target group gets, and whatever else the rule does. */
import { targetGroupName } from '../elb/arn-name.ts'
import type { RuleActionRecord } from './params.ts'
import { canonActions, groupsOf, isForward } from './rule-states.ts'

export interface RuleRow {
  /** A target group's name, or the type of an action that forwards nowhere. */
  subject: string
  /** Percent of the requests, or the action in AWS's form; absent where there is none. */
  before?: number | string
  after?: number | string
}

/** Every group and every other action of either list, in the order in which they stand there. */
export function ruleRows(before: readonly RuleActionRecord[], after: readonly RuleActionRecord[]): RuleRow[] {
  const [then, now] = [cellsOf(before), cellsOf(after)]
  const subjects = [...new Set([...then.keys(), ...now.keys()])]
  return subjects.map((subject) => {
    const [old, next] = [then.get(subject), now.get(subject)]
    return { subject, ...(old !== undefined && { before: old }), ...(next !== undefined && { after: next }) }
  })
}

type Cell = [subject: string, value: number | string]

function cellsOf(actions: readonly RuleActionRecord[]): Map<string, number | string> {
  return new Map(
    actions.flatMap((action): Cell[] =>
      isForward(action) ? sharesOf(action) : [[String(action['Type']), canonActions([action])]],
    ),
  )
}

/** Weights count by their sum: a single group gets everything, whatever its weight. */
function sharesOf(action: RuleActionRecord): Cell[] {
  const groups = groupsOf(action).map(({ TargetGroupArn, Weight = 1 }) => ({ TargetGroupArn, Weight }))
  const total = groups.reduce((sum, { Weight }) => sum + Weight, 0)
  return groups.map(({ TargetGroupArn, Weight }) => [
    targetGroupName(String(TargetGroupArn)),
    total === 0 ? 0 : (100 * Weight) / total,
  ])
}
