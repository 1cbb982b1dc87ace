/** Why no plan can be made: said instead of a plan that would not be safe. */
import type { Message, Text } from '../../i18n/text.ts'
import { policyInKorean } from '../dns/policy-words.ts'

const refusals = {
  name: {
    en: '“{name}” is not a hostname.',
    ko: '“{name}”은(는) 호스트 이름이 아닙니다.',
  },
  'outside-zone': {
    en: '{name} does not lie in the hosted zone {zone}.',
    ko: '{name}은(는) 호스팅 영역 {zone}에 속하지 않습니다.',
  },
  'linked-zone': {
    en: 'The hosted zone is managed by {service}: nobody else may edit it.',
    ko: '호스팅 영역을 {service}에서 관리하므로 다른 곳에서 편집할 수 없습니다.',
  },
  delegated: {
    en: 'NS records at {name} delegate it to other name servers: records here have no effect.',
    ko: '{name}의 NS 레코드가 다른 이름 서버로 위임하므로 여기의 레코드는 효과가 없습니다.',
  },
  'traffic-policy': {
    en: 'A traffic policy owns the records of {name}. Delete the policy record first.',
    ko: '트래픽 정책이 {name}의 레코드를 소유합니다. 먼저 정책 레코드를 삭제하세요.',
  },
  'unknown-field': {
    en: 'This console is too old for the record of {name}: it does not know {fields}, and would lose it on the way back.',
    ko: '이 콘솔은 {name}의 레코드에 비해 너무 오래되었습니다. {fields}을(를) 알지 못해 되돌릴 때 잃게 됩니다.',
  },
  'unknown-policy': {
    en: 'The routing policy of {name} is not known to this console.',
    ko: '{name}의 라우팅 정책을 이 콘솔이 알지 못합니다.',
  },
  'parked-taken': {
    en: 'A record already stands at {parked}, where legacy values would be parked. Delete it if nothing uses it.',
    ko: '레거시 값을 보관할 {parked}에 이미 레코드가 있습니다. 사용하지 않는다면 삭제하세요.',
  },
  'group-weighted': {
    en: '{name} is a {policy} group of {count}: it can be replaced as a whole, not shifted by weight.',
    ko: `{name}은(는) {count}개로 된 ${policyInKorean} 라우팅 그룹입니다. 가중치로 옮길 수 없고 전체를 한 번에 교체할 수만 있습니다.`,
  },
  'nothing-weighted': {
    en: '{name} has no records: there is nothing to shift away from. Choose a simple swap.',
    ko: '{name}에 레코드가 없어 옮길 대상이 없습니다. 단순 교체를 선택하세요.',
  },
  'ipv6-only': {
    en: '{name} answers over IPv6 only and the load balancer does not: clients cannot be shifted by weight.',
    ko: '{name}은(는) IPv6로만 응답하지만 로드 밸런서는 IPv6를 지원하지 않아 가중치로 옮길 수 없습니다.',
  },
  'already-there': {
    en: '{name} already points to this load balancer.',
    ko: '{name}은(는) 이미 이 로드 밸런서를 가리킵니다.',
  },
  'alias-cname': {
    en: 'An alias of type CNAME points to {name}: it would break when {name} stops being a CNAME.',
    ko: 'CNAME 유형의 별칭이 {name}을(를) 가리킵니다. {name}이(가) CNAME이 아니게 되면 작동하지 않습니다.',
  },
  weights: {
    en: 'Weights go from 0 to 100 in growing whole numbers.',
    ko: '가중치는 0부터 100까지 증가하는 정수여야 합니다.',
  },
  'batch-size': {
    en: 'A step would need {records} records and {characters} characters; Route 53 takes {mostRecords} and {mostCharacters} in one change.',
    ko: '한 단계에 레코드 {records}개와 문자 {characters}자가 필요하지만 Route 53은 변경당 {mostRecords}개와 {mostCharacters}자까지 허용합니다.',
  },
  'snapshot-size': {
    en: 'The snapshot of {name} does not fit the zone. Keep it in the file only.',
    ko: '{name}의 스냅샷이 영역에 들어가지 않습니다. 파일에만 보관하세요.',
  },
  'rule-shape': {
    en: 'The rule does not forward to the legacy target group alone: its weights cannot be moved.',
    ko: '규칙이 레거시 대상 그룹으로만 전달하지 않으므로 가중치를 옮길 수 없습니다.',
  },
} satisfies Record<string, Text>

export type RefusalCode = keyof typeof refusals

export interface Refusal {
  code: RefusalCode
  message: Message
}

export function refuse(code: RefusalCode, values: Record<string, string | number> = {}): Refusal {
  return { code, message: { text: refusals[code], values } }
}
