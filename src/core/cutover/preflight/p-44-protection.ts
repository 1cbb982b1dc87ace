/** P-44: nothing that the cutover writes is protected against changes. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { isManagedType } from '../managed.ts'
import { cutoverNames } from '../names.ts'
import type { Facts } from './facts.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: 'Nothing is protected against changes.', ko: '변경이 금지된 레코드가 없습니다.' },
  kept: {
    en: '{type} {name} is protected: {comment}',
    ko: '{type} {name}이(가) 보호되고 있습니다: {comment}',
  },
  fix: {
    en: 'It can be lifted as a step of the cutover and is set again at its end, or on rollback.',
    ko: '전환의 한 단계로 해제할 수 있으며, 전환이 끝나거나 롤백할 때 다시 설정됩니다.',
  },
} satisfies Record<string, Text>

export const protectionCheck = defineCheck({
  id: 'P-44',
  group: 'dns',
  live: false,
  title: { en: 'Record protection', ko: '레코드 보호' },
  needs: ['subject', 'zone', 'protections'],
  check(facts) {
    const found = standingInTheWay(facts)
    if (found.length === 0) return [pass(words.good)]
    const fix = { message: { text: words.fix } }
    return found.map(({ name, type, comment }) =>
      fail(words.kept, { name: shownName(name), type, comment }, { fix }),
    )
  },
})

/** The protections that a cutover of the subject would run into; a rule is moved under the claim alone. */
export function standingInTheWay({
  subject: { hostname, choices },
  zone,
  protections,
}: Pick<Facts, 'subject' | 'zone' | 'protections'>): Facts['protections'][number][] {
  const { claim, snapshot, parked } = cutoverNames(hostname, zone.name)
  const isLive = choices.strategy !== 'rule'
  return protections.filter(
    ({ name, type }) =>
      name === claim ||
      name === snapshot ||
      (isLive && (name === parked || (name === hostname && isManagedType(type, true)))),
  )
}
