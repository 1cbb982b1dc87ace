/** P-20: the load balancer takes requests. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: 'Load balancer {name} is active.', ko: '로드 밸런서 {name}이(가) 활성 상태입니다.' },
  state: { en: 'Load balancer is {state}.', ko: '로드 밸런서가 {state} 상태입니다.' },
  type: {
    en: 'Only an Application Load Balancer can be the target; this one is of type {type}.',
    ko: 'Application Load Balancer만 대상이 될 수 있습니다. 이 로드 밸런서의 유형은 {type}입니다.',
  },
} satisfies Record<string, Text>

export const loadBalancerCheck = defineCheck({
  id: 'P-20',
  group: 'load-balancer',
  live: true,
  title: { en: 'Load balancer', ko: '로드 밸런서' },
  needs: ['loadBalancer'],
  check({ loadBalancer: { name, type, state, stateReason } }) {
    if (type !== 'application') return [fail(words.type, { type })]
    if (state === 'active') return [pass(words.good, { name })]
    return [fail(words.state, { state }, { evidence: stateReason === undefined ? [] : [stateReason] })]
  },
})
