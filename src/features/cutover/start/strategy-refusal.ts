/** Why a strategy cannot be chosen for what was read; undefined: it can, as far as is known. */
import type { Strategy } from '../../../core/cutover/params.ts'
import type { Readings, Subject } from '../../../core/cutover/preflight/facts.ts'
import { derivePlanning } from '../../../core/cutover/preflight/derive-planning.ts'
import { sharedRule } from '../../../core/cutover/preflight/shared-rule.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { choicesOf } from './choices.ts'
import type { NewCutoverSearch } from './search.ts'

const words = {
  notShared: {
    en: 'Only where this load balancer already answers for the hostname from another target group.',
    ko: '이 로드 밸런서가 이미 다른 대상 그룹으로 이 호스트 이름에 응답하고 있을 때만 가능합니다.',
  },
} satisfies Record<string, Text>

interface Question {
  readings: Readings
  subject: Subject
  search: NewCutoverSearch
}

export function strategyRefusal(
  strategy: Strategy,
  { readings, subject, search }: Question,
): Message | undefined {
  if (strategy === 'rule') {
    const listeners = factOf(readings, 'listeners')
    return listeners && !sharedRule({ subject, listeners }) ? { text: words.notShared } : undefined
  }
  const [zone, records, params, protections] = [
    factOf(readings, 'zone'),
    factOf(readings, 'records'),
    factOf(readings, 'params'),
    factOf(readings, 'protections'),
  ]
  if (!zone || !records || !params || !protections) return undefined
  // Other steps than the usual ones are no fault of the strategy.
  const choices = choicesOf({ ...search, strategy, pace: undefined })
  const { rule: _rule, ...read } = params
  const planning = derivePlanning({
    subject: { ...subject, choices },
    zone,
    records,
    params: { ...read, ...choices },
    protections,
  })
  return 'refusal' in planning ? planning.refusal.message : undefined
}
