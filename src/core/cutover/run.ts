/** One cutover as it runs: a plain value. What happens comes in as events, what shall be done goes out as effects; see machine.ts. */
import type { Change, RecordSet } from '../dns/record-set.ts'
import type { ProblemKind } from '../problem.ts'
import type { Claim, ClaimReading } from './claim.ts'
import type { RuleActionRecord } from './params.ts'
import type { Plan } from './plan.ts'

/** A write that somebody or something wants. */
export type Want =
  | { kind: 'start' }
  /** `reason`: why the hold is over before its time. */
  | {
      kind: 'step'
      to: number
      why: 'next' | 'back' | 'abort' | 'hold-over' | 'reapply'
      reason?: string | undefined
    }
  /** `discard`: digest of the manual edit that the person saw and gives up. */
  | { kind: 'rollback'; discard?: string | undefined }
  /** Gives the cutover up before any live record was changed. */
  | { kind: 'cancel' }
  /** Ends it with the live records as they are; `reason` where evidence is missing. */
  | { kind: 'done'; reason?: string | undefined; mixed?: Mixed | undefined }
  | { kind: 'cleanup' }
  /** Takes it over: the claim gets a new nonce, the state stays. */
  | { kind: 'attach' }
  /** Takes the live records for state `to`: they are the same already. */
  | { kind: 'adopt'; to: number }
  /** Writes a lost journal again. */
  | { kind: 'recreate' }

/** What a person chose of an edit, record set by record set. */
export interface Mixed {
  /** The live records that it leaves. */
  records: readonly RecordSet[]
  /** Digest of the edit that the person saw. */
  shown: string
}

/** What came instead of a good answer. */
export interface Trouble {
  kind: ProblemKind
  code: string
  message: string
  /** Absent where the browser may not read it. */
  requestId?: string
}

/**
 * A write under way. storing: noted on this computer; sending: on the wire; resolving: its outcome is being read; waiting: not
 * applied so far, and tried again at `retryAt` (never, while only a new sign-in helps).
 */
export interface Intent {
  want: Want
  status: 'storing' | 'sending' | 'resolving' | 'waiting'
  /** The claim that it leaves; undefined when it deletes the claim. */
  claimAfter: Claim | undefined
  /** Of every attempt, the last one last: any of them may land, early or late. */
  nonces: string[]
  changes: Change[]
  comment: string
  /** What it was built from. */
  observed: string
  sentAt?: number
  retryAt?: number
  trouble?: Trouble
}

export type Phase =
  | { at: 'planned'; changed?: boolean }
  /** Found in the zone and only looked at: any write takes it over. */
  | { at: 'found'; state: number }
  | { at: 'ready'; state: number }
  /** Waits until every name server has the change. `changeId` is missing where the answer was lost. */
  | { at: 'propagating'; state: number; changeId?: string | undefined; submittedAt: number; slow: boolean }
  /** The rule of the load balancer is being set; only for the strategy `rule`. `retryAt` is missing while a request is on the wire. */
  | { at: 'modifying'; state: number; tries: number; retryAt?: number }
  /** Waits for caches, watched. `since`: INSYNC; `verifyAt`: not verified before. */
  | { at: 'soaking'; state: number; since: number; verifyAt?: number }
  | { at: 'gate'; state: number; since: number }
  | { at: 'holding'; state: number; since: number }
  | { at: 'restoring'; changeId?: string | undefined; submittedAt: number; slow: boolean }
  | { at: 'restored'; since: number }
  | { at: 'completing'; since: number }
  | { at: 'closed'; how: 'restored' | 'completed' | 'elsewhere' | 'nothing-changed' }
  /** Live records are not what state `state` says. `matches`: states that they are equal to. */
  | { at: 'drift'; state: number; shown: string; matches: number[] }
  | { at: 'lost-claim'; seen: ClaimReading }
  | { at: 'journal-lost'; state: number }
  | { at: 'corrupt'; reason: 'claim' | 'snapshot' | 'digest' | 'zone' }
  /** AWS refuses, and not because somebody changed something. */
  | { at: 'blocked'; state: number; trouble: Trouble; want: Want }
  /** Writing is not permitted here: commands are for somebody else to run. */
  | { at: 'manual-only'; trouble: Trouble }

export type PauseReason = 'person' | 'guards' | 'abort' | 'tries' | 'stranded' | 'rule' | 'protection'

/** What of the surroundings decides whether a write may be sent. Times are ms since the epoch. */
export interface Conditions {
  signedIn: boolean
  online: boolean
  throttledUntil: number
  /** This tab holds the lock of the cutover. */
  leader: boolean
  credentialsUntil: number
}

/** Each is on. Tests switch one off to show what it is for. */
export interface Safeguards {
  /** A rollback leaves the claim in place until signed requests have expired. */
  tombstone: boolean
  /** Managed record sets that a batch leaves alone are deleted and created again as they were read. */
  assertions: boolean
  /** Every attempt has a nonce of its own. */
  freshNonce: boolean
  /** Every batch swaps the claim. */
  claimInBatch: boolean
}

