/** What a reading of the zone says about a run: whose claim stands there, and which of our states the live records are. */
import type { RecordSet } from '../dns/record-set.ts'
import { digest, shortHash } from './canon.ts'
import { type Claim, type ClaimReading, readClaim } from './claim.ts'
import type { RuleActionRecord } from './params.ts'
import type { Plan } from './plan.ts'
import { canonActions, sameActions } from './rule-states.ts'
import type { Run, ZoneReading } from './run.ts'

export type Standing =
  /** The claim as we last knew it. */
  | { whose: 'ours'; claim: Claim }
  /** Ours too, of an attempt whose answer never came or of a state that AWS has fallen back to. */
  | { whose: 'ours-other'; claim: Claim; record: RecordSet }
  | { whose: 'theirs'; seen: ClaimReading }
  | { whose: 'nobody' }

export function standingOf(run: Run, { claim: record }: ZoneReading): Standing {
  if (!record) return { whose: 'nobody' }
  const seen = readClaim(record)
  if (!('claim' in seen) || seen.claim.id !== run.id || !run.nonces.includes(seen.claim.nonce))
    return { whose: 'theirs', seen }
  const known = run.journal?.claim
  const { claim } = seen
  const same = known?.nonce === claim.nonce && known.generation === claim.generation
  return same ? { whose: 'ours', claim } : { whose: 'ours-other', claim, record }
}

/** The claim that stands in the zone, whoever's it is; undefined when there is none that we can read. */
export function claimIn({ claim: record }: Pick<ZoneReading, 'claim'>): Claim | undefined {
  const seen = record && readClaim(record)
  return seen && 'claim' in seen ? seen.claim : undefined
}

/** Indexes of the states that the live records (and actions) are equal to. */
export function matchingStates(run: Run, reading: ZoneReading): number[] {
  return run.plan.states.flatMap((_, index) => (isAt(run, reading, index) ? [index] : []))
}

/** Without a claim, the records tell how far somebody has come by hand: the furthest state of those that look the same. */
export function reachedByHand(run: Run): number | undefined {
  const { live: records, liveActions: actions } = run
  return matchingStates(run, { records, actions, unknownFields: [] }).at(-1)
}

/** True when everything leads to the new side; a cutover that was stopped at an edit ends elsewhere. */
export function isAtLast(run: Run): boolean {
  return reachedByHand(run) === run.plan.states.length - 1
}

/** The state that the zone is in: the claim says it, also at the end; without a claim the records do. */
export function standingState(run: Run): number {
  return run.journal?.claim.state ?? reachedByHand(run) ?? 0
}

/** The records of state `index`; none for a state that the plan does not have. */
export function recordsAt({ states }: Pick<Plan, 'states'>, index: number): RecordSet[] {
  return states.slice(index, index + 1).flatMap(({ records }) => records)
}

/** What stands at the hostname: its records, and the actions of its rule where a rule is moved. */
export interface Stands {
  records: readonly RecordSet[]
  actions?: readonly RuleActionRecord[] | undefined
}

/** What state `index` says; nothing for a state that the plan does not have. */
export function standsAt(plan: Pick<Plan, 'states'>, index: number): Stands {
  return { records: recordsAt(plan, index), actions: plan.states[index]?.actions }
}

/** What was read or written last. */
export function standsNow({ live, liveActions }: Pick<Run, 'live' | 'liveActions'>): Stands {
  return { records: live, actions: liveActions }
}

/** True when the zone is exactly as state `index` says. */
export function isAt({ plan }: Run, { records, actions }: ZoneReading, index: number): boolean {
  const state = plan.states[index]
  if (!state) return false
  // Original records are compared as they were; AWS may give back a CNAME that we wrote with or without its dot.
  const read = index === 0 ? records : records.map(withDot)
  const wanted = index === 0 ? state.records : state.records.map(withDot)
  return digest(read) === digest(wanted) && (!state.actions || sameActions(state.actions, actions ?? []))
}

/** A text that is the same for the same live records and actions: what a person saw before giving an edit up. */
export function shownDigest({ records, actions }: ZoneReading): string {
  return actions ? shortHash(`${digest(records)} ${canonActions(actions)}`) : digest(records)
}

function withDot(record: RecordSet): RecordSet {
  if (record.Type !== 'CNAME' || !record.ResourceRecords) return record
  const ResourceRecords = record.ResourceRecords.map(({ Value }) => ({ Value: Value.replace(/\.?$/, '.') }))
  return { ...record, ResourceRecords }
}
