/** A failed AWS answer in words: what happened, what it means for the reader, what to do. */
import { AwsProblem, type ProblemFacts, type ProblemKind } from '../../core/problem.ts'
import type { Message, Text } from '../../i18n/text.ts'
import type { ProblemWords } from '../../ui/block-state.ts'

const titles: Record<ProblemKind, Text> = {
  denied: { en: 'Not allowed: {action}', ko: '권한 없음: {action}' },
  throttled: { en: 'AWS asks for fewer calls', ko: 'AWS가 호출을 제한하고 있음' },
  'signed-out': { en: 'The sign-in has ended', ko: '로그인이 만료됨' },
  'not-found': { en: 'Not found', ko: '찾을 수 없음' },
  invalid: { en: 'AWS refused the request', ko: 'AWS가 요청을 거부함' },
  conflict: { en: 'Something else changed it first', ko: '다른 변경이 먼저 적용됨' },
  'unknown-outcome': { en: 'The outcome is not known', ko: '결과를 알 수 없음' },
  offline: { en: 'No connection', ko: '연결 없음' },
  blocked: { en: 'The browser may not reach this service', ko: '브라우저에서 이 서비스에 연결할 수 없음' },
  unexpected: { en: 'AWS did not answer as expected', ko: 'AWS 응답이 예상과 다름' },
}

const explanations: Record<Exclude<ProblemKind, 'denied'>, Text> = {
  throttled: {
    en: 'The account’s rate limit for these calls is reached. Tidegate slows down and tries again by itself.',
    ko: '이 호출에 대한 계정의 속도 제한에 도달했습니다. Tidegate가 호출을 늦추고 자동으로 다시 시도합니다.',
  },
  'signed-out': {
    en: 'Sign in again; this page and its address stay as they are.',
    ko: '다시 로그인하세요. 이 페이지와 주소는 그대로 유지됩니다.',
  },
  'not-found': {
    en: 'It does not exist in this account and Region, or it was deleted. Check the Region at the top.',
    ko: '이 계정과 리전에 없거나 삭제되었습니다. 상단의 리전을 확인하세요.',
  },
  invalid: {
    en: 'AWS did not accept what was sent. Its own words below say why.',
    ko: 'AWS가 보낸 내용을 받아들이지 않았습니다. 아래 AWS 메시지에 이유가 있습니다.',
  },
  conflict: {
    en: 'The resource is not in the state the request needs. Refresh and look again.',
    ko: '리소스가 요청에 필요한 상태가 아닙니다. 새로 고친 후 다시 확인하세요.',
  },
  'unknown-outcome': {
    en: 'The request was sent but its answer did not arrive. Check what is there before sending it again.',
    ko: '요청은 보냈지만 응답을 받지 못했습니다. 다시 보내기 전에 현재 상태를 확인하세요.',
  },
  offline: {
    en: '{attempts, plural, =0 {AWS could not be reached.} one {AWS could not be reached after # attempt.} other {AWS could not be reached after # attempts.}} Check the network; Tidegate goes on as soon as it is back.',
    ko: '{attempts, plural, =0 {} other {#번 시도했지만 }}AWS에 연결하지 못했습니다. 네트워크를 확인하세요. 연결되면 자동으로 계속합니다.',
  },
  blocked: {
    en: 'The call was stopped before AWS could answer: a cross-origin rule, a proxy, an extension or a firewall. Other services still work.',
    ko: 'AWS가 응답하기 전에 호출이 차단되었습니다. 교차 출처 규칙, 프록시, 확장 프로그램 또는 방화벽을 확인하세요. 다른 서비스는 계속 사용할 수 있습니다.',
  },
  unexpected: {
    en: 'This is usually temporary. Try again; if it stays, the request ID helps AWS Support.',
    ko: '대개 일시적인 문제입니다. 다시 시도하고, 계속되면 요청 ID를 AWS Support에 알려 주세요.',
  },
}

