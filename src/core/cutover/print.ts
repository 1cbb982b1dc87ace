/** A plan in print: for every step and for the way back from every state, what changes, what is sent, and how to do it by hand. */
import type { RecordSet } from '../dns/record-set.ts'
import { buildBatch } from './batch.ts'
import { type Claim, claimText, journalTtl } from './claim.ts'
import type { RuleActionRecord } from './params.ts'
import type { Plan } from './plan.ts'
import { snapshotOf } from './plan.ts'
import { type ChangeBatch, changeCommand, ruleCommand } from './print-commands.ts'
import { type RecordDiff, recordDiffs } from './print-records.ts'
import { sameActions } from './rule-states.ts'
import { snapshotRecord } from './snapshot.ts'
import type { PlanState } from './states.ts'
import { quoteTxt } from './txt.ts'

export interface PrintedStep {
  /** Indexes of states. The start leads from 0 to 0. */
  from: number
  to: number
  diffs: RecordDiff[]
  /** For the strategy `rule`: what the rule does before and after. */
  actions?: { before: readonly RuleActionRecord[]; after: readonly RuleActionRecord[] }
  /** As it is sent, but for what only the moment knows: `<nonce>` and `<seconds>` of the claims. */
  batch: ChangeBatch
  /** The same without the journal, for whoever has to do it by hand: it refuses what somebody changed, and fences nothing off. */
  commands: string[]
}

export interface PrintedPlan {
  /** Writes the journal and touches no live record. */
  start: PrintedStep
  /** Entry k leads to state k + 1. */
  steps: PrintedStep[]
  /** Entry k leads back from state k. */
  rollbacks: PrintedStep[]
}

/** `id`: a ULID, as the cutover will have it. */
export function printPlan(plan: Plan, id: string): PrintedPlan {
  const { states } = plan
  return {
    start: printStart(plan, id),
    steps: states.slice(1).map((_, index) => printMove(plan, id, { from: index, to: index + 1 })),
    rollbacks: states.map((_, index) => printMove(plan, id, { from: index, to: 0 })),
  }
}

/** Without the journal: what has to be deleted and created for the original to stand again. @throws Error without such a state */
export function liveRollback(plan: Plan, id: string, from: number): ChangeBatch {
  return liveBatch(plan, id, { from, to: 0 })
}

interface Move {
  from: number
  to: number
}

function printMove(plan: Plan, id: string, move: Move): PrintedStep {
  const [before, after] = [stateAt(plan, move.from).records, stateAt(plan, move.to).records]
  const highest = Math.max(move.from, move.to)
  const status = move.to === 0 ? 'rolledback' : 'active'
  const claims = {
    journalBefore: [
      claimOf(plan, id, { state: move.from, highest: move.from, status: 'active' }, move.from + 1),
    ],
    journalAfter: [claimOf(plan, id, { state: move.to, highest, status }, move.from + 2)],
  }
  const Changes = buildBatch({ plan, observed: before, target: after, ...claims })
  const live = liveBatch(plan, id, move)
  const rule = ruleMove(plan, move)
  return {
    ...move,
    diffs: recordDiffs(before, after),
    ...(rule && { actions: rule.actions }),
    batch: { Comment: live.Comment, Changes },
    commands: [
      ...(live.Changes.length > 0 ? [changeCommand(plan.zone.id, live)] : []),
      ...(rule ? [rule.command] : []),
    ],
  }
}

function printStart(plan: Plan, id: string): PrintedStep {
  const { names, params } = plan
  const snapshot = params.privateSnapshot ? undefined : snapshotRecord(names.snapshot, snapshotOf(plan, id))
  const journalAfter = [
    claimOf(plan, id, { state: 0, highest: 0, status: 'active' }, 1),
    ...(snapshot ? [snapshot] : []),
  ]
  const Changes = buildBatch({ plan, observed: [], target: [], journalAfter })
  return {
    from: 0,
    to: 0,
    diffs: [],
    batch: { Comment: `tidegate cutover ${id} start`, Changes },
    commands: [],
  }
}

function liveBatch(plan: Plan, id: string, move: Move): ChangeBatch {
  const [before, after] = [stateAt(plan, move.from), stateAt(plan, move.to)]
  const what = move.to === 0 ? 'rollback' : `step ${after.label}`
  return {
    Comment: `tidegate cutover ${id} ${what}`,
    Changes: buildBatch({ plan, observed: before.records, target: after.records }),
  }
}

function stateAt({ states }: Plan, index: number): PlanState {
  const state = states[index]
  if (!state) throw new Error(`There is no state ${index}`)
  return state
}

function ruleMove(
  plan: Plan,
  { from, to }: Move,
): { actions: NonNullable<PrintedStep['actions']>; command: string } | undefined {
  const { rule } = plan.params
  const [{ actions: before = [] }, { actions: after = [] }] = [stateAt(plan, from), stateAt(plan, to)]
  if (!rule || sameActions(before, after)) return undefined
  return { actions: { before, after }, command: ruleCommand(rule, after) }
}

type Place = Pick<Claim, 'state' | 'highest' | 'status'>

/** A claim whose nonce and time nobody knows yet. */
function claimOf(plan: Plan, id: string, place: Place, generation: number): RecordSet {
  const claim = {
    ...place,
    id,
    generation,
    nonce: '<nonce>',
    originalDigest: plan.originalDigest,
    planDigest: plan.digest,
    writtenAt: 0,
  }
  const text = claimText(claim).replace(/ t=0$/, ' t=<seconds>')
  return {
    Name: plan.names.claim,
    Type: 'TXT',
    TTL: journalTtl,
    ResourceRecords: [{ Value: quoteTxt(text) }],
  }
}
