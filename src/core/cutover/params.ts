/** What a plan is made from. Together with the original records it makes the same plan again, on any computer. */
import type { RecordSet } from '../dns/record-set.ts'

export type Strategy = 'simple' | 'weighted' | 'rule'

/** The load balancer that the hostname moves to. */
export interface TargetBalancer {
  /** As AWS gives it, without the dot at the end. */
  dnsName: string
  /** CanonicalHostedZoneId. */
  hostedZoneId: string
  /** Also answers over IPv6. */
  dualStack: boolean
}

/** An action of a listener rule, as AWS gives it; see the strategy `rule`. */
export type RuleActionRecord = Readonly<Record<string, unknown>>

/** The listener rule whose weights move requests within one load balancer. */
export interface RuleTarget {
  /** A rule, or the listener for its default actions. */
  arn: string
  kind: 'rule' | 'listener'
  /** All actions as read, in AWS's form. */
  actions: readonly RuleActionRecord[]
  legacyGroupArn: string
  newGroupArn: string
}

export interface PlanParams {
  strategy: Strategy
  balancer: TargetBalancer
  /** EvaluateTargetHealth of our aliases. */
  evaluateTargetHealth: boolean
  /** Seconds to which TTLs are lowered before anything moves. */
  lowTtl: number
  /** Shares of answers for the new side, percent, growing, from 0 to 100. */
  steps: readonly number[]
  /** Lower TTLs first. */
  prepareTtl: boolean
  /** Remove HTTPS and SVCB records at the hostname while it is moved. */
  retireServiceBindings: boolean
  /** Add IPv6 in a step of its own at the end. */
  addIpv6: boolean
  /** The legacy answers over IPv6, also where that comes from a CNAME's target. */
  legacyIpv6: boolean
  /** The last state stays a CNAME, because an alias of type CNAME points to the hostname. */
  stayCname: boolean
  /** What a wildcard answers for the hostname while it has no records of its own. */
  wildcard: readonly RecordSet[]
  /** Record sets of the zone that an alias at the hostname points to. */
  aliasTargets: readonly RecordSet[]
  /** Longest time that resolvers keep the original answers, seconds; measured where the records do not say. */
  originalTtl: number
  /** Least time at each weight, ms. */
  bakeMs: number
  /** Least time at the last state before the legacy may be shut down, ms. */
  holdMs: number
  /** The snapshot stays out of the zone: only the downloaded file has it. */
  privateSnapshot: boolean
  rule?: RuleTarget
}

/** Weight steps that people choose between, with the least time at each, ms. */
export const presets = {
  careful: { steps: [0, 1, 5, 10, 25, 50, 75, 100], bakeMs: 30 * 60_000 },
  standard: { steps: [0, 5, 25, 50, 100], bakeMs: 10 * 60_000 },
  quick: { steps: [0, 50, 100], bakeMs: 10 * 60_000 },
} as const

const hour = 3_600_000

/** Everything that a person rarely changes. */
export const defaultParams = {
  strategy: 'weighted',
  evaluateTargetHealth: true,
  lowTtl: 60,
  steps: presets.standard.steps,
  bakeMs: presets.standard.bakeMs,
  holdMs: 24 * hour,
  prepareTtl: true,
  retireServiceBindings: true,
  addIpv6: false,
  legacyIpv6: false,
  stayCname: false,
  wildcard: [],
  aliasTargets: [],
  privateSnapshot: false,
} as const satisfies Partial<PlanParams>