const denied = {
  plain: {
    en: 'This role may not perform {action}.',
    ko: '이 역할은 {action} 작업을 수행할 수 없습니다.',
  },
  on: {
    en: 'This role may not perform {action} on {resource}.',
    ko: '이 역할은 {resource}에 대해 {action} 작업을 수행할 수 없습니다.',
  },
  missing: {
    en: '{start} No {policy} allows it: ask for it to be added, or use a stronger role.',
    ko: '{start} {policy} 중에 이를 허용하는 것이 없습니다. 권한 추가를 요청하거나 더 강한 역할을 사용하세요.',
  },
  explicit: {
    en: '{start} It is explicitly denied in {vowel, select, true {an} other {a}} {policy}, so that adding a permission will not help.',
    ko: '{start} {policy}에서 명시적으로 거부되어, 권한을 추가해도 해결되지 않습니다.',
  },
  ask: {
    en: '{start} Ask for the permission, or use a stronger role.',
    ko: '{start} 권한을 요청하거나 더 강한 역할을 사용하세요.',
  },
} satisfies Record<string, Text>

/** AWS's words for kinds of policies, in Korean as its documentation has them. */
const policyTypes: Record<string, Text> = {
  'identity-based': { en: 'identity-based policy', ko: '자격 증명 기반 정책' },
  'resource-based': { en: 'resource-based policy', ko: '리소스 기반 정책' },
  'service control': { en: 'service control policy', ko: '서비스 제어 정책' },
  'resource control': { en: 'resource control policy', ko: '리소스 제어 정책' },
  'permissions boundary': { en: 'permissions boundary', ko: '권한 경계' },
  'permissions-boundary': { en: 'permissions boundary', ko: '권한 경계' },
  session: { en: 'session policy', ko: '세션 정책' },
  'VPC endpoint': { en: 'VPC endpoint policy', ko: 'VPC 엔드포인트 정책' },
}

/** Kinds that a retry of the same request cannot change. */
const final: ReadonlySet<ProblemKind> = new Set(['denied', 'not-found', 'invalid', 'signed-out'])
const warnings: ReadonlySet<ProblemKind> = new Set([
  'denied',
  'throttled',
  'signed-out',
  'offline',
  'not-found',
])

type Say = (message: Message) => string

/** The words for whatever a query failed with; anything but an AwsProblem is a fault of ours and says so in AWS's place. */
export function problemWords(say: Say, error: unknown): ProblemWords {
  const facts = error instanceof AwsProblem ? error.facts : factsOfBug(error)
  const values = { action: facts.action ?? facts.operation, attempts: facts.attempts }
  return {
    title: say({ text: titles[facts.kind], values }),
    explanation:
      facts.kind === 'denied' ? deniedWords(say, facts) : say({ text: explanations[facts.kind], values }),
    raw: facts.message,
    code: facts.code,
    operation: facts.operation,
    requestId: facts.requestId,
    tone: warnings.has(facts.kind) ? 'warning' : 'error',
    final: final.has(facts.kind),
  }
}

function deniedWords(say: Say, facts: ProblemFacts): string {
  const { resource, policyType } = facts
  const action = facts.action ?? facts.operation
  const start =
    resource === undefined || resource === '*'
      ? say({ text: denied.plain, values: { action } })
      : say({ text: denied.on, values: { action, resource } })
  if (policyType === undefined) return say({ text: denied.ask, values: { start } })
  const type = policyTypes[policyType] ?? { en: `${policyType} policy`, ko: `${policyType} 정책` }
  const text = facts.message.includes('explicit deny') ? denied.explicit : denied.missing
  return say({
    text,
    values: { start, policy: say({ text: type }), vowel: String(/^[aeiou]/.test(policyType)) },
  })
}

function factsOfBug(error: unknown): ProblemFacts {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
  return { kind: 'unexpected', code: name, message, operation: 'Tidegate', attempts: 1 }
}
