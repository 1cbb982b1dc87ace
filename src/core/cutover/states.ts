/** The whole desired states of a cutover, from the original to the last: what stands at the hostname in each. */
import type { RecordSet } from '../dns/record-set.ts'
import { lasting, legacyMember, needsPreparation, prepared, type Site } from './legacy.ts'
import { inOrder } from './managed.ts'
import { setIdentifiers } from './names.ts'
import type { RuleActionRecord } from './params.ts'

export type StateKind = 'original' | 'ttl-prep' | 'weights' | 'final' | 'v6'

export interface PlanState {
  kind: StateKind
  /** `D0`, `ttl-prep`, `w25`, `final`, `v6`. */
  label: string
  records: RecordSet[]
  /** Share of answers for the new side, percent; undefined while nothing moved. */
  share: number | undefined
  /** For the strategy `rule`: what the rule does, in AWS's form. */
  actions?: readonly RuleActionRecord[]
}

export function statesOf(site: Site, original: readonly RecordSet[]): PlanState[] {
  const { params } = site
  const first: PlanState = { kind: 'original', label: 'D0', records: [...original], share: undefined }
  const prep: PlanState = {
    kind: 'ttl-prep',
    label: 'ttl-prep',
    records: inOrder(prepared(site)),
    share: undefined,
  }
  const last: PlanState = { kind: 'final', label: 'final', records: inOrder(finalRecords(site)), share: 100 }
  const weighted = params.strategy === 'weighted' ? params.steps.map((share) => weights(site, share)) : []
  const v6: PlanState = {
    kind: 'v6',
    label: 'v6',
    records: inOrder([...last.records, newAlias(site, 'AAAA')]),
    share: 100,
  }
  return [
    first,
    ...(params.prepareTtl && needsPreparation(site) ? [prep] : []),
    ...weighted,
    last,
    ...(addsIpv6(site) ? [v6] : []),
  ]
}

/** Types that are shifted: the new side can answer them. IPv6 stays on the legacy where the load balancer has none. */
function isShifted({ params }: Site, { Type }: RecordSet): boolean {
  return Type !== 'AAAA' || params.balancer.dualStack
}

function weights(site: Site, share: number): PlanState {
  // What is parked for a shifted type comes with its legacy member.
  const staying = prepared(site).filter((record) => !isShifted(site, record))
  const shifted = lasting(site)
    .filter((record) => isShifted(site, record))
    .flatMap((record) => [...legacyMember(site, record, 100 - share), newMember(site, record, share)])
  return { kind: 'weights', label: `w${share}`, records: inOrder([...staying, ...shifted]), share }
}

function newMember(site: Site, record: RecordSet, weight: number): RecordSet {
  const { hostname, params } = site
  const member = {
    Name: hostname,
    Type: record.Type,
    SetIdentifier: setIdentifiers(hostname).ours,
    Weight: weight,
  }
  // The members of a group are of one type and, where they have one, of one TTL.
  const ttl = Math.min(record.TTL ?? params.lowTtl, params.lowTtl)
  if (record.Type === 'CNAME') return { ...member, ...cnameToBalancer(site, ttl) }
  return { ...member, AliasTarget: aliasTarget(site) }
}

function finalRecords(site: Site): RecordSet[] {
  const { hostname, params } = site
  if (params.stayCname) return [{ Name: hostname, Type: 'CNAME', ...cnameToBalancer(site, params.lowTtl) }]
  return [
    newAlias(site, 'A'),
    ...(servesIpv6(site) && params.balancer.dualStack ? [newAlias(site, 'AAAA')] : []),
  ]
}

/** IPv6 clients are there already, so they are moved with the others. */
function servesIpv6({ effective, params }: Site): boolean {
  return params.legacyIpv6 || effective.some(({ Type }) => Type === 'AAAA')
}

function addsIpv6(site: Site): boolean {
  const { addIpv6, stayCname, balancer } = site.params
  return addIpv6 && !stayCname && balancer.dualStack && !servesIpv6(site)
}

function newAlias(site: Site, type: 'A' | 'AAAA'): RecordSet {
  return { Name: site.hostname, Type: type, AliasTarget: aliasTarget(site) }
}

function aliasTarget({ params }: Site): NonNullable<RecordSet['AliasTarget']> {
  const { balancer, evaluateTargetHealth } = params
  return {
    HostedZoneId: balancer.hostedZoneId,
    DNSName: `${balancer.dnsName.toLowerCase().replace(/\.$/, '')}.`,
    EvaluateTargetHealth: evaluateTargetHealth,
  }
}

function cnameToBalancer(site: Site, ttl: number): Pick<RecordSet, 'TTL' | 'ResourceRecords'> {
  return { TTL: ttl, ResourceRecords: [{ Value: aliasTarget(site).DNSName }] }
}
