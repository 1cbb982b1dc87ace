/** Back to an earlier state of the plan, with the cutover kept open. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useState } from 'react'
import { backBlock, currentState, isLeaving } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { standsAt, standsNow } from '../../../core/cutover/standing.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateMeaning, stateName } from '../parts/state-words.ts'
import { MoveDialog } from './MoveDialog.tsx'

const words = {
  back: { en: 'Step back', ko: '이전 단계로' },
  title: { en: 'Step back to “{state}”?', ko: '“{state}”(으)로 되돌릴까요?' },
  none: { en: 'There is no earlier state to go back to.', ko: '되돌아갈 이전 상태가 없습니다.' },
  blocked: { en: 'Needs a sign-in and a network.', ko: '로그인과 네트워크가 필요합니다.' },
} satisfies Record<string, Text>

const settled: readonly Run['phase']['at'][] = [
  'restoring',
  'restored',
  'completing',
  'closed',
  'found',
  'lost-claim',
]

export function StepBackMenu({ session, run }: { session: CutoverSession; run: Run }) {
  const say = useText()
  const [to, setTo] = useState<number>()
  const { plan, phase } = run
  const state = settled.includes(phase.at) || isLeaving(run) ? 0 : (currentState(run) ?? 0)
  const why = whyNot(run, state)
  return (
    <>
      <ButtonDropdown
        fullWidth
        disabled={why !== undefined}
        {...(why && { disabledReason: say(why) })}
        items={Array.from({ length: state }, (_, index) => ({
          id: String(index),
          text: say(stateName(plan, index)),
        })).toReversed()}
        onItemClick={({ detail }) => setTo(Number(detail.id))}
      >
        {say(words.back)}
      </ButtonDropdown>
      {to !== undefined && (
        <MoveDialog
          title={say(words.title, { state: say(stateName(plan, to)) })}
          before={standsNow(run)}
          after={standsAt(plan, to)}
          confirm={say(words.back)}
          onConfirm={() => session.back(to)}
          onClose={() => setTo(undefined)}
        >
          {say(stateMeaning(plan, to))}
        </MoveDialog>
      )}
    </>
  )
}

function whyNot(run: Run, state: number): Text | undefined {
  if (state === 0) return words.none
  return backBlock(run) && words.blocked
}
