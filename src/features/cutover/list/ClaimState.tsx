/** How far a cutover is, as its claim says it. */
import { useText } from '../../../i18n/use-text.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { stateName } from '../parts/state-words.ts'
import type { ListRow } from './cutover-rows.ts'

const words = {
  noClaim: { en: 'Noted here, nothing in the zone', ko: '여기에만 기록됨, 영역에 없음' },
  foreign: { en: 'Written by a newer release', ko: '더 새로운 버전에서 기록됨' },
  corrupt: { en: 'Claim cannot be read', ko: '클레임을 읽을 수 없음' },
  active: { en: 'Open: {state}', ko: '진행 중: {state}' },
  numbered: { en: 'Open: state {index}', ko: '진행 중: 상태 {index}' },
  rolledback: { en: 'Rolled back', ko: '롤백됨' },
  done: { en: 'Finished', ko: '완료됨' },
} satisfies Record<string, Text>

export interface ClaimLook {
  tone: Tone
  message: Message
  /** Says a state of the plan, where there is one. */
  state?: Message
}

export function claimLook({ open }: ListRow): ClaimLook {
  if (!open) return { tone: 'warning', message: { text: words.noClaim } }
  if (!('claim' in open.claim)) return { tone: 'warning', message: { text: words[open.claim.unreadable] } }
  const { status, state } = open.claim.claim
  if (status === 'rolledback') return { tone: 'off', message: { text: words.rolledback } }
  if (status === 'done') return { tone: 'good', message: { text: words.done } }
  if (!open.plan) return { tone: 'moving', message: { text: words.numbered, values: { index: state } } }
  return { tone: 'moving', message: { text: words.active }, state: stateName(open.plan, state) }
}

export function ClaimState({ row }: { row: ListRow }) {
  const say = useText()
  const { tone, message, state } = claimLook(row)
  return (
    <StatusBadge tone={tone} wrap>
      {state ? say(message.text, { state: say(state) }) : say(message)}
    </StatusBadge>
  )
}
