/** What speaks against creating a record set in a zone as a batch has left it so far. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { isWithin, nameProblem } from './names.ts'
import { valuesOf } from './strict-compare.ts'
import type { Draft } from './strict-draft.ts'
import { policiesOf, type Policy } from './strict-input.ts'
import { valueProblems } from './strict-values.ts'
import { words } from './strict-words.ts'
import type { StrictRules, StrictZone } from './strict-zone.ts'

/** Members of one weighted group. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const MOST_WEIGHTED = 100

const policyWords: Record<Policy, string> = {
  Weight: 'weighted',
  Region: 'latency',
  Failover: 'failover',
  GeoLocation: 'geo',
  MultiValueAnswer: 'multivalue',
  GeoProximityLocation: 'geoproximity',
  CidrRoutingConfig: 'cidr',
}

/** Messages, the first reasons first; none when the record set may be added. */
export function creationProblems(
  zone: StrictZone,
  draft: Draft,
  set: ResourceRecordSet,
  rules: StrictRules,
): string[] {
  const name = set.Name ?? ''
  const malformed = nameProblem(name)
  if (malformed !== undefined) return [malformed]
  if (!isWithin(name, zone.name)) return [words.outside(set, zone.name)]
  if (draft.find(set)) return [words.exists(set)]
  return [
    ...policyProblems(draft, set),
    ...cnameProblems(zone, draft, set),
    ...aliasProblems(zone, draft, set),
    ...(set.Weight === undefined ? [] : weightedProblems(draft, set, rules)),
    ...valueProblems(set),
  ]
}

function others(draft: Draft, { Name, Type }: ResourceRecordSet): ResourceRecordSet[] {
  return draft.named(Name).filter((other) => other.Type === Type)
}

/** One name and type has one routing policy. */
function policyProblems(draft: Draft, set: ResourceRecordSet): string[] {
  const beside = others(draft, set)
  if (beside.length === 0) return []
  const [policy] = policiesOf(set)
  if (policy === undefined) return [words.simpleBesideOthers(set)]
  const mixed = beside.some((other) => policiesOf(other)[0] !== policy)
  return mixed ? [words.otherPolicy(set, policyWords[policy])] : []
}

function cnameProblems(zone: StrictZone, draft: Draft, set: ResourceRecordSet): string[] {
  const isCname = set.Type === 'CNAME'
  if (isCname && set.Name === zone.name) return [words.cnameAtApex(zone.name)]
  const conflict = draft.named(set.Name).some(({ Type }) => (Type === 'CNAME') !== isCname)
  if (!conflict) return []
  return [isCname ? words.cnameBesideOthers(set, zone.name) : words.besideCname(set, zone.name)]
}

/** A target in the same zone must be there already; other zones are not looked at. */
function aliasProblems(zone: StrictZone, draft: Draft, set: ResourceRecordSet): string[] {
  if (set.AliasTarget?.HostedZoneId !== zone.id) return []
  const target = set.AliasTarget.DNSName ?? ''
  if (!isWithin(target, zone.name)) return [words.aliasOutside(target, set.Type, zone.id)]
  const found = draft.named(target).some(({ Type }) => Type === set.Type)
  return found ? [] : [words.noAliasTarget(target, set.Type, zone.id)]
}

function weightedProblems(draft: Draft, set: ResourceRecordSet, rules: StrictRules): string[] {
  const group = others(draft, set).filter(({ Weight }) => Weight !== undefined)
  const otherTtl =
    rules.weightedTtl === 'reject' &&
    !set.AliasTarget &&
    group.some((other) => !other.AliasTarget && other.TTL !== set.TTL)
  return [
    ...(rules.weightedValues === 'one' && valuesOf(set).length > 1 ? [words.weightedValues(set)] : []),
    ...(otherTtl ? [words.weightedTtl(set)] : []),
    ...(group.length >= MOST_WEIGHTED ? [words.tooManyWeighted(set)] : []),
  ]
}
