/** Says on every page that this AWS is simulated, and opens its levers. */
import { Suspense, useState } from 'react'
import { useIsRehearsal, usePractice } from '../../data/practice.ts'
import { useSession } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { laterPart } from '../../ui/later-part.ts'

const words = {
  practice: {
    en: 'Practice: this AWS is simulated inside the page. Nothing you see or do is real.',
    ko: '연습: 이 페이지 안에서 시뮬레이션된 AWS입니다. 보이는 것과 하는 일은 모두 실제가 아닙니다.',
  },
  rehearsal: {
    en: 'REHEARSAL on a copy of account {account}. Everything here is simulated inside this page: nothing you do reaches AWS.',
    ko: '계정 {account} 사본에서 진행하는 리허설. 이 페이지의 모든 것은 시뮬레이션이며 어떤 작업도 AWS에 전달되지 않습니다.',
  },
  withheld: {
    en: 'Values of task definitions that may be secret are not kept when this page is loaded again: value-not-kept-1 and the like stand in their place.',
    ko: '태스크 정의에서 비밀일 수 있는 값은 페이지를 다시 불러올 때 남기지 않습니다. 그 자리에는 value-not-kept-1 같은 표시가 대신 들어갑니다.',
  },
  leave: { en: 'Leave', ko: '나가기' },
  open: { en: 'Scenario, speed, faults …', ko: '시나리오, 속도, 장애 …' },
  openRehearsal: { en: 'Speed, trouble …', ko: '속도, 문제 …' },
} satisfies Record<string, Text>

const PracticeDialog = laterPart(async () => (await import('./PracticeDialog.tsx')).PracticeDialog)

/** `leave` is absent where this console is for practice only. */
export function PracticeLevers({ leave }: { leave?: (() => void) | undefined }) {
  const say = useText()
  const control = usePractice()
  const { account } = useSession()
  const isRehearsal = useIsRehearsal()
  const [open, setOpen] = useState(false)
  if (!control) return null
  return (
    <>
      {isRehearsal && <Masks />}
      <span>{isRehearsal ? say(words.rehearsal, { account }) : say(words.practice)}</span>
      <button type="button" onClick={() => setOpen(true)}>
        {say(isRehearsal ? words.openRehearsal : words.open)}
      </button>
      {leave && (
        <button type="button" onClick={leave}>
          {say(words.leave)}
        </button>
      )}
      {control.isWithheld() && <span>{say(words.withheld)}</span>}
      {open && (
        <Suspense>
          <PracticeDialog control={control} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** A theatre: nobody in it takes the play for the world. */
function Masks() {
  return (
    <svg aria-hidden="true" width="22" height="18" viewBox="0 0 22 18" fill="none" stroke="currentColor">
      <path d="M1 2c3 1.2 6 1.2 9 0v6c0 3-2 5-4.5 5.5C3 13 1 11 1 8z" strokeWidth="1.5" />
      <path d="M3.5 6h1M6.5 6h1M3.5 9c1.2 1.4 2.800 1.4 4 0" strokeWidth="1.3" />
      <path d="M12 5c3 1.2 6 1.2 9 0v6c0 3-2 5-4.5 5.5C14 16 12 14 12 11z" strokeWidth="1.5" />
      <path d="M14.5 9h1M17.5 9h1M14.5 13.2c1.2-1.4 2.800-1.4 4 0" strokeWidth="1.3" />
    </svg>
  )
}
