/** The listener rule through which a load balancer serves the hostname from another target group: its weights can be moved instead of records. */
import { matchRule } from '../../elb/rule-match.ts'
import type { RuleTarget } from '../params.ts'
import { pointsToBalancer } from '../plan.ts'
import type { FactKey, Facts, Readings } from './facts.ts'
import { frontDoor, requestFor } from './front-door.ts'
import { effectiveOf } from './serving.ts'

export type SharedRule = Pick<RuleTarget, 'arn' | 'kind' | 'legacyGroupArn' | 'newGroupArn'>

/** Undefined where the hostname is not served from this load balancer, or by the new side alone. */
export function sharedRule({
  subject,
  listeners,
}: Pick<Facts, 'subject' | 'listeners'>): SharedRule | undefined {
  const door = frontDoor(listeners)
  if (!door) return undefined
  const { rule } = matchRule(door.rules, requestFor(subject, subject.healthPath))
  const groups = (rule?.actions ?? []).flatMap(({ targetGroups }) => targetGroups)
  const legacy = groups.find(({ arn }) => arn !== subject.targetGroupArn)
  if (!rule || !legacy) return undefined
  return {
    ...(rule.priority === 'default'
      ? { arn: door.listener.arn, kind: 'listener' as const }
      : { arn: rule.arn, kind: 'rule' as const }),
    legacyGroupArn: legacy.arn,
    newGroupArn: subject.targetGroupArn,
  }
}

const needed = [
  'subject',
  'listeners',
  'zone',
  'sweep',
  'records',
  'params',
] as const satisfies readonly FactKey[]

/** The same, where the hostname's clients come to the load balancer already: its records have nowhere to move. Undefined while that is not known. */
export function ruleToMove(readings: Readings): SharedRule | undefined {
  const known: Partial<Record<FactKey, unknown>> = {}
  for (const key of needed) {
    const reading = readings[key]
    if (!reading || !('value' in reading)) return undefined
    known[key] = reading.value
  }
  const facts = known as Pick<Facts, (typeof needed)[number]>
  return pointsToBalancer(effectiveOf(facts).managed, facts.params) ? sharedRule(facts) : undefined
}
