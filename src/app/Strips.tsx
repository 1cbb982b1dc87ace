/** Lines under the top bar that stay as long as they are true: practice, typed keys, an ended session, a stronger role, offline, throttled, a wrong clock or account. */
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useIsRehearsal } from '../data/practice.ts'
import { useAws, useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { PracticeLevers } from '../features/practice/PracticeLevers.tsx'
import { useText } from '../i18n/use-text.ts'
import { onOffsetChange, serverOffset } from '../lib/clock.ts'
import { Strip } from './Strip.tsx'
import { useOpening } from './opening-context.ts'
import { practiceAskedFor } from './practice-memory.ts'
import { signInDialog } from './sign-in-dialog.ts'
import { laterPart } from '../ui/later-part.ts'

const words = {
  keys: {
    en: 'Signed in with typed keys. They are kept in memory only and are gone when this page closes.',
    ko: '입력한 키로 로그인했습니다. 키는 메모리에만 있으며 페이지를 닫으면 사라집니다.',
  },
  armed: {
    en: 'The role {role} is in use. It drops back by itself.',
    ko: '{role} 역할을 사용 중입니다. 시간이 지나면 자동으로 돌아갑니다.',
  },
  held: {
    en: 'The role {role} is in use and is held for the cutover of {name}.',
    ko: '{role} 역할을 사용 중이며 {name} 전환을 위해 유지됩니다.',
  },
  lapsed: {
    en: 'The role {role} is over: {base} is in use again.',
    ko: '{role} 역할이 끝나 다시 {base} 역할을 사용합니다.',
  },
  seen: { en: 'OK', ko: '확인' },
  drop: { en: 'Drop it now', ko: '지금 돌아가기' },
  signedOut: {
    en: 'You are signed out: what you see is the last that was read.',
    ko: '로그아웃되었습니다. 마지막으로 읽은 내용을 표시합니다.',
  },
  signIn: { en: 'Sign in again …', ko: '다시 로그인 …' },
  offline: {
    en: 'This browser is offline. What you see is the last that was read.',
    ko: '브라우저가 오프라인입니다. 마지막으로 읽은 내용을 표시합니다.',
  },
  slowed: {
    en: 'AWS asks for fewer calls: for a minute this page reads half as often.',
    ko: 'AWS가 호출을 줄이도록 요청했습니다. 1분 동안 읽기 빈도를 절반으로 낮춥니다.',
  },
  skew: {
    en: 'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} {direction, select, behind {behind} other {ahead}}. Ages are corrected; please set the clock.',
    ko: '이 컴퓨터의 시계가 {minutes}분 {direction, select, behind {느립니다} other {빠릅니다}}. 경과 시간은 보정했습니다. 시계를 맞춰 주세요.',
  },
} satisfies Record<string, Text>

// It brings an AWS client of its own.
const AccountStrip = laterPart(async () => (await import('./AccountStrip.tsx')).AccountStrip)

/** Milliseconds beyond which the reader is told: signatures and expiries begin to fail at five minutes. */
const tellAbove = 120_000

export function Strips() {
  const say = useText()
  const { mode } = useSession()
  const { limiter } = useAws()
  const slowed = useSyncExternalStore(limiter.subscribe, limiter.isSlowed)
  const settled = useSettled()
  const online = useOnline()
  const skew = useSkewMinutes()
  return (
    <div className="tg-strips">
      {mode === 'practice' && <PracticeStrip />}
      <SignInStrip />
      {!online && <Strip tone="error">{say(words.offline)}</Strip>}
      {mode === 'keys' && <Strip tone="warning">{say(words.keys)}</Strip>}
      <RoleStrip />
      {slowed && <Strip tone="warning">{say(words.slowed)}</Strip>}
      {mode !== 'practice' && settled && (
        <Suspense>
          <AccountStrip />
        </Suspense>
      )}
      {mode !== 'practice' && skew !== 0 && (
        <Strip tone="warning">
          {say(words.skew, { minutes: Math.abs(skew), direction: skew > 0 ? 'behind' : 'ahead' })}
        </Strip>
      )}
    </div>
  )
}

function PracticeStrip() {
  const session = useSession()
  const isRehearsal = useIsRehearsal()
  return (
    <Strip tone={isRehearsal ? 'rehearsal' : 'practice'}>
      <PracticeLevers leave={practiceAskedFor() === undefined ? undefined : () => void session.signOut()} />
    </Strip>
  )
}

/** A stronger role while it is in use; that it is over takes the same place: a line that vanished by itself would move the page. */
function RoleStrip() {
  const say = useText()
  const { role, armedUntil, heldFor, lapsed, disarm } = useSession()
  if (armedUntil !== undefined)
    return (
      <Strip tone="warning">
        {heldFor === undefined ? say(words.armed, { role }) : say(words.held, { role, name: heldFor })}
        <button type="button" onClick={disarm}>
          {say(words.drop)}
        </button>
      </Strip>
    )
  if (lapsed === undefined) return null
  return (
    <Strip tone="note">
      {say(words.lapsed, { role: lapsed, base: role })}
      <button type="button" onClick={disarm}>
        {say(words.seen)}
      </button>
    </Strip>
  )
}

/** The way back to the dialog that was closed. */
function SignInStrip() {
  const say = useText()
  const { authority } = useOpening()
  const { status } = useSyncExternalStore(authority.subscribe, authority.snapshot)
  const dialog = useSyncExternalStore(signInDialog.subscribe, signInDialog.get)
  if (status !== 'sign-in-required' || dialog === 'open') return null
  return (
    <Strip tone="error">
      {say(words.signedOut)}
      <button type="button" onClick={() => signInDialog.set('open')}>
        {say(words.signIn)}
      </button>
    </Strip>
  )
}

/** Milliseconds after which nothing competes with the first rows any more. */
const settledAfter = 4_000

/** False while the page is being opened. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledAfter)
    return () => clearTimeout(timer)
  }, [])
  return settled
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
  return useSyncExternalStore(onOffsetChange, skewMinutes)
}

function skewMinutes(): number {
  const offset = serverOffset()
  return Math.abs(offset) > tellAbove ? Math.round(offset / 60_000) : 0
}
