/** R10.rules: production and test traffic have rules of their own. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { moving, rule } from './moving-traffic.ts'

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
