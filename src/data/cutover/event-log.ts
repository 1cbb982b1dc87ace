/** What happened to a cutover, when, and by which request: one entry for each thing that a person would want to know later. */
import type { GuardReading } from '../../core/cutover/guards/guard.ts'
import type { Verdict } from '../../core/cutover/guards/judge.ts'
import type { Command, Event, Phase, PauseReason, Run, Trouble, Want } from '../../core/cutover/run.ts'

/** `at`: AWS's clock, ms since the epoch. */
export type LogEntry = { at: number } & (
  | { kind: 'opened'; phase: Phase['at'] }
  | { kind: 'asked'; command: Command }
  | { kind: 'sent'; want: Want; changeId: string; requestId?: string }
  | { kind: 'not-sent'; want: Want | undefined; trouble: Trouble }
  | { kind: 'phase'; phase: Phase }
  | { kind: 'paused'; reason: PauseReason }
  | { kind: 'resumed' }
  | { kind: 'abort-due'; due: number }
  | { kind: 'guards'; verdict: Verdict; trips: readonly GuardReading[] }
  | { kind: 'unwatched'; from: number }
  | { kind: 'verified'; state: number; missing: readonly string[] }
  | { kind: 'checked'; passed: boolean; standing: readonly string[] }
  | { kind: 'signed-out' | 'signed-in' | 'offline' | 'online' | 'leads' | 'follows' }
  | { kind: 'unsaved' }
  | { kind: 'left' }
)

/** Entries that are kept, newest last. */
const mostEntries = 2_000

export function withEntries(log: readonly LogEntry[], entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.length === 0 ? log : [...log, ...entries].slice(-mostEntries)
}

/** What one event of the machine adds. */
export function entriesOf(event: Event, before: Run, after: Run): LogEntry[] {
  return [...ofEvent(event, before), ...ofChange(event.now, before, after)]
}

function ofEvent(event: Event, { intent }: Run): LogEntry[] {
  const at = event.now
  switch (event.type) {
    case 'command':
      // Looking again each minute is no news.
      return event.command.kind === 'recheck' ? [] : [{ at, kind: 'asked', command: event.command }]
    case 'sent': {
      const { changeId, requestId } = event
      const ids = { changeId, ...(requestId !== undefined && { requestId }) }
      return intent ? [{ at, kind: 'sent', want: intent.want, ...ids }] : []
    }
    case 'send-failed':
      return [{ at, kind: 'not-sent', want: intent?.want, trouble: event.trouble }]
    default:
      return []
  }
}

function ofChange(at: number, before: Run, after: Run): LogEntry[] {
  const entries: LogEntry[] = []
  if (isNews(before.phase, after.phase)) entries.push({ at, kind: 'phase', phase: after.phase })
  if (after.paused && after.paused !== before.paused)
    entries.push({ at, kind: 'paused', reason: after.paused })
  if (before.paused && !after.paused) entries.push({ at, kind: 'resumed' })
  if (after.abortAt !== undefined && before.abortAt === undefined)
    entries.push({ at, kind: 'abort-due', due: after.abortAt })
  return [...entries, ...ofConditions(at, before, after)]
}

function ofConditions(at: number, { conditions: before }: Run, { conditions: after }: Run): LogEntry[] {
  const entries: LogEntry[] = []
  if (before.signedIn !== after.signedIn)
    entries.push({ at, kind: after.signedIn ? 'signed-in' : 'signed-out' })
  if (before.online !== after.online) entries.push({ at, kind: after.online ? 'online' : 'offline' })
  if (before.leader !== after.leader) entries.push({ at, kind: after.leader ? 'leads' : 'follows' })
  return entries
}

/** Looking at a change again and again is none. */
function isNews(before: Phase, after: Phase): boolean {
  if (before.at !== after.at) return true
  return 'state' in before && 'state' in after && before.state !== after.state
}
