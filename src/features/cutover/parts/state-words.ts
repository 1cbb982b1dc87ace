/** What the states of a plan are called. */
import type { Plan } from '../../../core/cutover/plan.ts'
import type { PlanState } from '../../../core/cutover/states.ts'
import type { Message, Text } from '../../../i18n/text.ts'

const words = {
  original: { en: 'Original', ko: '원래 상태' },
  'ttl-prep': { en: 'TTL lowered', ko: 'TTL 낮춤' },
  armed: { en: '0 % new', ko: '신규 0%' },
  weights: { en: '{share} % new', ko: '신규 {share}%' },
  final: { en: 'Final', ko: '최종' },
  v6: { en: 'IPv6 added', ko: 'IPv6 추가' },
  unknown: { en: 'State {index}', ko: '상태 {index}' },
} satisfies Record<string, Text>

const meanings = {
  original: {
    en: 'The records as they were found. Nothing is changed.',
    ko: '처음 읽은 레코드 그대로입니다. 변경된 것이 없습니다.',
  },
  originalRule: {
    en: 'The rule as it was found. Nothing is changed.',
    ko: '처음 읽은 규칙 그대로입니다. 변경된 것이 없습니다.',
  },
  'ttl-prep': {
    en: 'The same answers, with a short TTL: from here every change is seen quickly.',
    ko: '응답은 같고 TTL만 짧습니다. 이후의 변경이 빠르게 반영됩니다.',
  },
  armed: {
    en: 'The records are weighted, all of it still on the legacy: the structure is proven before traffic moves.',
    ko: '가중치 레코드로 바뀌었지만 모두 레거시로 갑니다. 트래픽을 옮기기 전에 구조를 검증합니다.',
  },
  weights: {
    en: '{share} % of answers lead to the new load balancer.',
    ko: '응답의 {share}%가 새 로드 밸런서로 연결됩니다.',
  },
  armedRule: {
    en: 'The rule has weights, all of them still on the old target group: the structure is proven before traffic moves.',
    ko: '규칙에 가중치가 생기지만 모두 기존 대상 그룹으로 갑니다. 트래픽을 옮기기 전에 구조를 검증합니다.',
  },
  weightsRule: {
    en: '{share} % of requests go to the new target group.',
    ko: '요청의 {share}%가 새 대상 그룹으로 갑니다.',
  },
  all: {
    en: 'All answers lead to the new load balancer; if it becomes unhealthy, Route 53 can still fall back to the legacy.',
    ko: '모든 응답이 새 로드 밸런서로 연결됩니다. 비정상이 되면 Route 53이 레거시로 되돌릴 수 있습니다.',
  },
  final: {
    en: 'One plain alias to the new load balancer; the legacy is out of DNS.',
    ko: '새 로드 밸런서로 향하는 별칭 레코드 하나만 남고 레거시는 DNS에서 빠집니다.',
  },
  v6: {
    en: 'Clients with IPv6 reach the load balancer over IPv6, too.',
    ko: 'IPv6 클라이언트도 IPv6로 로드 밸런서에 연결됩니다.',
  },
} satisfies Record<string, Text>

export function stateName(plan: Plan, index: number): Message {
  const state = plan.states[index]
  if (!state) return { text: words.unknown, values: { index } }
  return named(state)
}

function named({ kind, share = 0 }: PlanState): Message {
  if (kind === 'weights') return { text: words.weights, values: { share } }
  return { text: words[kind] }
}

/** What the state means for clients. */
export function stateMeaning({ states, params }: Plan, index: number): Message {
  const { kind, share = 0 } = states[index] ?? { kind: 'original' as const, share: 0 }
  if (params.rule && kind === 'original') return { text: meanings.originalRule }
  if (kind !== 'weights') return { text: meanings[kind] }
  if (share === 0) return { text: params.rule ? meanings.armedRule : meanings.armed }
  if (params.rule) return { text: meanings.weightsRule, values: { share } }
  const falls = share === 100 && params.evaluateTargetHealth
  return falls ? { text: meanings.all } : { text: meanings.weights, values: { share } }
}
