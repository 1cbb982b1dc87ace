/** P-44: nothing that the cutover writes is protected against changes. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { isManagedType } from '../managed.ts'
import { cutoverNames } from '../names.ts'
import type { Facts } from './facts.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'

const words = {
  good: { en: 'Nothing is protected against changes.', ko: '변경이 금지된 레코드가 없습니다.' },
  kept: {
    en: '{type} {name} is protected: {comment}',
    ko: '{type} {name}이(가) 보호되고 있습니다: {comment}',
  },
  fix: {
    en: 'It is lifted once the cutover has started, and set again at its end or on rollback.',
    ko: '전환이 시작되면 해제되고, 전환이 끝나거나 롤백할 때 다시 설정됩니다.',
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
    const { claim, snapshot } = cutoverNames(facts.subject.hostname, facts.zone.name)
    return found.map(({ name, type, comment }) => {
      const values = { name: shownName(name), type, comment }
      // Without the journal nothing may be lifted, so what keeps the journal out must be lifted by hand.
      if (name === claim || name === snapshot) return fail(words.kept, values)
      return warn(`${type} ${values.name}`, words.kept, values, { fix: { message: { text: words.fix } } })
    })
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
