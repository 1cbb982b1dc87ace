/** P-03: no NS records between the zone and the hostname give it away. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { hidingDelegation } from '../../dns/zone-choice.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: {
    en: 'No delegation below {zone} hides {name}.',
    ko: '{zone} 아래에 {name}을(를) 가리는 위임이 없습니다.',
  },
  hidden: {
    en: '{name} is delegated away by NS records at {at}; records here have no effect.',
    ko: '{at}의 NS 레코드가 {name}을(를) 다른 곳에 위임하므로 여기의 레코드는 효과가 없습니다.',
  },
} satisfies Record<string, Text>

export const subzoneCheck = defineCheck({
  id: 'P-03',
  group: 'dns',
  live: false,
  title: { en: 'Delegation inside the zone', ko: '영역 내 위임' },
  needs: ['subject', 'zone', 'sweep'],
  check({ subject: { hostname }, zone, sweep }) {
    const at = hidingDelegation(hostname, zone.name, sweep)
    const name = shownName(hostname)
    return at === undefined
      ? [pass(words.good, { name, zone: shownName(zone.name) })]
      : [fail(words.hidden, { name, at: shownName(at) })]
  },
})
