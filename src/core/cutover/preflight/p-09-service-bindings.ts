/** P-09: no HTTPS or SVCB records keep browsers on the old host. RFC 9460 */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { valuesOf } from '../../dns/record-set.ts'
import { isBinding } from '../managed.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, pass, warn } from './verdict.ts'

const words = {
  good: { en: 'No HTTPS or SVCB records at {name}.', ko: '{name}에 HTTPS 또는 SVCB 레코드가 없습니다.' },
  retired: {
    en: '{type} record can keep browsers on the old host; it will be removed at step 1 and restored on rollback.',
    ko: '{type} 레코드는 브라우저를 이전 호스트에 머물게 할 수 있습니다. 1단계에서 제거되고 롤백 시 복원됩니다.',
  },
  kept: {
    en: '{type} record can keep browsers on the old host, and was chosen to stay.',
    ko: '{type} 레코드는 브라우저를 이전 호스트에 머물게 할 수 있으며, 유지하도록 선택되었습니다.',
  },
  hidden: {
    en: '{type} record of the wildcard {wildcard} stops answering for {name} once {name} has records.',
    ko: '{name}에 레코드가 생기면 와일드카드 {wildcard}의 {type} 레코드가 더 이상 {name}에 응답하지 않습니다.',
  },
} satisfies Record<string, Text>

export const serviceBindingCheck = defineCheck({
  id: 'P-09',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'HTTPS and SVCB records', ko: 'HTTPS 및 SVCB 레코드' },
  needs: ['subject', 'zone', 'sweep', 'records'],
  check(facts) {
    const { hostname, choices } = facts.subject
    const { managed, source, name: standing } = effectiveOf(facts)
    const bindings = managed.filter(isBinding)
    const name = shownName(hostname)
    if (bindings.length === 0) return [pass(words.good, { name })]
    const own = choices.retireServiceBindings ? words.retired : words.kept
    const text = source === 'wildcard' ? words.hidden : own
    return bindings.map((record) =>
      warn(
        record.Type,
        text,
        { name, type: record.Type, wildcard: shownName(standing) },
        { evidence: valuesOf(record) },
      ),
    )
  },
})
