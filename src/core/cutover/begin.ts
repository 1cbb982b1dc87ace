/** From a wish and a fresh reading to one write: checks whose turn it is and whether the live records are as known, then builds the batch. */
import type { Change, RecordSet } from '../dns/record-set.ts'
import { buildBatch } from './batch.ts'
import { digest } from './canon.ts'
import { type Claim, type ClaimReading, claimRecord } from './claim.ts'
import { isForward } from './permits.ts'
import { snapshotOf } from './plan.ts'
import type { Event, Mixed, Run, Step, Want, ZoneReading } from './run.ts'
import { snapshotRecord } from './snapshot.ts'
import { claimIn, isAt, matchingStates, recordsAt, shownDigest, standingOf } from './standing.ts'
import { closed, drifted, foundOurs, journalGone, stateOf, still, taken } from './observe.ts'

type Now = Pick<Event, 'now' | 'nonce'>

/** `nonces`: of earlier attempts at the same write. */
export function begin(run: Run, want: Want, reading: ZoneReading, at: Now, nonces: string[] = []): Step {
  if (want.kind === 'start') return beginStart(run, reading, at, nonces)
  const standing = standingOf(run, reading)
  if (standing.whose === 'theirs')
    return mayTakeOver(run, want, standing.seen)
      ? write(run, want, reading, at, nonces)
      : taken(run, standing.seen)
  if (standing.whose === 'nobody') return withoutClaim(run, want, reading, at, nonces)
  const { whose, claim } = standing
  if (whose === 'ours')
    return isTimely(run, want, claim) ? withClaim(run, want, claim, reading, at, nonces) : still(run)
  const found = foundOurs(run, standing, reading, at.now)
  // Another start for a step than the person saw; only the way back is the same from everywhere.
  const stops = isForward(want) || want.kind === 'cleanup' || !isTimely(run, want, claim)
  return stops ? found : begin(found.run, want, reading, at, nonces)
}

/** Whether it still makes sense: much may have happened since it was asked for. */
function isTimely({ plan }: Run, want: Want, { status, state }: Claim): boolean {
  switch (want.kind) {
    case 'step':
      return status === 'active' && plan.states[want.to] !== undefined && (isForward(want) || want.to < state)
    case 'adopt':
      return status === 'active'
    case 'cleanup':
      return status !== 'active'
    default:
      return true
  }
}

function withClaim(
  run: Run,
  want: Want,
  { highest }: Claim,
  reading: ZoneReading,
  at: Now,
  nonces: string[],
): Step {
  // What has moved is put back: giving it up would leave it where it is.
  const way: Want = want.kind === 'cancel' && highest > 0 ? { kind: 'rollback' } : want
  return driftOf(run, way, reading) ?? write(run, way, reading, at, nonces)
}

/** Only the same cutover in other hands: another one has another original to go back to. */
function mayTakeOver({ id }: Run, want: Want, seen: ClaimReading): boolean {
  return want.kind === 'attach' && 'claim' in seen && seen.claim.id === id
}

/** A claim of somebody else stops the start; what a finished cutover left behind is replaced in the same batch. */
function beginStart(run: Run, reading: ZoneReading, at: Now, nonces: string[]): Step {
  const standing = standingOf(run, reading)
  if (standing.whose === 'ours-other') return foundOurs(run, standing, reading, at.now)
  if (standing.whose === 'theirs' && isInUse(standing.seen)) return taken(run, standing.seen)
  const unchanged = digest(reading.records) === run.plan.originalDigest
  if (!unchanged)
    return { run: { ...run, phase: { at: 'planned', changed: true }, intent: undefined }, effects: [] }
  return write(run, { kind: 'start' }, reading, at, nonces)
}

/** A claim that we cannot read may be in use, too. */
function isInUse(seen: ClaimReading): boolean {
  return !('claim' in seen) || seen.claim.status === 'active'
}

function withoutClaim(run: Run, want: Want, reading: ZoneReading, at: Now, nonces: string[]): Step {
  switch (want.kind) {
    case 'cleanup':
      return closed(run)
    case 'recreate':
      return write(run, want, reading, at, nonces)
    case 'rollback':
      return driftOf(run, want, reading) ?? write(run, want, reading, at, nonces)
    default:
      // Given up before the start was done.
      return want.kind === 'cancel' && !run.journal
        ? still({ ...run, phase: { at: 'closed', how: 'nothing-changed' } })
        : journalGone(run, reading)
  }
}

/** The drift that stops this write, if any. Giving up and taking over touch no live record, so nothing stops them. */
function driftOf(run: Run, want: Want, reading: ZoneReading): Step | undefined {
  const mixed = mixedOf(want)
  const fine = mixed
    ? mixed.shown === shownDigest(reading)
    : isAt(run, reading, stateOf(run)) || isAllowed(run, want, reading)
  return fine ? undefined : drifted(run, reading)
}

/** It is chosen for one edit, and for no other. */
function mixedOf(want: Want): Mixed | undefined {
  return want.kind === 'done' ? want.mixed : undefined
}

/** Whether a write may be sent although the live records are not what the claim says. */
function isAllowed(run: Run, want: Want, reading: ZoneReading): boolean {
  const shown = shownDigest(reading)
  switch (want.kind) {
    case 'step':
      return want.why === 'reapply'
        ? run.phase.at === 'drift' && run.phase.shown === shown
        : isRuleBehind(run, reading)
    case 'adopt':
      return matchingStates(run, reading).includes(want.to)
    case 'rollback':
      // A state of our own is no edit that could be lost; and what a changed plan does not know, it cannot compare.
      return (
        want.discard === shown ||
        run.forwardBlocked === 'plan-changed' ||
        matchingStates(run, reading).length > 0
      )
    default:
      return true
  }
}

