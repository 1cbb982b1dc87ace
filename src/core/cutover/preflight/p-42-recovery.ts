/** P-42: whether records can be edited soon after a failure of us-east-1. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/accelerated-recovery.html */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, info } from './verdict.ts'

const words = {
  on: {
    en: 'Accelerated recovery is on: after a failure of us-east-1 records can be edited again within about an hour.',
    ko: '가속 복구가 켜져 있어 us-east-1 장애 후 약 한 시간 안에 레코드를 다시 편집할 수 있습니다.',
  },
  off: {
    en: 'Without accelerated recovery, edits and rollback depend on us-east-1.',
    ko: '가속 복구가 없으면 편집과 롤백이 us-east-1에 의존합니다.',
  },
} satisfies Record<string, Text>

export const recoveryCheck = defineCheck({
  id: 'P-42',
  group: 'dns',
  live: false,
  title: { en: 'Accelerated recovery', ko: '가속 복구' },
  needs: ['zone'],
  check: ({ zone }) => [info(zone.acceleratedRecovery === 'ENABLED' ? words.on : words.off)],
})
