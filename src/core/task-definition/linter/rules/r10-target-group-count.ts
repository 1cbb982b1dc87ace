/** R10.target-groups: a service has at most 5 target groups. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { aService } from '../target-example.ts'

export const targetGroupCount = defineRule({
  id: 'R10.target-groups',
  severity: 'error',
  summary: {
    en: 'A service has at most 5 target groups.',
    ko: '서비스의 대상 그룹은 최대 5개입니다.',
  },
  why: { en: 'AWS refuses more.', ko: 'AWS가 더 많은 수를 거부합니다.' },
  docs: docs.loadBalancing,
  situations: {
    good: [{ definition: onEc2(), context: { service: aService({ loadBalancers: entries(5) }) } }],
    bad: [{ definition: onEc2(), context: { service: aService({ loadBalancers: entries(6) }) } }],
  },
  find(_definition, { service }) {
    const count = service?.loadBalancers.length ?? 0
    const text = {
      en: 'The service has {count, number} target groups; 5 is the most.',
      ko: '서비스의 대상 그룹이 {count, number}개입니다. 최대 5개입니다.',
    }
    return count > 5 ? [{ path: [], text, values: { count } }] : []
  },
})

function entries(count: number) {
  return Array.from({ length: count }, (_, index) => ({ targetGroupArn: `arn:${index}` }))
}
