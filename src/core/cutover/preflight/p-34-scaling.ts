/** P-34: scaling leaves two tasks at night and room for the legacy's load by day. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The service scales between {min} and {max} tasks.',
    ko: '서비스가 태스크 {min}개에서 {max}개 사이로 조정됩니다.',
  },
  fixed: {
    en: 'Nothing scales the service: it stays at {desired} tasks.',
    ko: '서비스가 자동으로 조정되지 않으며 태스크 {desired}개를 유지합니다.',
  },
  min: {
    en: 'The service may be scaled in to {min, plural, =0 {no task} one {# task} other {# tasks}}.',
    ko: '서비스가 태스크 {min}개까지 축소될 수 있습니다.',
  },
  max: {
    en: 'The service stops growing at {max} tasks; {hosts} machines served the legacy.',
    ko: '서비스는 태스크 {max}개에서 더 늘어나지 않습니다. 레거시는 서버 {hosts}대로 처리했습니다.',
  },
} satisfies Record<string, Text>

export const scalingCheck = defineCheck({
  id: 'P-34',
  group: 'service',
  live: false,
  optional: true,
  title: { en: 'Scaling', ko: '조정' },
  needs: ['scaling', 'service', 'baseline'],
  check({ scaling, service: { desiredCount: desired }, baseline: { hosts = 0 } }) {
    if (!scaling || scaling.suspended) return [info(words.fixed, { desired })]
    const { minCapacity: min, maxCapacity: max } = scaling
    const verdicts: Verdict[] = []
    if (min < 2) verdicts.push(warn(`min ${min}`, words.min, { min }))
    if (max < hosts) verdicts.push(warn(`max ${max}`, words.max, { max, hosts }))
    return verdicts.length > 0 ? verdicts : [pass(words.good, { min, max })]
  },
})
