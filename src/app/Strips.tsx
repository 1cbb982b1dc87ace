/** Lines under the top bar that stay as long as they are true: practice, typed keys, a stronger role, offline, a wrong clock. */
import { type ReactNode, useSyncExternalStore } from 'react'
import { useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { PracticeLevers } from '../features/practice/PracticeLevers.tsx'
import { useText } from '../i18n/use-text.ts'
import { onOffsetChange, serverOffset } from '../lib/clock.ts'

const words = {
  keys: {
    en: 'Signed in with typed keys. They are kept in memory only and are gone when this page closes.',
    ko: '입력한 키로 로그인했습니다. 키는 메모리에만 있으며 페이지를 닫으면 사라집니다.',
  },
  armed: {
    en: 'The role {role} is in use. It drops back by itself.',
    ko: '{role} 역할을 사용 중입니다. 시간이 지나면 자동으로 돌아갑니다.',
  },
  drop: { en: 'Drop it now', ko: '지금 돌아가기' },
  offline: {
    en: 'This browser is offline. What you see is the last that was read.',
    ko: '브라우저가 오프라인입니다. 마지막으로 읽은 내용을 표시합니다.',
  },
  skew: {
    en: 'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} {direction, select, behind {behind} other {ahead}}. Ages are corrected; please set the clock.',
    ko: '이 컴퓨터의 시계가 {minutes}분 {direction, select, behind {느립니다} other {빠릅니다}}. 경과 시간은 보정했습니다. 시계를 맞춰 주세요.',
  },
} satisfies Record<string, Text>

function Strip({ tone, children }: { tone: 'practice' | 'warning' | 'error'; children: ReactNode }) {
  return (
    <output className="tg-strip" data-tone={tone}>
      {children}
    </output>
  )
}

/** Milliseconds beyond which the reader is told: signatures and expiries begin to fail at five minutes. */
const tellAbove = 120_000

export function Strips() {
  const say = useText()
  const session = useSession()
  const { mode, role, armedUntil } = session
  const online = useOnline()
  const skew = useSkewMinutes()
  return (
    <>
      {mode === 'practice' && (
        <Strip tone="practice">
          <PracticeLevers />
        </Strip>
      )}
      {!online && <Strip tone="error">{say(words.offline)}</Strip>}
      {mode === 'keys' && <Strip tone="warning">{say(words.keys)}</Strip>}
      {armedUntil !== undefined && (
        <Strip tone="warning">
          {say(words.armed, { role })}
          <button type="button" onClick={() => session.disarm()}>
            {say(words.drop)}
          </button>
        </Strip>
      )}
      {skew !== 0 && (
        <Strip tone="warning">
          {say(words.skew, { minutes: Math.abs(skew), direction: skew > 0 ? 'behind' : 'ahead' })}
        </Strip>
      )}
    </>
  )
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

function useOnline(): boolean {
  return useSyncExternalStore(subscribeOnline, () => navigator.onLine)
}

/** Whole minutes that AWS's clock is ahead of this computer's; 0 when too few to matter. */
function useSkewMinutes(): number {
  const offset = useSyncExternalStore(onOffsetChange, serverOffset)
  return Math.abs(offset) > tellAbove ? Math.round(offset / 60_000) : 0
}
