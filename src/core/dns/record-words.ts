/** One sentence for one record set: what it answers, and for how long it is remembered. */
import type { Message, Text } from '../../i18n/text.ts'
import { shownName } from './name.ts'
import { type RecordSet, valuesOf } from './record-set.ts'

const words = {
  address: {
    en: '{type}: clients are sent to {values}; resolvers remember it for up to {ttl, number} s.',
    ko: '{type}: 클라이언트를 {values}(으)로 보내며, 해석기는 최대 {ttl, number}초 동안 기억합니다.',
  },
  name: {
    en: 'CNAME: another name for {values}; resolvers remember it for up to {ttl, number} s.',
    ko: 'CNAME: {values}의 다른 이름이며, 해석기는 최대 {ttl, number}초 동안 기억합니다.',
  },
  alias: {
    en: '{type}: an alias of {target}; Route 53 answers with its addresses.',
    ko: '{type}: {target}의 별칭이며, Route 53이 해당 주소로 응답합니다.',
  },
  evaluated: {
    en: '{type}: an alias of {target}; Route 53 answers with its addresses while it is healthy.',
    ko: '{type}: {target}의 별칭이며, 정상인 동안 Route 53이 해당 주소로 응답합니다.',
  },
  binding: {
    en: '{type}: tells browsers how to connect ({values}); resolvers remember it for up to {ttl, number} s.',
    ko: '{type}: 브라우저에 연결 방법({values})을 알려 주며, 해석기는 최대 {ttl, number}초 동안 기억합니다.',
  },
  other: {
    en: '{type}: {count, plural, one {# value} other {# values}}; not about where clients connect, left as it is.',
    ko: '{type}: 값 {count}개. 클라이언트 연결과 관계가 없어 그대로 둡니다.',
  },
  traffic: {
    en: '{type}: owned by traffic policy instance {instance}.',
    ko: '{type}: 트래픽 정책 인스턴스 {instance}이(가) 소유합니다.',
  },
} satisfies Record<string, Text>

const addresses = ['A', 'AAAA']
const bindings = ['HTTPS', 'SVCB']

export function recordSentence(record: RecordSet): Message {
  const { Type: type, AliasTarget: alias, TTL: ttl = 0, TrafficPolicyInstanceId: instance } = record
  if (instance !== undefined) return { text: words.traffic, values: { type, instance } }
  if (alias) {
    const text = alias.EvaluateTargetHealth ? words.evaluated : words.alias
    return { text, values: { type, target: shownName(alias.DNSName) } }
  }
  const values = valuesOf(record)
  if (addresses.includes(type))
    return { text: words.address, values: { type, ttl, values: values.join(', ') } }
  if (type === 'CNAME') return { text: words.name, values: { ttl, values: values.map(shownName).join(', ') } }
  if (bindings.includes(type))
    return { text: words.binding, values: { type, ttl, values: values.join(', ') } }
  return { text: words.other, values: { type, count: values.length } }
}
