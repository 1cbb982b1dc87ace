/** P-22: clients of the zone can reach the load balancer's addresses. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The {scheme} load balancer fits the zone.',
    ko: '{scheme} 로드 밸런서가 영역에 적합합니다.',
  },
  internal: {
    en: 'Internal load balancer in a public zone resolves to private addresses.',
    ko: '퍼블릭 영역의 내부 로드 밸런서는 프라이빗 주소로 해석됩니다.',
  },
  facing: {
    en: 'Internet-facing load balancer in a private zone: clients in the VPC leave it to get there.',
    ko: '프라이빗 영역의 인터넷 경계 로드 밸런서: VPC의 클라이언트가 VPC 밖으로 나가서 접속합니다.',
  },
} satisfies Record<string, Text>

export const schemeCheck = defineCheck({
  id: 'P-22',
  group: 'load-balancer',
  live: false,
  title: { en: 'Scheme', ko: '체계' },
  needs: ['loadBalancer', 'zone'],
  check({ loadBalancer: { scheme }, zone: { isPrivate } }) {
    const isInternal = scheme === 'internal'
    if (isInternal === isPrivate) return [pass(words.good, { scheme })]
    return [isInternal ? fail(words.internal) : warn('facing', words.facing)]
  },
})
