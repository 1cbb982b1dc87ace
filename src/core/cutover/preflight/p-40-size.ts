/** P-40: there is a plan, and each of its batches fits what Route 53 takes. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, pass } from './verdict.ts'

const words = {
  good: {
    en: 'The plan has {count, plural, one {# state} other {# states}}; every batch is within Route 53’s limits.',
    ko: '계획에 상태가 {count}개 있으며 모든 배치가 Route 53 한도 이내입니다.',
  },
} satisfies Record<string, Text>

export const sizeCheck = defineCheck({
  id: 'P-40',
  group: 'dns',
  live: false,
  title: { en: 'Plan', ko: '계획' },
  needs: ['planning'],
  check({ planning }) {
    return 'refusal' in planning
      ? [{ level: 'fail', message: planning.refusal.message }]
      : [pass(words.good, { count: planning.plan.states.length })]
  },
})
