/** Why a state lasts as long as it does. */
import type { Plan } from '../../../core/cutover/plan.ts'
import { effectiveTtl } from '../../../core/cutover/timing.ts'
import type { Message, Text } from '../../../i18n/text.ts'

const words = {
  none: { en: 'no wait', ko: '대기 없음' },
  ttl: {
    en: 'old TTL {ttl, number} s + 60 s',
    ko: '이전 TTL {ttl, number}초 + 60초',
  },
  twice: { en: 'twice the TTL before, {ttl, number} s', ko: '이전 TTL {ttl, number}초의 2배' },
  bake: { en: 'watched for {minutes, number} min at least', ko: '최소 {minutes, number}분간 관찰' },
} satisfies Record<string, Text>

/** Of the wait in state `index`, from INSYNC on. */
export function waitReason(plan: Plan, index: number): Message {
  const state = plan.states[index]
  if (index === 0 || !state) return { text: words.none }
  const ttl = effectiveTtl(plan, index - 1)
  const { bakeMs, rule } = plan.params
  const bake: Message = { text: words.bake, values: { minutes: Math.round(bakeMs / 60_000) } }
  if (rule) return bake
  if (state.kind === 'ttl-prep' || state.kind === 'final') return { text: words.ttl, values: { ttl } }
  return 2000 * ttl > bakeMs ? { text: words.twice, values: { ttl } } : bake
}
