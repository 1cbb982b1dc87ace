/** P-06: the zone is ours to edit. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: 'No other AWS service manages the zone.', ko: '다른 AWS 서비스가 관리하는 영역이 아닙니다.' },
  linked: {
    en: 'The zone is managed by {service}: nobody else may edit it.',
    ko: '{service}에서 관리하는 영역이므로 다른 곳에서 편집할 수 없습니다.',
  },
} satisfies Record<string, Text>

export const linkedCheck = defineCheck({
  id: 'P-06',
  group: 'dns',
  live: false,
  title: { en: 'Managed zone', ko: '관리형 영역' },
  needs: ['zone'],
  check({ zone: { linkedService } }) {
    return linkedService === undefined ? [pass(words.good)] : [fail(words.linked, { service: linkedService })]
  },
})
