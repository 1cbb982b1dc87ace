/** P-05: no other zone answers for the hostname somewhere else, inside of VPCs or outside. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { defineCheck, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'No other zone of this account answers for {name}.',
    ko: '이 계정의 다른 영역은 {name}에 응답하지 않습니다.',
  },
  inside: {
    en: 'Private zone {zone} ({id}) also answers {name} inside VPCs; it will not change.',
    ko: '프라이빗 영역 {zone}({id})도 VPC 안에서 {name}에 응답하며, 변경되지 않습니다.',
  },
  outside: {
    en: 'Public zone {zone} ({id}) also answers {name}; it will not change.',
    ko: '퍼블릭 영역 {zone}({id})도 {name}에 응답하며, 변경되지 않습니다.',
  },
} satisfies Record<string, Text>

export const splitHorizonCheck = defineCheck({
  id: 'P-05',
  group: 'dns',
  live: false,
  title: { en: 'Other zones', ko: '다른 영역' },
  needs: ['subject', 'rivals'],
  check({ subject: { hostname }, rivals }) {
    const name = shownName(hostname)
    const holding = rivals.filter(({ holds }) => holds)
    if (holding.length === 0) return [pass(words.good, { name })]
    return holding.map(({ zone: { id, name: zoneName, isPrivate } }) =>
      warn(id, isPrivate ? words.inside : words.outside, { name, zone: shownName(zoneName), id }),
    )
  },
})
