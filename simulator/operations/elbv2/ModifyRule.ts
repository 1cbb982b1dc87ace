/** ModifyRule. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html */
import {
  ModifyRule$,
  type ModifyRuleCommandInput,
  type ModifyRuleCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { modifyRule } from '../../engine/elb/modify.ts'
import { AwsError, operation } from '../../operation.ts'
import { keptActions } from './kept-actions.ts'
import { listenerByArn, ruleByArn } from './look-up.ts'
import { toRule } from './rule-view.ts'

/** Replaces the given properties of a rule as a whole; there is no condition on what they were before. */
export const ModifyRule = operation<ModifyRuleCommandInput, ModifyRuleCommandOutput>(
  ModifyRule$,
  (input, { world, region }) => {
    const arn = input.RuleArn ?? ''
    const rule = ruleByArn(region, arn)
    if ('defaultRuleArn' in rule) {
      throw new AwsError('OperationNotPermitted', `Default rule '${arn}' cannot be modified`)
    }
    if (input.ResetTransforms === true && input.Transforms?.length) {
      throw new AwsError('ValidationError', 'You cannot specify transforms and reset them')
    }
    const listener = listenerByArn(region, rule.listenerArn)
    modifyRule(world, region.name, rule, {
      conditions: input.Conditions,
      actions: input.Actions && keptActions({ region, listener, before: rule.actions }, input.Actions),
      transforms: input.ResetTransforms === true ? [] : input.Transforms,
    })
    return { Rules: [toRule(rule)] }
  },
  ({ RuleArn = '' }) => ({ resources: [RuleArn] }),
)
