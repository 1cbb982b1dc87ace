/** Says on every page that this AWS is simulated, and opens its levers. */
import { Suspense, useState } from 'react'
import { usePractice } from '../../data/practice.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { laterPart } from '../../ui/later-part.ts'

const words = {
  practice: {
    en: 'Practice: this AWS is simulated inside the page. Nothing you see or do is real.',
    ko: '연습: 이 페이지 안에서 시뮬레이션된 AWS입니다. 보이는 것과 하는 일은 모두 실제가 아닙니다.',
  },
  leave: { en: 'Leave', ko: '나가기' },
  open: { en: 'Scenario, speed, faults …', ko: '시나리오, 속도, 장애 …' },
} satisfies Record<string, Text>

const PracticeDialog = laterPart(async () => (await import('./PracticeDialog.tsx')).PracticeDialog)

/** `leave` is absent where this console is for practice only. */
export function PracticeLevers({ leave }: { leave?: (() => void) | undefined }) {
  const say = useText()
  const control = usePractice()
  const [open, setOpen] = useState(false)
  if (!control) return null
  return (
    <>
      <span>{say(words.practice)}</span>
      <button type="button" onClick={() => setOpen(true)}>
        {say(words.open)}
      </button>
      {leave && (
        <button type="button" onClick={leave}>
          {say(words.leave)}
        </button>
      )}
      {open && (
        <Suspense>
          <PracticeDialog control={control} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
