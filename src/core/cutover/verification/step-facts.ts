/** What is known after a step, for its verification. Times are ms since the epoch; undefined where it could not be read. */
import type { RecordSet } from '../../dns/record-set.ts'
import type { ResolverSample } from '../../dns/resolver-answer.ts'
import type { Target } from '../../elb/target-group.ts'
import type { GuardMemory } from '../guards/judge.ts'
import type { RuleActionRecord } from '../params.ts'
import type { Plan } from '../plan.ts'
import type { Sides } from './sides.ts'

/** One answer of Route 53's name servers. */
export interface NameServerSample {
  type: string
  /** For whom it was asked: `default`, or a client subnet. */
  vantage: string
  /** `NOERROR`, … */
  rcode: string
  data: readonly string[]
}

export interface StepFacts {
  now: number
  plan: Plan
  /** Index of the state that the step led to. */
  state: number
  /** unknown: GetChange is not permitted, or does not know the change. */
  change: { status: 'PENDING' | 'INSYNC' | 'unknown'; submittedAt: number } | undefined
  inSyncAt: number | undefined
  /** ms that the state lasts at least, from INSYNC on. */
  waitMs: number
  /** As read after the step: the managed set, the nonce of the claim, and the rule's actions where a rule is moved. */
  live: { records: readonly RecordSet[]; nonce?: string; actions?: readonly RuleActionRecord[] } | undefined
  /** Of the claim that the step wrote. */
  nonce: string
  sides: Sides
  /** Undefined for private zones, which AWS does not answer for. */
  nameServers: readonly NameServerSample[] | undefined
  /** By type; undefined where public resolvers are not asked. */
  resolvers: readonly { type: string; samples: readonly ResolverSample[] }[] | undefined
  /** The person opened the hostname and saw the application. */
  opened: boolean
  /** What this browser got from the hostname by itself, where it may ask. */
  probe: 'answered' | 'failed' | undefined
  /** The person's own list. */
  smoke: readonly { label: string; ticked: boolean }[]
  targets: readonly Target[] | undefined
  /** desiredCount of the service. */
  desired: number | undefined
  guards: GuardMemory
  /** Requests since INSYNC, within the window of the guards; absent where they cannot be measured. */
  traffic: { ours?: number; legacy?: number }
  /** The person accepted that there is too little traffic to judge by. */
  tooLittleAccepted: boolean
}

/** ms since the epoch when the state has lasted as long as it must; undefined before INSYNC. */
export function waitEnd({ inSyncAt, waitMs }: Pick<StepFacts, 'inSyncAt' | 'waitMs'>): number | undefined {
  return inSyncAt === undefined ? undefined : inSyncAt + waitMs
}

export function isWaitOver(facts: Pick<StepFacts, 'inSyncAt' | 'waitMs' | 'now'>): boolean {
  return facts.now >= (waitEnd(facts) ?? Number.POSITIVE_INFINITY)
}
