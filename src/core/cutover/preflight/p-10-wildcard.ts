/** P-10: the hostname has records of its own, or what will stand there hides what answers now. RFC 4592 */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { type RecordSet, valuesOf } from '../../dns/record-set.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, pass, warn } from './verdict.ts'

const words = {
  good: { en: '{name} has records of its own.', ko: '{name}에 자체 레코드가 있습니다.' },
  wildcard: {
    en: '{name} is served by the wildcard {wildcard}; creating {name} hides the wildcard for all types.',
    ko: '{name}은(는) 와일드카드 {wildcard}이(가) 응답합니다. {name}을(를) 만들면 모든 유형에서 와일드카드가 가려집니다.',
  },
  nothing: {
    en: 'Nothing answers for {name} yet; resolvers that asked remember that for up to {seconds} s.',
    ko: '아직 {name}에 대한 응답이 없습니다. 이미 조회한 해석기는 최대 {seconds}초 동안 이를 기억합니다.',
  },
} satisfies Record<string, Text>

export const wildcardCheck = defineCheck({
  id: 'P-10',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'Wildcard', ko: '와일드카드' },
  needs: ['subject', 'zone', 'sweep', 'records'],
  check(facts) {
    const name = shownName(facts.subject.hostname)
    const { source, name: standing, managed, rest } = effectiveOf(facts)
    if (source === 'own') return [pass(words.good, { name })]
    if (source === 'nothing')
      return [warn('nothing', words.nothing, { name, seconds: negativeTtl(facts.sweep) })]
    const evidence = [...managed, ...rest].map(({ Type }) => Type)
    return [warn(standing, words.wildcard, { name, wildcard: shownName(standing) }, { evidence })]
  },
})

/** RFC 2308: the lesser of the SOA's own TTL and its last number; 900 is what Route 53 starts with. */
function negativeTtl(records: readonly RecordSet[]): number {
  const soa = records.find(({ Type }) => Type === 'SOA')
  const minimum = Number((soa && valuesOf(soa)[0])?.split(' ').at(-1) ?? 900)
  return Math.min(soa?.TTL ?? 900, Number.isNaN(minimum) ? 900 : minimum)
}
