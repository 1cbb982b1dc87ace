/** P-02: the account has a hosted zone for the hostname, and it is clear which one. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { candidateZones } from '../../dns/zone-choice.ts'
import { defineCheck, fail, info, pass, warn } from './verdict.ts'

const words = {
  one: { en: 'The hosted zone is {zone}.', ko: '호스팅 영역은 {zone}입니다.' },
  none: {
    en: 'No hosted zone for {name} in this account.',
    ko: '이 계정에 {name}의 호스팅 영역이 없습니다.',
  },
  several: {
    en: '{count} zones could hold {name}. Choose the one that clients ask.',
    ko: '{name}을(를) 담을 수 있는 영역이 {count}개입니다. 클라이언트가 조회하는 영역을 선택하세요.',
  },
  chosen: {
    en: 'Chosen among {count} zones that could hold {name}.',
    ko: '{name}을(를) 담을 수 있는 영역 {count}개 중에서 선택했습니다.',
  },
  gone: {
    en: 'The chosen zone is none of those that hold {name}.',
    ko: '선택한 영역은 {name}을(를) 담는 영역이 아닙니다.',
  },
} satisfies Record<string, Text>

export const zoneCheck = defineCheck({
  id: 'P-02',
  group: 'dns',
  live: false,
  title: { en: 'Hosted zone', ko: '호스팅 영역' },
  needs: ['subject', 'zones'],
  check({ subject: { typed, hostname, zoneId }, zones }) {
    const candidates = candidateZones(hostname, zones)
    const [first] = candidates
    const name = shownName(hostname) || typed
    if (!first) return [fail(words.none, { name })]
    const evidence = candidates.map((zone) => `${zone.id} ${shownName(zone.name)}`)
    const values = { name, count: candidates.length }
    if (zoneId !== undefined && !candidates.some(({ id }) => id === zoneId))
      return [fail(words.gone, values, { evidence })]
    if (candidates.length === 1) return [pass(words.one, { zone: shownName(first.name) }, { evidence })]
    if (zoneId !== undefined) return [info(words.chosen, values, { evidence })]
    return [warn(candidates.map(({ id }) => id).join(' '), words.several, values, { evidence })]
  },
})
