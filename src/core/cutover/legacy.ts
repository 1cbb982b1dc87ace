/** The legacy side of each state: as it was, with low TTLs, and as members of a weighted group. */
import type { RecordSet } from '../dns/record-set.ts'
import { isBinding } from './managed.ts'
import { type CutoverNames, setIdentifiers } from './names.ts'
import type { PlanParams } from './params.ts'

/** What all steps of one plan share. */
export interface Site {
  hostname: string
  zoneId: string
  names: CutoverNames
  params: PlanParams
  /** What answers for the hostname before anything is done: its own records, or the wildcard's written for its name. */
  effective: readonly RecordSet[]
}

/** With TTLs of at most `lowTtl`; service bindings beside addresses are gone from here on. */
export function prepared(site: Site): RecordSet[] {
  const lowered = lasting(site).map((record) => withLowTtl(record, site.params.lowTtl))
  const copies = longTargets(site)
  if (copies.length === 0) return lowered
  const parkedTypes = new Set(copies.map(({ Type }) => Type))
  return [
    ...lowered.map((record) => (parkedTypes.has(record.Type) ? toParked(site, record) : record)),
    ...copies.map((record) => parked(site, record)),
  ]
}

/** True when lowering changes anything. */
export function needsPreparation(site: Site): boolean {
  const records = lasting(site)
  return (
    records.length < site.effective.length ||
    records.some(({ TTL = 0 }) => TTL > site.params.lowTtl) ||
    longTargets(site).length > 0
  )
}

/** Without service bindings, unless they are all there is: the hostname never stops answering. */
export function lasting({ effective }: Site): readonly RecordSet[] {
  const others = effective.filter((record) => !isBinding(record))
  return others.length > 0 ? others : effective
}

/** One legacy record as a member of weight `weight`, with what it needs at the parked name. */
export function legacyMember(site: Site, record: RecordSet, weight: number): RecordSet[] {
  const { hostname, params, names } = site
  const ours = {
    Name: hostname,
    Type: record.Type,
    SetIdentifier: setIdentifiers(hostname).legacy,
    Weight: weight,
  }
  const low = withLowTtl(record, params.lowTtl)
  const target = longTargets(site).find(({ Type }) => Type === record.Type)
  if (target) return [{ ...ours, ...alias(site) }, parked(site, target)]
  // Without its health check: Route 53 does not heed it in a simple record set, and in a group it could move everybody at weight 0.
  if (low.AliasTarget) return [{ ...ours, AliasTarget: low.AliasTarget }]
  const { TTL = params.lowTtl, ResourceRecords = [] } = low
  // A weighted record set holds one value: several are parked under another name and answered from there.
  if (ResourceRecords.length > 1)
    return [
      { ...ours, ...alias(site) },
      { Name: names.parked, Type: record.Type, TTL, ResourceRecords },
    ]
  return [{ ...ours, TTL, ResourceRecords }]
}

function withLowTtl(record: RecordSet, lowTtl: number): RecordSet {
  return record.TTL === undefined ? record : { ...record, TTL: Math.min(record.TTL, lowTtl) }
}

/** Own-zone targets of aliases that resolvers keep for longer than `lowTtl`: their values are parked. */
function longTargets({ params, effective }: Site): RecordSet[] {
  return params.aliasTargets.filter(
    (target) =>
      (target.TTL ?? 0) > params.lowTtl &&
      target.SetIdentifier === undefined &&
      effective.some(
        ({ AliasTarget, Type, SetIdentifier }) =>
          SetIdentifier === undefined && Type === target.Type && AliasTarget?.DNSName === target.Name,
      ),
  )
}

function parked(site: Site, target: RecordSet): RecordSet {
  return { ...withLowTtl(target, site.params.lowTtl), Name: site.names.parked }
}

function toParked(site: Site, record: RecordSet): RecordSet {
  return { ...record, ...alias(site) }
}

function alias({ names, zoneId }: Site): Pick<RecordSet, 'AliasTarget'> {
  return { AliasTarget: { HostedZoneId: zoneId, DNSName: names.parked, EvaluateTargetHealth: false } }
}
