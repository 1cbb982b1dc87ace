/** What a reading of the zone changes when nothing is to be written: drift, lost and found claims, changes that took effect. */
import type { Claim } from './claim.ts'
import type { Effect, Run, Step, ZoneReading } from './run.ts'
import { isAt, matchingStates, shownDigest, type Standing, standingOf } from './standing.ts'
import { blindPropagation, waitOf } from './timing.ts'

/** `now`: AWS's clock at the reading. */
export function observe(run: Run, reading: ZoneReading, now: number): Step {
  const seen: Run = { ...run, live: reading.records, liveActions: reading.actions }
  const { phase } = seen
  if (phase.at === 'planned' || phase.at === 'closed' || phase.at === 'manual-only') return still(seen)
  const standing = standingOf(seen, reading)
  if (standing.whose === 'theirs') return taken(seen, standing)
  if (standing.whose === 'nobody') return journalGone(seen, reading)
  if (standing.whose === 'ours-other') return foundOurs(seen, standing.claim, reading, now)
  return asExpected(seen, reading, now)
}

/** The claim is as we left it: are the live records, too? */
function asExpected(run: Run, reading: ZoneReading, now: number): Step {
  const { phase, journal } = run
  const claim = journal?.claim
  if (!claim || claim.status === 'done') return still(run)
  if (claim.status === 'rolledback') return afterRollback(run, reading)
  if (!isAt(run, reading, claim.state)) return phase.at === 'modifying' ? still(run) : drifted(run, reading)
  if (phase.at === 'drift' || phase.at === 'journal-lost' || phase.at === 'lost-claim')
    return resumed(run, claim.state, now)
  return still(run)
}

/** After a rollback nobody guards the records: what was changed since is shown, not undone. */
function afterRollback(run: Run, reading: ZoneReading): Step {
  const { highest } = run.journal?.claim ?? { highest: 0 }
  if (highest === 0 || isAt(run, reading, 0)) {
    return run.phase.at === 'drift'
      ? still({ ...run, phase: { at: 'restored', since: run.lastWriteAt } })
      : still(run)
  }
  return run.phase.at === 'restoring' || run.phase.at === 'drift' ? drifted(run, reading) : still(run)
}

/** The zone is as state `state` says again. What was not waited for is waited for. */
function resumed(run: Run, state: number, now: number): Step {
  if (state === 0 || run.soaked === state) return still({ ...run, phase: { at: 'ready', state } })
  return soak(run, state, now)
}

/** The change is everywhere: from here caches forget what was before. */
export function soak(run: Run, state: number, since: number): Step {
  const until = since + waitOf(run.plan, state)
  const soaking: Run = { ...run, phase: { at: 'soaking', state, since }, soaked: undefined }
  return { run: soaking, effects: [{ type: 'wait', until }] }
}

export function drifted(run: Run, reading: ZoneReading): Step {
  const state = run.journal?.claim.state ?? 0
  const phase = {
    at: 'drift' as const,
    state,
    shown: shownDigest(reading),
    matches: matchingStates(run, reading),
  }
  return still({ ...run, phase, intent: undefined, wanted: undefined })
}

/** Somebody else's claim stands there: nothing of ours may be written. */
export function taken(run: Run, standing: Standing): Step {
  const seen = standing.whose === 'theirs' ? standing.seen : { unreadable: 'corrupt' as const, text: '' }
  return still({ ...run, phase: { at: 'lost-claim', seen }, intent: undefined, wanted: undefined })
}

export function journalGone(run: Run, reading: ZoneReading): Step {
  const claim = run.journal?.claim
  const idle = { ...run, intent: undefined, wanted: undefined }
  // Original records without a journal: somebody has finished or undone it.
  if (claim?.status !== 'active' || isAt(run, reading, 0))
    return still({
      ...idle,
      phase: { at: 'closed', how: claim?.status === 'done' ? 'completed' : 'elsewhere' },
    })
  return still({ ...idle, phase: { at: 'journal-lost', state: claim.state } })
}

/** A write of ours whose answer never came has landed after all, or one that landed is gone again. */
export function foundOurs(run: Run, claim: Claim, reading: ZoneReading, now: number): Step {
  const { claim: claimRecord, snapshot: snapshotRecord } = reading
  if (!claimRecord) return still(run)
  const older = claim.generation < (run.journal?.claim.generation ?? 0)
  const journal = { claim, claimRecord, snapshotRecord }
  const found: Run = { ...run, journal, soaked: undefined, ...(older && { paused: 'stranded' as const }) }
  if (claim.highest === 0 && claim.status === 'active')
    return still({ ...found, phase: { at: 'ready', state: 0 } })
  if (claim.status === 'rolledback') return restoring(found, now)
  if (claim.status === 'done') return still({ ...found, phase: { at: 'completing', since: now } })
  return propagating(found, claim.state, now)
}

/** Waits until all name servers answer with it; without a change id, as long as that ever takes. */
export function propagating(run: Run, state: number, submittedAt: number, changeId?: string): Step {
  if (run.plan.params.rule) return modifying(run, state)
  return {
    run: {
      ...run,
      phase: { at: 'propagating', state, changeId, submittedAt, slow: false },
      soaked: undefined,
    },
    effects: pollEffects(submittedAt, changeId),
  }
}

export function restoring(run: Run, submittedAt: number, changeId?: string): Step {
  if (run.plan.params.rule && (run.journal?.claim.highest ?? 0) > 0) return modifying(run, 0)
  return {
    run: { ...run, phase: { at: 'restoring', changeId, submittedAt, slow: false } },
    effects: pollEffects(submittedAt, changeId),
  }
}

function modifying(run: Run, state: number): Step {
  const actions = run.plan.states[state]?.actions ?? []
  return {
    run: { ...run, phase: { at: 'modifying', state, tries: 1 }, soaked: undefined },
    effects: [{ type: 'modify-rule', actions }],
  }
}

/** ms between looks at a change: often at first. */
const firstPoll = 2_000

function pollEffects(submittedAt: number, changeId: string | undefined): Effect[] {
  return changeId === undefined
    ? [{ type: 'wait', until: submittedAt + blindPropagation }]
    : [{ type: 'poll', changeId, at: submittedAt + firstPoll }]
}

export function still(run: Run): Step {
  return { run, effects: [] }
}