export interface Journal {
  claim: Claim
  /** Verbatim, to be deleted exactly. */
  claimRecord: RecordSet
  snapshotRecord?: RecordSet | undefined
}

export interface Run {
  plan: Plan
  /** A ULID. */
  id: string
  phase: Phase
  intent?: Intent | undefined
  /** To be done at the next reading. */
  wanted?: Want | undefined
  /** A reading is under way. */
  reading: boolean
  journal?: Journal | undefined
  /** The managed set as last read or written. */
  live: RecordSet[]
  /** For the strategy `rule`. */
  liveActions?: readonly RuleActionRecord[] | undefined
  /** Every nonce that was ever ours. */
  nonces: string[]
  /** State whose wait and verification are over. */
  soaked?: number | undefined
  /** When anything was last sent, ms since the epoch by AWS's clock. */
  lastWriteAt: number
  /** Protections are being lifted, or set again; `retryAt`: ms since the epoch. */
  protecting?: { lift: boolean; tries: number; retryAt?: number } | undefined
  /** They are as they were before the cutover. */
  protectionsSet?: boolean | undefined
  forwardBlocked?: 'plan-changed' | 'unknown-field' | undefined
  paused?: PauseReason | undefined
  /** An automatic abort is due then, unless the person stops it. */
  abortAt?: number | undefined
  /** The person stopped it: no other one is counted down for the same trouble. */
  abortStopped?: boolean | undefined
  conditions: Conditions
  autoAdvance: boolean
  autoAbort: boolean
  safeguards: Safeguards
}

/** What the zone says, read as one: the journal before and after the hostname's records is the same. */
export interface ZoneReading {
  /** Managed record sets, verbatim. */
  records: RecordSet[]
  claim?: RecordSet | undefined
  snapshot?: RecordSet | undefined
  unknownFields: string[]
  actions?: readonly RuleActionRecord[] | undefined
}

export type Command =
  | { kind: 'start' }
  | { kind: 'next'; checksPassed: boolean }
  | { kind: 'back'; to: number }
  | { kind: 'rollback'; discard?: string }
  | { kind: 'cancel' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'hold' }
  | { kind: 'finish'; evidence: boolean; reason?: string }
  | { kind: 'cleanup' }
  | { kind: 'attach' }
  | { kind: 'recheck' }
  | { kind: 'reapply' }
  | { kind: 'adopt'; to: number }
  | { kind: 'stop-here'; mixed?: Mixed }
  | { kind: 'recreate' }
  | { kind: 'cancel-abort' }
  | { kind: 'auto'; advance?: boolean; abort?: boolean }

/** `now`: AWS's clock where AWS answered, else this computer's as corrected by it; ms since the epoch. `nonce`: 16 fresh random hexadecimal digits. */
export type Event = { now: number; nonce: string } & (
  | { type: 'command'; command: Command }
  | { type: 'conditions'; conditions: Partial<Conditions> }
  | { type: 'stored' }
  | { type: 'sent'; changeId: string; submittedAt: number; requestId?: string }
  | { type: 'send-failed'; trouble: Trouble }
  | { type: 'read'; reading: ZoneReading }
  | { type: 'read-failed'; trouble: Trouble }
  | { type: 'change'; changeId: string; status: 'PENDING' | 'INSYNC' | 'unknown' }
  | { type: 'rule'; actions: readonly RuleActionRecord[] }
  | { type: 'rule-failed'; trouble: Trouble }
  | { type: 'protected' }
  | { type: 'protect-failed'; trouble: Trouble }
  | { type: 'verified'; state: number; passed: boolean }
  | { type: 'guards'; verdict: 'ok' | 'pause' | 'abort' | 'abort-now' }
  | { type: 'tick' }
)

export type Effect =
  /** Note the intent on this computer before it is sent. Answered by `stored`. */
  | { type: 'store'; intent: Intent }
  /** Answered by `sent` or `send-failed`; never sent again by itself. */
  | { type: 'send'; changes: Change[]; comment: string; nonce: string }
  /** Answered by `read` or `read-failed`. */
  | { type: 'read' }
  /** Answered by `change`. */
  | { type: 'poll'; changeId: string; at: number }
  /** Set the rule's actions and read them back. Answered by `rule` or `rule-failed`. */
  | { type: 'modify-rule'; actions: readonly RuleActionRecord[] }
  /** Lift the plan's protections, or set them again. Answered by `protected` or `protect-failed`. */
  | { type: 'protect'; lift: boolean }
  /** Answered by `verified`. */
  | { type: 'verify'; state: number }
  /** Answered by `tick`. */
  | { type: 'wait'; until: number }

export interface Step {
  run: Run
  effects: Effect[]
}
