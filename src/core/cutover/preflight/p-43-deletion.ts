/** P-43: the load balancer cannot be deleted by mistake. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, pass, warn } from './verdict.ts'

const words = {
  good: { en: 'Deletion protection is on.', ko: '삭제 방지가 켜져 있습니다.' },
  off: {
    en: 'Deletion protection is off: the load balancer can be deleted by mistake.',
    ko: '삭제 방지가 꺼져 있어 로드 밸런서가 실수로 삭제될 수 있습니다.',
  },
} satisfies Record<string, Text>

export const deletionCheck = defineCheck({
  id: 'P-43',
  group: 'load-balancer',
  live: false,
  title: { en: 'Deletion protection', ko: '삭제 방지' },
  needs: ['attributes'],
  check: ({ attributes }) => [attributes.deletionProtection ? pass(words.good) : warn('off', words.off)],
})
