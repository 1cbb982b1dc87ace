/** P-14: the zone may be written to. Route 53 has no dry run: the first write, which touches no live record, proves it. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { cutoverNames } from '../names.ts'
import { defineCheck, fail, info } from './verdict.ts'

const words = {
  later: {
    en: 'The first write proves it: it creates TXT {at} and touches no live record.',
    ko: '첫 쓰기가 이를 증명합니다. TXT {at}만 만들고 실제 레코드는 건드리지 않습니다.',
  },
  refused: {
    en: 'Cannot write TXT {at}: {reason}',
    ko: 'TXT {at}을(를) 쓸 수 없습니다: {reason}',
  },
} satisfies Record<string, Text>

export const permissionCheck = defineCheck({
  id: 'P-14',
  group: 'session',
  live: false,
  title: { en: 'Permission', ko: '권한' },
  needs: ['subject', 'zone'],
  check({ subject: { hostname, startRefusal: problem }, zone }) {
    const at = shownName(cutoverNames(hostname, zone.name).claim)
    if (!problem) return [info(words.later, { at })]
    return [{ ...fail(words.refused, { at, reason: problem.message }), problem }]
  },
})
