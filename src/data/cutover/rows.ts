/** What this computer notes of cutovers. The zone's journal is what counts: losing these rows loses no way back. Times are ms since the epoch. */
import type { Claim } from '../../core/cutover/claim.ts'
import type { GuardId, GuardReading, Thresholds } from '../../core/cutover/guards/guard.ts'
import type { RuleActionRecord } from '../../core/cutover/params.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { CheckResult } from '../../core/cutover/preflight/evaluate.ts'
import type { ProbeResult, Subject } from '../../core/cutover/preflight/facts.ts'
import type { Journal, Phase, Want } from '../../core/cutover/run.ts'
import type { VerificationResult } from '../../core/cutover/verification/verification.ts'
import type { Protection } from '../../core/cutover/snapshot.ts'
import type { Change, RecordSet } from '../../core/dns/record-set.ts'
import type { Target } from '../../core/elb/target-group.ts'
import type { Table } from '../../browser/database.ts'
import type { LogEntry } from './event-log.ts'

/** What a person chose besides the plan. */
export interface CutoverSetup {
  subject: Subject
  thresholds: Partial<Record<GuardId, Thresholds>>
  /** Things to try after each step. */
  smoke: readonly string[]
  /** Absent where somebody else began it. */
  before?: BeforeStart
}

/** What was seen before the first write; kept for the report. */
export interface BeforeStart {
  /** When checks last ended. */
  checkedAt: number
  checks: readonly CheckResult[]
  access: AccessTest
}

/** How the new side answered before anything moved. */
export interface AccessTest {
  /** Of the load balancer. */
  dnsName: string
  healthPath: string
  /** Status codes that the target group takes for healthy: `200`, `200-299`. */
  matcher?: string | undefined
  targets: readonly Target[]
  probe: ProbeResult
  /** Somebody opened the links and saw what was expected. */
  seen: boolean
}

/** What a person has seen, said or accepted so far. */
export interface Attested {
  /** Ids of warnings. */
  acknowledged: readonly string[]
  /** States in which the hostname was opened and the application seen. */
  opened: readonly number[]
  /** Items of the own checklist, by state. */
  ticked: Readonly<Record<number, readonly string[]>>
  /** States for which too little traffic to judge by was accepted. */
  tooLittle: readonly number[]
  /** About legacy targets that CloudWatch does not see, by name. */
  notes: Readonly<Record<string, string>>
  /** No resolver inside, hosts file or partner leads to the legacy. */
  inside: boolean
  /** There will be no way back. */
  rollbackGivenUp: boolean
  /** Protections that were lifted while it ran, to be set again at its end. */
  lifted?: readonly Protection[] | undefined
}

export const nothingAttested: Attested = {
  acknowledged: [],
  opened: [],
  ticked: {},
  tooLittle: [],
  notes: {},
  inside: false,
  rollbackGivenUp: false,
}

export interface CutoverRow {
  /** A ULID. */
  id: string
  /** Twelve digits. */
  account: string
  plan: Plan
  setup: CutoverSetup
  attested: Attested
  phase: Phase
  journal?: Journal | undefined
  /** Every nonce that was ever ours. */
  nonces: string[]
  autoAbort: boolean
  /** Id of the PRIMARY deployment when the cutover began. */
  expectedDeployment?: string | undefined
  log: readonly LogEntry[]
  savedAt: number
}

/** One attempt at a write, noted before it is sent. */
export interface IntentRow {
  /** Id of the cutover. */
  cutover: string
  nonce: string
  account: string
  zoneId: string
  hostname: string
  want: Want
  claimAfter?: Claim | undefined
  changes: Change[]
  comment: string
  at: number
  /** Absent while nobody knows. overtaken: whatever was written after it fences it off. */
  outcome?: 'landed' | 'overtaken' | undefined
}

/** A cutover that is over, to be looked at later. */
export interface ReportRow {
  id: string
  account: string
  plan: Plan
  setup: CutoverSetup
  attested: Attested
  how: string
  log: readonly LogEntry[]
  endedAt: number
  /** Managed records and rule as read last; absent in reports of older releases, as are the following. */
  live?: readonly RecordSet[] | undefined
  liveActions?: readonly RuleActionRecord[] | undefined
  verifications?: readonly VerificationResult[] | undefined
  guards?: readonly GuardReading[] | undefined
}

export interface CutoverTables {
  cutovers: Table<CutoverRow>
  intents: Table<IntentRow>
  reports: Table<ReportRow>
}
