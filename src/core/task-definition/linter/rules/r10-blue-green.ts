/** R10.rules and R10.rule-arn: the listener rules between which ECS moves traffic by itself (blue/green, linear, canary). */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { aTargetGroup, behindBalancer } from '../target-example.ts'

const rule = (id: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/shop/1/2/${id}`
const listener = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2'

/** With these as production and test rule. */
function moving(...managedRuleArns: string[]) {
  const entry = { targetGroupArn: aTargetGroup().arn, containerName: 'web', containerPort: 80 }
  return behindBalancer({}, { loadBalancers: [{ ...entry, managedRuleArns }] })
}

export const ruleTwice = defineRule({
  id: 'R10.rules',
  severity: 'error',
  summary: {
    en: 'Production and test traffic have rules of their own.',
    ko: '프로덕션과 테스트 트래픽은 서로 다른 규칙을 씁니다.',
  },
  why: {
    en: 'ECS sends test traffic to the new tasks while production traffic still goes to the old ones.',
    ko: 'ECS는 프로덕션 트래픽이 기존 태스크로 가는 동안 테스트 트래픽을 새 태스크로 보냅니다.',
  },
  docs: docs.blueGreen,
  awsText: 'The following rules cannot be used as both production and test listener rules',
  situations: { good: [moving(rule('1'), rule('2')), moving()], bad: [moving(rule('1'), rule('1'))] },
  find: (_definition, { service }) =>
    (service?.loadBalancers ?? []).flatMap(({ managedRuleArns = [] }) => {
      const [production, test] = managedRuleArns
      if (production === undefined || production !== test) return []
      const text = {
        en: 'The same listener rule is for production and for test traffic.',
        ko: '같은 리스너 규칙이 프로덕션과 테스트 트래픽에 쓰입니다.',
      }
      return [{ path: [], text }]
    }),
})

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
