/** How long each state lasts at least, and how long resolvers keep what they were told. */
import type { RecordSet } from '../dns/record-set.ts'
import type { Plan } from './plan.ts'
import type { PlanState } from './states.ts'

/** Seconds for which load balancers' aliases are answered. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const balancerTtl = 60

/** ms on top of TTLs that have run out, for answers that were under way. */
const slack = 60_000

/** Signed requests expire after 15 minutes; ms after the last write until the journal may go. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
export const cleanupAfter = 20 * 60_000

/** ms after which a change is taken for propagated where AWS cannot be asked. */
export const blindPropagation = 120_000

/** ms after which a change that is still PENDING is called slow. */
export const slowPropagation = 10 * 60_000

/** Longest time in seconds for which resolvers keep the answers of a state. */
export function effectiveTtl(plan: Plan, index: number): number {
  const state = plan.states[index]
  if (index === 0 || !state || state.records.length === 0) return plan.params.originalTtl
  return Math.max(...state.records.map((record) => ttlOf(plan, record)))
}

function ttlOf({ params, names }: Plan, { TTL, AliasTarget }: RecordSet): number {
  if (TTL !== undefined) return TTL
  // What is parked is a record of the same state, with a TTL of its own.
  if (AliasTarget?.DNSName === names.parked) return 0
  return AliasTarget?.HostedZoneId === params.balancer.hostedZoneId ? balancerTtl : params.originalTtl
}

/** ms for which state `index` lasts at least, from INSYNC on, before the next one. */
export function waitOf(plan: Plan, index: number): number {
  const state = plan.states[index]
  if (index === 0 || !state) return 0
  const before = effectiveTtl(plan, index - 1) * 1000
  const { bakeMs, rule } = plan.params
  if (rule) return bakeMs
  return waits[state.kind](before, bakeMs)
}

const waits: Record<PlanState['kind'], (before: number, bakeMs: number) => number> = {
  original: () => 0,
  'ttl-prep': (before) => before + slack,
  weights: (before, bakeMs) => Math.max(bakeMs, 2 * before),
  final: (before) => before + slack,
  v6: (before, bakeMs) => Math.max(bakeMs, 2 * before),
}

/** ms from the first write to the last state, without the hold. */
export function totalWait(plan: Plan): number {
  return plan.states.reduce((sum, _, index) => sum + waitOf(plan, index), 0)
}

/** The state in which the hold begins: all answers are new, and an unhealthy load balancer still falls back to the legacy by itself. */
export function holdState(plan: Plan): number {
  const last = plan.states.length - 1
  const everything = plan.states.findIndex(({ share, kind }) => kind === 'weights' && share === 100)
  const falls = plan.params.evaluateTargetHealth && !plan.params.rule && !leavesATypeBehind(plan)
  return falls && everything >= 0 ? everything : last
}

/** IPv6 clients that stay on the legacy until the last state cannot be held at equal weights. */
function leavesATypeBehind({ params, states }: Plan): boolean {
  return !params.balancer.dualStack && (states[0]?.records ?? []).some(({ Type }) => Type === 'AAAA')
}

const hour = 3_600_000

/** ms of holding state `index` at least. */
export function holdOf(plan: Plan, index: number): number {
  const last = plan.states.length - 1
  const afterHold = index === last && holdState(plan) < last
  return afterHold ? Math.max(hour, 2000 * effectiveTtl(plan, index)) : plan.params.holdMs
}

/** ms from the first write until the legacy may be shut down, if nothing stops on the way: all waits and all holds. */
export function totalLength(plan: Plan): number {
  const last = plan.states.length - 1
  const held = [...new Set([holdState(plan), last])]
  return totalWait(plan) + held.reduce((sum, index) => sum + holdOf(plan, index), 0)
}

/** The state that an automatic abort goes back to: nothing new is answered, and TTLs are low. */
export function abortState(plan: Plan): number {
  const armed = plan.states.findIndex(({ kind, share }) => kind === 'weights' && share === 0)
  if (armed >= 0) return armed
  return Math.max(
    0,
    plan.states.findIndex(({ kind }) => kind === 'ttl-prep'),
  )
}

/** True when clients may already be sent to the new side. */
export function isExposed(plan: Plan, index: number): boolean {
  return (plan.states[index]?.share ?? 0) > 0
}

/** ms before attempt number `tries` + 1 of a write. */
export function retryDelay(tries: number): number {
  return 1000 * 2 ** (tries - 1)
}
