/** P-04: resolvers are sent to the name servers of this very zone. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { answersOf, dataOf } from '../../dns/resolver-answer.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: '{zone} is delegated to the name servers of this zone.',
    ko: '{zone}은(는) 이 영역의 이름 서버로 위임되어 있습니다.',
  },
  inside: {
    en: '{zone} is private: it answers in its VPCs, without delegation.',
    ko: '{zone}은(는) 프라이빗 영역이므로 위임 없이 VPC 안에서 응답합니다.',
  },
  elsewhere: {
    en: 'Zone {zone} is not the delegated zone: the registrar points to {servers}.',
    ko: '{zone} 영역은 위임된 영역이 아닙니다. 등록 대행자는 {servers}을(를) 가리킵니다.',
  },
  nowhere: {
    en: 'Zone {zone} is not delegated: resolvers find no name servers for it.',
    ko: '{zone} 영역은 위임되지 않았습니다. 해석기가 이름 서버를 찾지 못합니다.',
  },
  unasked: {
    en: 'No public resolver was asked whether {zone} is the delegated zone.',
    ko: '{zone}이(가) 위임된 영역인지 퍼블릭 해석기에 조회하지 않았습니다.',
  },
} satisfies Record<string, Text>

export const authorityCheck = defineCheck({
  id: 'P-04',
  group: 'dns',
  live: false,
  title: { en: 'Authority', ko: '권한 있는 영역' },
  needs: ['zone', 'delegation'],
  check({ zone: { name, id, isPrivate, nameServers }, delegation }) {
    const zone = shownName(name)
    if (isPrivate) return [pass(words.inside, { zone })]
    const answers = answersOf(delegation).filter(({ rcode }) => rcode !== 'SERVFAIL')
    if (answers.length === 0) {
      const command = `dig +short NS ${zone}`
      const message = { text: { en: 'Compare by hand.', ko: '직접 비교하세요.' } }
      return [warn(id, words.unasked, { zone }, { evidence: nameServers, fix: { message, command } })]
    }
    const asked = dataOf(answers, 'NS').map((server) => server.toLowerCase().replace(/\.$/, ''))
    if (asked.some((server) => nameServers.includes(server))) return [pass(words.good, { zone })]
    if (asked.length === 0) return [fail(words.nowhere, { zone }, { evidence: nameServers })]
    return [fail(words.elsewhere, { zone, servers: asked.join(', ') }, { evidence: nameServers })]
  },
})
