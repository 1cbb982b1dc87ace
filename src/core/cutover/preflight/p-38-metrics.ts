/** P-38: there is something to compare the new side with. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The last 24 hours of the legacy are the baseline.',
    ko: '레거시의 지난 24시간이 기준입니다.',
  },
  none: {
    en: 'No baseline: nothing counts the legacy’s requests, so absolute limits are used.',
    ko: '기준이 없습니다. 레거시 요청을 세는 지표가 없으므로 절대 한도를 사용합니다.',
  },
} satisfies Record<string, Text>

export const metricsCheck = defineCheck({
  id: 'P-38',
  group: 'service',
  live: false,
  title: { en: 'Baseline', ko: '기준' },
  needs: ['baseline'],
  check({ baseline: { peakPerSecond } }) {
    return peakPerSecond === undefined ? [warn('no baseline', words.none)] : [pass(words.good)]
  },
})
