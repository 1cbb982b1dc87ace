/** The listener rule through which a load balancer serves the hostname from another target group: its weights can be moved instead of records. */
import { matchRule } from '../../elb/rule-match.ts'
import type { RuleTarget } from '../params.ts'
import type { Facts } from './facts.ts'
import { frontDoor, requestFor } from './front-door.ts'

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
