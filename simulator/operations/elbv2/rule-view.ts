/** Rules as AWS gives them. */
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2'
import { withoutSecrets } from '../../engine/elb/modify.ts'
import type { ListenerRecord, RuleRecord } from '../../world/elb-tables.ts'

/** A listener stands for its default rule. */
export function toRule(record: RuleRecord | ListenerRecord): Rule {
  if ('defaultRuleArn' in record) {
    return {
      RuleArn: record.defaultRuleArn,
      Priority: 'default',
      Conditions: [],
      Actions: withoutSecrets(record.defaultActions),
      IsDefault: true,
      Transforms: [],
    }
  }
  return {
    RuleArn: record.ruleArn,
    Priority: String(record.priority),
    Conditions: record.conditions,
    Actions: withoutSecrets(record.actions),
    IsDefault: false,
    Transforms: record.transforms ?? [],
  }
}
