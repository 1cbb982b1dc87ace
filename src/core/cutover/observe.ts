/** What a reading of the zone changes when nothing is to be written: drift, lost and found claims, changes that took effect. */
import type { Claim, ClaimReading } from './claim.ts'
import type { Effect, PauseReason, Phase, Run, Step, ZoneReading } from './run.ts'
import { isAt, matchingStates, shownDigest, type Standing, standingOf } from './standing.ts'
import { blindPropagation, waitOf } from './timing.ts'

/** `now`: AWS's clock at the reading. */
export function observe(run: Run, reading: ZoneReading, now: number): Step {
  const seen: Run = { ...run, live: reading.records, liveActions: reading.actions }
  const { phase } = seen
  if (phase.at === 'planned' || phase.at === 'closed' || phase.at === 'manual-only') return still(seen)
  const standing = standingOf(seen, reading)
  switch (standing.whose) {
    case 'theirs':
      return taken(seen, standing.seen)
    case 'nobody':
      return journalGone(seen, reading)
    case 'ours-other':
      return foundOurs(seen, standing, reading, now)
    default:
      return asExpected(seen, standing.claim, reading, now)
  }
}

/** Phases that end by themselves once the zone is as it should be. */
const outOfSight: readonly Phase['at'][] = ['drift', 'journal-lost', 'lost-claim', 'corrupt']

/** The claim is as we left it: are the live records, too? */
function asExpected(run: Run, claim: Claim, reading: ZoneReading, now: number): Step {
  const { phase } = run
  if (phase.at === 'modifying') {
    // What is on the wire is waited for.
    const isSet = phase.retryAt !== undefined && isAt(run, reading, phase.state)
    return isSet ? ruleIsSet(run, phase.state, now) : still(run)
  }
  if (claim.status === 'rolledback') return afterRollback(run, claim, reading)
  if (claim.status === 'active' && !isAt(run, reading, claim.state)) return drifted(run, reading)
  return outOfSight.includes(phase.at) ? fromClaim(run, claim, now) : still(run)
}

/** After a rollback nobody guards the records: what was changed since is shown, not undone. */
function afterRollback(run: Run, { highest }: Claim, reading: ZoneReading): Step {
  const { phase, plan, lastWriteAt } = run
  const lost = outOfSight.includes(phase.at)
  if (highest === 0 || isAt(run, reading, 0))
    return lost ? still({ ...run, phase: { at: 'restored', since: lastWriteAt } }) : still(run)
  // Nothing fences off a change of the rule that comes late.
  const late = plan.params.rule !== undefined && matchingStates(run, reading).length > 0
  return lost || late || phase.at === 'restoring' ? drifted(run, reading) : still(run)
}

/** The phase that the claim alone tells. What was not waited for is waited for. */
export function fromClaim(run: Run, { status, state, highest }: Claim, now: number, changeId?: string): Step {
  if (status === 'done') return still({ ...run, phase: { at: 'completing', since: now } })
  if (status === 'rolledback')
    return highest === 0
      ? still({ ...run, phase: { at: 'restored', since: now } })
      : restoring(run, now, changeId)
  // At the original nothing was changed that anybody would have to wait for.
  if (highest === 0 || run.soaked === state) return still({ ...run, phase: { at: 'ready', state } })
  return propagating(run, state, now, changeId)
}

/** The change is everywhere: from here caches forget what was before. */
export function soak(run: Run, state: number, since: number): Step {
  const until = since + waitOf(run.plan, state)
  const soaking: Run = { ...run, phase: { at: 'soaking', state, since }, soaked: undefined }
  return { run: soaking, effects: [{ type: 'wait', until }] }
}

/** The state that the claim says, as far as is known. */
export function stateOf({ journal }: Run): number {
  return journal?.claim.state ?? 0
}

export function drifted(run: Run, reading: ZoneReading): Step {
  const phase = {
    at: 'drift' as const,
    state: stateOf(run),
    shown: shownDigest(reading),
    matches: matchingStates(run, reading),
  }
  return still({ ...run, phase, intent: undefined, wanted: undefined })
}

/** Somebody else's claim stands there: nothing of ours may be written. */
export function taken(run: Run, seen: ClaimReading): Step {
  return still({ ...run, phase: { at: 'lost-claim', seen }, intent: undefined, wanted: undefined })
}

export function journalGone(run: Run, reading: ZoneReading): Step {
  const claim = run.journal?.claim
  const idle = { ...run, intent: undefined, wanted: undefined }
  // There never was one: nothing of ours stands in the zone.
  if (!claim) return still({ ...idle, phase: { at: 'planned' } })
  // Original records without a journal: somebody has finished or undone it.
  if (claim.status !== 'active' || isAt(run, reading, 0))
    return still({
      ...idle,
      phase: { at: 'closed', how: claim.status === 'done' ? 'completed' : 'elsewhere' },
    })
  return still({ ...idle, phase: { at: 'journal-lost', state: claim.state } })
}

/** The journal is removed, as it shall be at the end: what it said last tells which end that is. */
export function closed(run: Run): Step {
  const how = run.journal?.claim.status === 'done' ? 'completed' : 'restored'
  return still({ ...run, phase: { at: 'closed', how }, journal: undefined, intent: undefined })
}

/** A write of ours whose answer never came has landed after all, or one that landed is gone again. */
export function foundOurs(
  run: Run,
  { claim, record: claimRecord }: Extract<Standing, { whose: 'ours-other' }>,
  { snapshot: snapshotRecord }: ZoneReading,
  now: number,
): Step {
  const older = run.journal !== undefined && claim.generation < run.journal.claim.generation
  const journal = { claim, claimRecord, snapshotRecord }
  const found: Run = { ...run, journal, soaked: undefined, ...(older && { paused: 'stranded' as const }) }
  return fromClaim(found, claim, now)
}

/** Waits until all name servers answer with it; without a change id, as long as that ever takes. */
export function propagating(run: Run, state: number, submittedAt: number, changeId?: string): Step {
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
  return {
    run: { ...run, phase: { at: 'restoring', changeId, submittedAt, slow: false } },
    effects: pollEffects(submittedAt, changeId),
  }
}

/** Sets the rule: only after a write of this tab, for which it was read. Whoever finds a claim looks at the rule first. */
export function modifying(run: Run, state: number, tries = 1): Step {
  const actions = run.plan.states[state]?.actions ?? []
  return {
    run: { ...run, phase: { at: 'modifying', state, tries }, soaked: undefined },
    effects: [{ type: 'modify-rule', actions }],
  }
}

/** The rule does what it shall. */
export function ruleIsSet(run: Run, state: number, now: number): Step {
  const going = withoutPause(run, 'rule')
  return going.journal?.claim.status === 'rolledback'
    ? still({ ...going, phase: { at: 'restored', since: now } })
    : soak(going, state, now)
}

/** What it was paused for is over by itself; any other pause stays. */
export function withoutPause(run: Run, reason: PauseReason): Run {
  return run.paused === reason ? { ...run, paused: undefined } : run
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
