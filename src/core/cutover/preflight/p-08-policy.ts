/** P-08: how Route 53 chooses between the records: a group can only be replaced as a whole. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { policyInKorean } from '../../dns/policy-words.ts'
import { routingPolicyOf } from '../../dns/record-set.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'
import { effectiveOf } from './serving.ts'

const words = {
  good: { en: '{name} uses simple routing.', ko: '{name}은(는) 단순 라우팅을 사용합니다.' },
  group: {
    en: '{name} uses {policy} routing with {count, plural, one {# member} other {# members}}; all are replaced at once.',
    ko: `{name}은(는) 구성원 {count}개의 ${policyInKorean} 라우팅을 사용하며, 모두 한 번에 교체됩니다.`,
  },
  noShift: {
    en: '{name} uses {policy} routing with {count, plural, one {# member} other {# members}}: it cannot be shifted by weight.',
    ko: `{name}은(는) 구성원 {count}개의 ${policyInKorean} 라우팅을 사용하므로 가중치로 옮길 수 없습니다.`,
  },
  swap: { en: 'Choose a simple swap.', ko: '단순 교체를 선택하세요.' },
} satisfies Record<string, Text>

export const policyCheck = defineCheck({
  id: 'P-08',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'Routing policy', ko: '라우팅 정책' },
  needs: ['subject', 'zone', 'sweep', 'records'],
  check(facts) {
    const { hostname, choices } = facts.subject
    const name = shownName(hostname)
    const members = effectiveOf(facts).managed.filter(({ SetIdentifier }) => SetIdentifier !== undefined)
    const [member] = members
    if (!member) return [pass(words.good, { name })]
    const policy = routingPolicyOf(member) ?? 'unknown'
    const values = { name, policy, count: members.length }
    const evidence = members.map(({ Type, SetIdentifier = '' }) => `${Type} ${SetIdentifier}`)
    return choices.strategy === 'weighted'
      ? [fail(words.noShift, values, { evidence, fix: { message: { text: words.swap } } })]
      : [warn(`${policy} ${String(members.length)}`, words.group, values, { evidence })]
  },
})
