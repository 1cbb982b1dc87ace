/** Parameters of a plan: what a person chose, and what the facts say. */
import type { RecordSet } from '../../dns/record-set.ts'
import { answersOf, dataOf, longestTtl } from '../../dns/resolver-answer.ts'
import type { PlanParams, TargetBalancer } from '../params.ts'
import type { LoadBalancer } from '../../elb/load-balancer.ts'
import type { Facts } from './facts.ts'
import { effectiveOf } from './serving.ts'

type Needs = Pick<Facts, 'subject' | 'zone' | 'sweep' | 'records' | 'loadBalancer' | 'publicAnswers'>

/** Seconds for which aliases of load balancers are answered, and for other aliases as long as nobody measured. */
const balancerTtl = 60
const unknownTtl = 300

export function deriveParams(facts: Needs): PlanParams {
  const { subject, zone, sweep, loadBalancer, publicAnswers } = facts
  const { source, managed } = effectiveOf(facts)
  const answers = answersOf(publicAnswers)
  const aliasTargets = sweep.filter((record) => managed.some((each) => pointsTo(each, record, zone.id)))
  return {
    ...subject.choices,
    balancer: balancerOf(loadBalancer),
    wildcard: source === 'wildcard' ? managed : [],
    aliasTargets,
    legacyIpv6: managed.some(({ Type }) => Type === 'AAAA') || dataOf(answers, 'AAAA').length > 0,
    originalTtl: Math.max(
      0,
      ...managed.map((record) => ttlOf(record, aliasTargets, zone.id, longestTtl(answers))),
    ),
  }
}

export function balancerOf({ dnsName, canonicalHostedZoneId, ipAddressType }: LoadBalancer): TargetBalancer {
  return {
    dnsName,
    hostedZoneId: canonicalHostedZoneId ?? '',
    dualStack: ipAddressType?.startsWith('dualstack') ?? false,
  }
}

function pointsTo({ AliasTarget, Type }: RecordSet, target: RecordSet, zoneId: string): boolean {
  return AliasTarget?.HostedZoneId === zoneId && AliasTarget.DNSName === target.Name && Type === target.Type
}

function ttlOf(
  { TTL, AliasTarget, Type }: RecordSet,
  targets: readonly RecordSet[],
  zoneId: string,
  measured = unknownTtl,
): number {
  if (TTL !== undefined) return TTL
  if (isBalancer(AliasTarget?.DNSName)) return balancerTtl
  const own = targets.filter((target) => target.Type === Type && target.Name === AliasTarget?.DNSName)
  if (AliasTarget?.HostedZoneId === zoneId && own.length > 0)
    return Math.max(...own.map((target) => target.TTL ?? unknownTtl))
  return Math.max(balancerTtl, measured)
}

function isBalancer(name = ''): boolean {
  return /\.elb\.([a-z0-9-]+\.)?amazonaws\.com\.?$/.test(name)
}
