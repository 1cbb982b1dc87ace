/**
 * P-31: with EvaluateTargetHealth, one group without healthy targets takes the whole load balancer out of DNS.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html
 */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, info, pass } from './verdict.ts'

const words = {
  good: {
    en: 'Every target group of the load balancer has a healthy target.',
    ko: '로드 밸런서의 모든 대상 그룹에 정상 대상이 있습니다.',
  },
  off: { en: 'EvaluateTargetHealth is off.', ko: 'EvaluateTargetHealth가 꺼져 있습니다.' },
  unhealthy: {
    en: 'EvaluateTargetHealth would mark this load balancer unhealthy because of target group {group}.',
    ko: 'EvaluateTargetHealth가 대상 그룹 {group} 때문에 이 로드 밸런서를 비정상으로 표시합니다.',
  },
  fix: {
    en: 'Turn EvaluateTargetHealth off for the new records.',
    ko: '새 레코드에서 EvaluateTargetHealth를 끄세요.',
  },
} satisfies Record<string, Text>

export const targetHealthCheck = defineCheck({
  id: 'P-31',
  group: 'targets',
  live: false,
  only: 'dns',
  title: { en: 'Health seen by DNS', ko: 'DNS가 보는 상태' },
  needs: ['subject', 'groupHealth'],
  check({ subject: { choices }, groupHealth }) {
    if (!choices.evaluateTargetHealth) return [info(words.off)]
    const dead = groupHealth.filter(({ healthy }) => healthy === 0)
    if (dead.length === 0) return [pass(words.good)]
    const fix = { message: { text: words.fix } }
    return dead.map(({ name, arn }) => fail(words.unhealthy, { group: name }, { evidence: [arn], fix }))
  },
})
