/** The screen of the exceptional state that a cutover is in; nothing where it is in none. */
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { BlockedState } from './BlockedState.tsx'
import { CorruptState } from './CorruptState.tsx'
import { DriftState } from './DriftState.tsx'
import { exceptionalState } from './exceptional.ts'
import { FoundState } from './FoundState.tsx'
import { IndeterminateState } from './IndeterminateState.tsx'
import { JournalLostState } from './JournalLostState.tsx'
import { LostClaimState } from './LostClaimState.tsx'
import { ManualState } from './ManualState.tsx'
import { StoppedState } from './StoppedState.tsx'

export interface ExceptionalStateProps {
  session: CutoverSession
  view: CutoverView
}

/** Each takes the place of the others: what was typed into one is not for the next. */
const screens = {
  found: FoundState,
  drift: DriftState,
  'lost-claim': LostClaimState,
  'journal-lost': JournalLostState,
  corrupt: CorruptState,
  blocked: BlockedState,
  'manual-only': ManualState,
  indeterminate: IndeterminateState,
}

export function ExceptionalState({ session, view }: ExceptionalStateProps) {
  const why = exceptionalState(view.run)
  if (why === undefined) return null
  if (why in screens) {
    const Screen = screens[why as keyof typeof screens]
    return <Screen session={session} view={view} />
  }
  return <StoppedState session={session} view={view} why={why as Exclude<typeof why, keyof typeof screens>} />
}
