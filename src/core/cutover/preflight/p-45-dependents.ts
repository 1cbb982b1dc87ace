/** P-45: other records that follow the hostname, and so move with it. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { type RecordSet, valuesOf } from '../../dns/record-set.ts'
import { isJournalName } from './journals.ts'
import { defineCheck, fail, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'No other record of the zone points to {name}.',
    ko: '영역의 다른 레코드가 {name}을(를) 가리키지 않습니다.',
  },
  move: {
    en: '{count, plural, one {# other record points} other {# other records point}} to {name}: these move too.',
    ko: '다른 레코드 {count}개가 {name}을(를) 가리키며 함께 이동합니다.',
  },
  breaks: {
    en: 'The alias {at} of type CNAME points to {name}: it breaks when {name} stops being a CNAME.',
    ko: 'CNAME 유형의 별칭 {at}이(가) {name}을(를) 가리킵니다. {name}이(가) CNAME이 아니게 되면 작동하지 않습니다.',
  },
  stay: { en: 'Let the last state stay a CNAME.', ko: '마지막 상태를 CNAME으로 유지하세요.' },
} satisfies Record<string, Text>

export const dependentsCheck = defineCheck({
  id: 'P-45',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'Dependent records', ko: '종속 레코드' },
  needs: ['subject', 'zone', 'sweep'],
  check({ subject: { hostname, choices }, zone, sweep }) {
    const name = shownName(hostname)
    const dependents = sweep.filter(
      (record) =>
        record.Name !== hostname && !isJournalName(record.Name, zone.name) && followsName(record, hostname),
    )
    if (dependents.length === 0) return [pass(words.good, { name })]
    const evidence = dependents.map(({ Type, Name }) => `${Type} ${shownName(Name)}`)
    const moving: Verdict = warn(
      evidence.join(', '),
      words.move,
      { name, count: dependents.length },
      { evidence },
    )
    const fix = { message: { text: words.stay } }
    const breaking = choices.stayCname
      ? []
      : dependents
          .filter(({ Type, AliasTarget }) => Type === 'CNAME' && AliasTarget !== undefined)
          .map(({ Name }) => fail(words.breaks, { name, at: shownName(Name) }, { fix }))
    return [moving, ...breaking]
  },
})

/** True for an alias or a CNAME that leads to `hostname`. */
function followsName(record: RecordSet, hostname: string): boolean {
  const targets =
    record.AliasTarget === undefined
      ? record.Type === 'CNAME'
        ? valuesOf(record)
        : []
      : [record.AliasTarget.DNSName]
  return targets.some((target) => target.toLowerCase().replace(/\.?$/, '.') === hostname)
}
