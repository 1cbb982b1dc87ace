/** What clients notice of a plan while it runs, as far as the plan itself tells. */
import type { Message, Text } from '../../i18n/text.ts'
import { shownName } from '../dns/name.ts'
import { isBinding } from './managed.ts'
import type { Plan } from './plan.ts'
import { recordsAt } from './standing.ts'
import { effectiveTtl } from './timing.ts'

const words = {
  prepared: {
    en: 'Lowering TTLs changes no answer: clients notice nothing.',
    ko: 'TTL을 낮추어도 응답은 바뀌지 않으므로 클라이언트는 아무것도 느끼지 못합니다.',
  },
  shifted: {
    en: 'A share is one of answers, not of requests: each resolver keeps one answer for up to {ttl, number} s, so a few large resolvers make the split lumpy.',
    ko: '비율은 요청이 아니라 응답의 비율입니다. 해석기마다 하나의 응답을 최대 {ttl, number}초 동안 유지하므로 큰 해석기가 몇 개뿐이면 분배가 고르지 않습니다.',
  },
  both: {
    en: 'A client may meet the old and the new side in turn while both answer: sessions and uploads must not live on one side only.',
    ko: '양쪽이 모두 응답하는 동안 클라이언트가 이전 쪽과 새 쪽을 번갈아 만날 수 있습니다. 세션과 업로드가 한쪽에만 있으면 안 됩니다.',
  },
  swapped: {
    en: 'All clients move at once, each as soon as its resolver asks again: within {ttl, number} s for those that heed the TTL.',
    ko: '모든 클라이언트가 한 번에 이동합니다. TTL을 지키는 해석기는 {ttl, number}초 안에 다시 조회합니다.',
  },
  rule: {
    en: 'The load balancer divides requests by weight at once; no record and no TTL is involved. Sticky sessions stay where they are until their cookie ends.',
    ko: '로드 밸런서가 가중치에 따라 요청을 즉시 나눕니다. 레코드나 TTL과 관계가 없습니다. 고정 세션은 쿠키가 끝날 때까지 유지됩니다.',
  },
  lasting: {
    en: 'Open connections, and programs that resolve a name only once, stay on the old side until they close or restart: it has to go on running for hours after the last step.',
    ko: '열린 연결과 이름을 한 번만 조회하는 프로그램은 닫히거나 다시 시작할 때까지 이전 쪽에 남습니다. 마지막 단계 후에도 이전 쪽을 몇 시간 더 실행해야 합니다.',
  },
  losesIpv6: {
    en: 'Clients with IPv6 stay on the old side until the last step and have only IPv4 from then on: the load balancer has no IPv6.',
    ko: '로드 밸런서가 IPv6를 지원하지 않으므로 IPv6 클라이언트는 마지막 단계까지 이전 쪽에 남고 이후에는 IPv4만 사용합니다.',
  },
  getsIpv6: {
    en: 'Clients with IPv6 begin to use it in a step of its own, all at once.',
    ko: 'IPv6 클라이언트는 별도의 단계에서 한꺼번에 IPv6를 사용하기 시작합니다.',
  },
  bindings: {
    en: 'The {types} record is taken away: browsers connect by address alone until a rollback puts it back.',
    ko: '{types} 레코드가 제거되어, 롤백으로 복원될 때까지 브라우저는 주소만으로 연결합니다.',
  },
  wildcard: {
    en: 'What the wildcard {wildcard} answers for other types is no longer answered for this name.',
    ko: '와일드카드 {wildcard}이(가) 다른 유형에 대해 하던 응답이 이 이름에는 더 이상 제공되지 않습니다.',
  },
} satisfies Record<string, Text>

export function clientNotes(plan: Plan): Message[] {
  if (plan.params.rule) return [{ text: words.rule }, { text: words.both }]
  return [...movingNotes(plan), { text: words.lasting }, ...addressNotes(plan), ...recordNotes(plan)]
}

function movingNotes(plan: Plan): Message[] {
  const { states, params } = plan
  const prepared = states.some(({ kind }) => kind === 'ttl-prep') ? [{ text: words.prepared }] : []
  const last = states.findIndex(({ kind }) => kind === 'final')
  const ttl = effectiveTtl(plan, last - 1)
  return params.strategy === 'weighted'
    ? [...prepared, { text: words.shifted, values: { ttl } }, { text: words.both }]
    : [...prepared, { text: words.swapped, values: { ttl } }]
}

function addressNotes({ states, params }: Plan): Message[] {
  const legacy = states[0]?.records.some(({ Type }) => Type === 'AAAA') === true || params.legacyIpv6
  return [
    ...(legacy && !params.balancer.dualStack ? [{ text: words.losesIpv6 }] : []),
    ...(states.some(({ kind }) => kind === 'v6') ? [{ text: words.getsIpv6 }] : []),
  ]
}

function recordNotes(plan: Plan): Message[] {
  const bindings = recordsAt(plan, 0)
    .filter(isBinding)
    .map(({ Type }) => Type)
  const [wild] = plan.params.wildcard
  return [
    ...(bindings.length > 0 ? [{ text: words.bindings, values: { types: bindings.join(', ') } }] : []),
    ...(wild ? [{ text: words.wildcard, values: { wildcard: shownName(wild.Name) } }] : []),
  ]
}
