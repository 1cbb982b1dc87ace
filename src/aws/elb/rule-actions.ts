/**
 * Actions of a rule or of a listener's default rule, word for word as AWS gives them, and replacing them. AWS replaces what is
 * given as a whole and leaves the rest (conditions, transforms) as it is; it takes no condition on what was there before.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html
 */
import {
  type Action,
  DescribeListenersCommand,
  DescribeRulesCommand,
  ModifyListenerCommand,
  ModifyRuleCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { RuleActionRecord } from '../../core/cutover/params.ts'
import { list, required } from '../answer.ts'
import { type Answer, type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { elbv2 } from './elbv2.ts'

/** @throws AwsProblem of kind `not-found` */
export function getRuleActions(
  aws: Aws,
  ruleArn: string,
  options?: CallOptions,
): Promise<Answer<RuleActionRecord[]>> {
  const command = new DescribeRulesCommand({ RuleArns: [ruleArn] })
  return call(
    aws,
    { service: elbv2, bucket: 'elb', command, take: ({ Rules }) => actionsOf(Rules?.[0]?.Actions) },
    options,
  )
}

/** The default rule's. @throws AwsProblem of kind `not-found` */
export function getListenerActions(
  aws: Aws,
  listenerArn: string,
  options?: CallOptions,
): Promise<Answer<RuleActionRecord[]>> {
  const command = new DescribeListenersCommand({ ListenerArns: [listenerArn] })
  return call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command,
      take: ({ Listeners }) => actionsOf(Listeners?.[0]?.DefaultActions),
    },
    options,
  )
}

/** Sent once. Answers what the rule does from now on. @throws AwsProblem, `unknown-outcome` when no answer came */
export function modifyRule(
  aws: Aws,
  ruleArn: string,
  actions: readonly RuleActionRecord[],
  options?: CallOptions,
): Promise<Answer<RuleActionRecord[]>> {
  const command = new ModifyRuleCommand({ RuleArn: ruleArn, Actions: toActions(actions) })
  return call(
    aws,
    { service: elbv2, bucket: 'elb', command, take: ({ Rules }) => actionsOf(Rules?.[0]?.Actions) },
    options,
  )
}

/** As modifyRule, for the default rule of a listener: ModifyRule refuses that one. @throws AwsProblem */
export function modifyListenerActions(
  aws: Aws,
  listenerArn: string,
  actions: readonly RuleActionRecord[],
  options?: CallOptions,
): Promise<Answer<RuleActionRecord[]>> {
  const command = new ModifyListenerCommand({
    ListenerArn: listenerArn,
    DefaultActions: toActions(actions),
  })
  return call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command,
      take: ({ Listeners }) => actionsOf(Listeners?.[0]?.DefaultActions),
    },
    options,
  )
}

function actionsOf(actions: Action[] | undefined): RuleActionRecord[] {
  return list(required(actions, 'Actions'), 'Actions').map((action) => ({ ...action }))
}

/** They came from AWS, but for weights and `UseExistingClientSecret`. */
function toActions(actions: readonly RuleActionRecord[]): Action[] {
  return actions.map((action) => action as unknown as Action)
}
