/** Puts together what the guards of a cutover watch: both sides, the service, and how the legacy did before. */
import type { GuardId, Thresholds } from '../../core/cutover/guards/guard.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { Service } from '../../core/ecs/service.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import type { DohPorts } from '../dns/resolvers.ts'
import { getService } from '../ecs/services.ts'
import { readLegacyPast } from './evidence.ts'
import { listLegacyTargets } from './legacy-targets.ts'
import { findNewSide, findOwningService, type NewSide } from './new-side.ts'
import { attempt } from './watch-attempt.ts'
import type { WatchSubject } from './watch.ts'

export interface WatchQuestion {
  aws: Aws
  doh?: DohPorts | undefined
  plan: Plan
  isPrivate: boolean
  /** When the cutover began, and now; ms since the epoch. */
  began: number
  now: number
  /** What a person chose; the rest is found. */
  chosen: {
    targetGroupArn?: string | undefined
    cluster?: string | undefined
    service?: string | undefined
    alarms: readonly string[]
    thresholds?: Partial<Record<GuardId, Thresholds>> | undefined
    /** Id of the PRIMARY deployment when the cutover began; the present one where nobody knows. */
    expectedDeployment?: string | undefined
  }
}

/** Undefined when the new side cannot be found. What of the rest cannot be read is left out. @throws AwsProblem */
export async function readWatchSubject(
  question: WatchQuestion,
  options?: CallOptions,
): Promise<WatchSubject | undefined> {
  const { aws, plan, began, now, chosen } = question
  const side = await findNewSide(aws, plan, chosen.targetGroupArn, options)
  if (!side) return undefined
  const problems: AwsProblem[] = []
  const [owner, legacy = []] = await Promise.all([
    attempt(ownerOf(question, side, options), problems),
    attempt(legacyOf(question, side, options), problems),
  ])
  const past = await attempt(readLegacyPast(aws, { targets: legacy, began, now }, options), problems)
  const current = owner?.deployments.find(({ status }) => status === 'PRIMARY')?.id
  return {
    loadBalancerArn: side.loadBalancer.arn,
    targetGroupArn: side.targetGroupArn,
    dedicated: side.dedicated,
    legacy,
    ...(owner && { cluster: clusterName(owner), service: owner.name }),
    alarms: chosen.alarms,
    expectedDeployment: chosen.expectedDeployment ?? current,
    baseline: past?.baseline ?? {},
    ...(chosen.thresholds && { thresholds: chosen.thresholds }),
    // What is not permitted is left out for good.
    ...(problems.some(({ kind }) => kind !== 'denied') && { isPartial: true }),
  }
}

function clusterName({ clusterArn }: Service): string {
  return clusterArn.split('/').at(-1) ?? clusterArn
}

async function ownerOf(
  { aws, chosen }: WatchQuestion,
  { targetGroupArn }: NewSide,
  options: CallOptions | undefined,
): Promise<Service | undefined> {
  const { cluster, service } = chosen
  const known =
    cluster !== undefined && service !== undefined
      ? { cluster, service }
      : await findOwningService(aws, targetGroupArn, options)
  return known && getService(aws, known.cluster, known.service, options)
}

/** A rule leads to the legacy target group of the same load balancer. */
async function legacyOf(
  { aws, doh, plan, isPrivate }: WatchQuestion,
  { loadBalancer }: NewSide,
  options: CallOptions | undefined,
): Promise<LegacyTarget[]> {
  const { rule } = plan.params
  if (!rule) return listLegacyTargets({ aws, doh, plan, isPrivate }, options)
  return [{ kind: 'application', loadBalancerArn: loadBalancer.arn, targetGroupArn: rule.legacyGroupArn }]
}
