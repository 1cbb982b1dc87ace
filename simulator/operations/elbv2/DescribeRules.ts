import {
  DescribeRules$,
  type DescribeRulesCommandInput,
  type DescribeRulesCommandOutput,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { rulesOf } from '../../engine/elb/routing.ts'
import { AwsError, operation } from '../../operation.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, listenerByArn, ruleByArn } from './look-up.ts'
import { page } from './page.ts'
import { toRule } from './rule-view.ts'

/** The rules of a listener in order of priority, the default rule last; or those named. */
export const DescribeRules = operation<DescribeRulesCommandInput, DescribeRulesCommandOutput>(
  DescribeRules$,
  (input, { region }) => {
    checkCount(input.RuleArns, 'rules')
    const { shown, NextMarker } = page(wanted(region, input), input, (rule) => rule.RuleArn ?? '')
    return { Rules: shown, NextMarker }
  },
)

function wanted(region: RegionTables, input: DescribeRulesCommandInput): Rule[] {
  if (input.RuleArns?.length) return input.RuleArns.map((arn) => toRule(ruleByArn(region, arn)))
  if (input.ListenerArn === undefined) {
    throw new AwsError('ValidationError', 'You must specify either listener rule ARNs or a listener ARN')
  }
  const listener = listenerByArn(region, input.ListenerArn)
  return [...rulesOf(region.elb, listener.listenerArn), listener].map(toRule)
}
