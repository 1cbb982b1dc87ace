/** P-15: the hostname does not point to this load balancer already. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { pointsToBalancer } from '../plan.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: '{name} points somewhere else so far.', ko: '{name}은(는) 아직 다른 곳을 가리킵니다.' },
  there: {
    en: '{name} already points to this load balancer.',
    ko: '{name}은(는) 이미 이 로드 밸런서를 가리킵니다.',
  },
} satisfies Record<string, Text>

export const targetCycleCheck = defineCheck({
  id: 'P-15',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'Old and new differ', ko: '이전 대상과 새 대상의 차이' },
  needs: ['subject', 'zone', 'sweep', 'records', 'params'],
  check(facts) {
    const name = shownName(facts.subject.hostname)
    return pointsToBalancer(effectiveOf(facts).managed, facts.params)
      ? [fail(words.there, { name })]
      : [pass(words.good, { name })]
  },
})
