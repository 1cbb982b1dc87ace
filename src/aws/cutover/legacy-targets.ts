/** What the hostname led to before a cutover, as things that show whether they are still used. */
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import type { DohPorts } from '../dns/resolvers.ts'
import { resolveLegacy } from './legacy-parts.ts'

export interface LegacyTargetsQuestion {
  aws: Aws
  doh?: DohPorts | undefined
  plan: Plan
  isPrivate: boolean
}

/** Each once: addresses lead to instances, aliases to load balancers, everything else is elsewhere. @throws AwsProblem */
export async function listLegacyTargets(
  { aws, doh, plan, isPrivate }: LegacyTargetsQuestion,
  options?: CallOptions,
): Promise<LegacyTarget[]> {
  const { params, states, zone } = plan
  if (params.rule) return []
  const original = states.slice(0, 1).flatMap(({ records }) => records)
  const effective = original.length > 0 ? original : params.wildcard
  const question = { aws, zone: { ...zone, isPrivate }, ...(doh && { doh }) }
  const parts = await resolveLegacy(question, effective, options)
  const targets = parts.flatMap(({ target }) => target ?? [])
  return [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()]
}
