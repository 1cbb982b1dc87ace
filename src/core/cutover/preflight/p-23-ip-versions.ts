/** P-23: who reaches the legacy over IPv4 or IPv6 reaches the load balancer in the same way. */
import type { Text } from '../../../i18n/text.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, fail, info, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The load balancer answers over the same IP versions as the legacy.',
    ko: '로드 밸런서가 레거시와 같은 IP 버전으로 응답합니다.',
  },
  lost: {
    en: 'IPv6 users lose IPv6 at the end: the load balancer has IPv4 only.',
    ko: '로드 밸런서가 IPv4만 지원하므로 IPv6 사용자는 마지막에 IPv6를 잃게 됩니다.',
  },
  noIpv4: {
    en: 'The load balancer has no public IPv4 address, and clients of {types} records need one.',
    ko: '로드 밸런서에 퍼블릭 IPv4 주소가 없지만 {types} 레코드의 클라이언트에는 필요합니다.',
  },
  later: {
    en: 'The load balancer also answers over IPv6: adding it is a step of its own, off unless chosen.',
    ko: '로드 밸런서는 IPv6로도 응답합니다. IPv6 추가는 별도 단계이며 선택하지 않으면 꺼져 있습니다.',
  },
} satisfies Record<string, Text>

export const ipVersionsCheck = defineCheck({
  id: 'P-23',
  group: 'load-balancer',
  live: false,
  only: 'dns',
  title: { en: 'IPv4 and IPv6', ko: 'IPv4 및 IPv6' },
  needs: ['subject', 'zone', 'sweep', 'records', 'loadBalancer', 'params'],
  check(facts) {
    const { loadBalancer, params } = facts
    const types = effectiveOf(facts).managed.map(({ Type }) => Type)
    const overIpv4 = types.filter((type) => type === 'A' || type === 'CNAME')
    if (loadBalancer.ipAddressType === 'dualstack-without-public-ipv4' && overIpv4.length > 0)
      return [fail(words.noIpv4, { types: [...new Set(overIpv4)].join(', ') })]
    if (params.legacyIpv6 && !params.balancer.dualStack) return [warn('ipv6', words.lost)]
    return [!params.legacyIpv6 && params.balancer.dualStack ? info(words.later) : pass(words.good)]
  },
})
