/** P-07: the records hold still, and this console can put back everything that it reads of them. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { routingPolicyOf } from '../../dns/record-set.ts'
import { sameRecords } from '../canon.ts'
import { defineCheck, fail, pass, type Verdict } from './verdict.ts'

const words = {
  good: {
    en: '{count, plural, =0 {No record sets} one {# record set} other {# record sets}} at {name}, read twice alike.',
    ko: '{name}의 레코드 세트 {count}개를 두 번 읽어 같음을 확인했습니다.',
  },
  moving: {
    en: 'The records of {name} are being changed right now.',
    ko: '지금 {name}의 레코드가 변경되고 있습니다.',
  },
  unknown: {
    en: 'This console is too old for the record of {name}: it does not know {fields}.',
    ko: '이 콘솔은 {name}의 레코드에 비해 너무 오래되었습니다. {fields}을(를) 알지 못합니다.',
  },
  policy: {
    en: 'The routing policy of {identifier} at {name} is not known to this console.',
    ko: '{name}의 {identifier} 라우팅 정책을 이 콘솔이 알지 못합니다.',
  },
  traffic: {
    en: 'Traffic policy instance {instance} owns the records of {name}.',
    ko: '트래픽 정책 인스턴스 {instance}이(가) {name}의 레코드를 소유합니다.',
  },
} satisfies Record<string, Text>

export const recordsCheck = defineCheck({
  id: 'P-07',
  group: 'dns',
  live: true,
  title: { en: 'Records', ko: '레코드' },
  needs: ['subject', 'records', 'recordsTwice'],
  check({ subject: { hostname }, records: { records, unknownFields }, recordsTwice: { first, second } }) {
    const name = shownName(hostname)
    const wrong: Verdict[] = []
    const fields = [...new Set([...unknownFields, ...second.unknownFields])]
    if (!sameRecords(first.records, second.records)) wrong.push(fail(words.moving, { name }))
    if (fields.length > 0) wrong.push(fail(words.unknown, { name, fields: fields.join(', ') }))
    for (const record of records) {
      const { TrafficPolicyInstanceId: instance, SetIdentifier: identifier = '' } = record
      if (instance !== undefined) wrong.push(fail(words.traffic, { name, instance }))
      if (routingPolicyOf(record) === undefined) wrong.push(fail(words.policy, { name, identifier }))
    }
    return wrong.length > 0 ? wrong : [pass(words.good, { name, count: records.length })]
  },
})