/** The claim went on, and the rule could not be set: it is as before. */
function isRuleBehind(run: Run, reading: ZoneReading): boolean {
  return run.phase.at === 'modifying' && matchingStates(run, reading).length > 0
}

/** One attempt: the intent is stored first, then sent. */
function write(run: Run, want: Want, reading: ZoneReading, at: Now, nonces: string[]): Step {
  const nonce = run.safeguards.freshNonce ? at.nonce : sameNonce
  const claimAfter = claimAfterOf(run, want, reading, { now: at.now, nonce })
  const changes = changesOf(run, want, reading, claimAfter)
  const intent = {
    want,
    status: 'storing' as const,
    claimAfter,
    nonces: [...nonces, nonce],
    changes,
    comment: commentOf(run, want),
    observed: shownDigest(reading),
  }
  const next: Run = {
    ...run,
    intent,
    wanted: undefined,
    live: reading.records,
    nonces: [...run.nonces, nonce],
  }
  return { run: next, effects: [{ type: 'store', intent }] }
}

/** For the test that shows what fresh nonces are for. */
const sameNonce = '0'.repeat(16)

type Place = Pick<Claim, 'state' | 'highest' | 'status'>

/** Where each write leaves the claim. The rest of it is new every time. */
const places: { [Kind in Want['kind']]?: (want: Extract<Want, { kind: Kind }>, before: Place) => Place } = {
  start: () => ({ state: 0, highest: 0, status: 'active' }),
  step: ({ to }, { highest }) => ({ state: to, highest: Math.max(highest, to), status: 'active' }),
  adopt: ({ to }, { highest }) => ({ state: to, highest: Math.max(highest, to), status: 'active' }),
  rollback: (_, { highest }) => ({ state: 0, highest, status: 'rolledback' }),
  cancel: (_, { highest }) => ({ state: 0, highest, status: 'rolledback' }),
  done: (_, { state, highest }) => ({ state, highest, status: 'done' }),
}

function claimAfterOf(run: Run, want: Want, reading: ZoneReading, { now, nonce }: Now): Claim | undefined {
  if (want.kind === 'cleanup') return undefined
  const before = claimIn(reading) ?? run.journal?.claim ?? movedByHand(run, reading)
  // The table is typed by kind; one entry of it takes just this want.
  const placeOf = places[want.kind] as ((want: Want, before: Place) => Place) | undefined
  const { state, highest, status } = placeOf?.(want, before) ?? before
  return {
    id: run.id,
    generation: before.generation + 1,
    state,
    highest,
    status,
    nonce,
    originalDigest: run.plan.originalDigest,
    // A step of another plan is still one when somebody else has taken it over.
    planDigest: want.kind === 'start' ? run.plan.digest : (before.planDigest ?? run.plan.digest),
    writtenAt: Math.floor(now / 1000),
  }
}

/** Without a claim the records alone tell how far it has come. */
function movedByHand(run: Run, reading: ZoneReading) {
  const highest = Math.max(0, ...matchingStates(run, reading))
  return { generation: 0, state: 0, highest, status: 'active', planDigest: undefined } as const
}

function changesOf(run: Run, want: Want, reading: ZoneReading, claimAfter: Claim | undefined): Change[] {
  const { plan, safeguards } = run
  const target = targetOf(run, want)
  const journal =
    safeguards.claimInBatch || target === undefined ? journalOf(run, want, reading, claimAfter) : nothing
  return buildBatch({
    plan,
    // Without a target no live record takes part, whatever it is by now.
    observed: target ? reading.records : [],
    target: target ?? [],
    journalBefore: journal.before,
    journalAfter: journal.after,
    assertUnchanged: safeguards.assertions,
  })
}

const nothing = { before: [], after: [] }

/** The live records that this write leaves; undefined when it touches none. */
function targetOf({ plan }: Run, want: Want): readonly RecordSet[] | undefined {
  if (want.kind === 'rollback') return recordsAt(plan, 0)
  return want.kind === 'step' ? recordsAt(plan, want.to) : mixedOf(want)?.records
}

function journalOf(
  run: Run,
  want: Want,
  { claim, snapshot }: ZoneReading,
  claimAfter: Claim | undefined,
): { before: RecordSet[]; after: RecordSet[] } {
  const { plan, safeguards } = run
  const before = claim ? [claim] : []
  const old = snapshot ? [snapshot] : []
  const gone = !claimAfter || (want.kind === 'rollback' && !safeguards.tombstone)
  if (gone) return { before: [...before, ...old], after: [] }
  const after = [claimRecord(plan.names.claim, claimAfter)]
  if (want.kind !== 'start' && !(want.kind === 'recreate' && !snapshot)) return { before, after }
  const kept = plan.params.privateSnapshot
    ? undefined
    : snapshotRecord(plan.names.snapshot, snapshotOf(plan, run.id))
  return { before: [...before, ...old], after: kept ? [...after, kept] : after }
}

/** Without secrets: it stands in CloudTrail. */
function commentOf({ id, plan }: Run, want: Want): string {
  const to = 'to' in want ? plan.states.slice(want.to, want.to + 1).map(({ label }) => label) : []
  return ['tidegate cutover', id, want.kind, ...to].join(' ')
}
