/** R10.rule-arn: traffic is moved by rules of an Application Load Balancer, or by listeners of a Network Load Balancer. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { moving, rule, listener } from './moving-traffic.ts'

export const ruleArn = defineRule({
  id: 'R10.rule-arn',
  severity: 'error',
  summary: {
    en: 'Traffic is moved by rules of an Application Load Balancer, or by listeners of a Network Load Balancer.',
    ko: '트래픽은 Application Load Balancer의 규칙이나 Network Load Balancer의 리스너로 옮깁니다.',
  },
  why: {
    en: 'A Network Load Balancer has no rules, and of an Application Load Balancer a listener’s rule must be named.',
    ko: 'Network Load Balancer에는 규칙이 없고 Application Load Balancer에서는 리스너 규칙을 지정해야 합니다.',
  },
  docs: docs.blueGreen,
  awsText: 'productionListenerRule has an invalid ARN format…',
  situations: {
    good: [moving(rule('1'))],
    bad: [moving(listener), moving(rule('1').replace('/app/', '/net/'))],
  },
  find: (_definition, context) =>
    targetGroupsOf(context).flatMap(({ entry: { managedRuleArns = [] } }) =>
      managedRuleArns
        .filter((arn) => !/:listener-rule\/app\/|:listener\/net\//.test(arn))
        .map((arn) => ({
          path: [],
          text: {
            en: '{arn} is neither a rule of an Application Load Balancer nor a listener of a Network Load Balancer.',
            ko: '{arn}은(는) Application Load Balancer의 규칙도 Network Load Balancer의 리스너도 아닙니다.',
          },
          values: { arn },
        })),
    ),
})
