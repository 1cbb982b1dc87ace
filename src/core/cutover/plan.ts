/** Makes a plan, a list of whole states, or says why there can be none. */
import { canonicalName, isWithin, nameTrouble, shownName } from '../dns/name.ts'
import { type RecordSet, routingPolicyOf } from '../dns/record-set.ts'
import { batchTrouble, buildBatch } from './batch.ts'
import { shortHash, digest } from './canon.ts'
import type { Site } from './legacy.ts'
import { inOrder, isBinding, isManagedType, managedSet } from './managed.ts'
import { type CutoverNames, cutoverNames } from './names.ts'
import type { PlanParams } from './params.ts'
import { type Refusal, refuse } from './refusal.ts'
import { canonActions, refusalOfRule, ruleStates } from './rule-states.ts'
import { type Protection, type Snapshot, snapshotRecord } from './snapshot.ts'
import { type PlanState, statesOf } from './states.ts'

export interface PlanZone {
  /** Without `/hostedzone/`. */
  id: string
  /** With the dot at the end. */
  name: string
  /** The AWS service that manages it, if one does. */
  linkedService?: string | undefined
}

export interface Plan {
  zone: PlanZone
  hostname: string
  names: CutoverNames
  params: PlanParams
  states: PlanState[]
  /** Of the original records. */
  originalDigest: string
  /** Of all states. */
  digest: string
  protections: Protection[]
}

export interface PlanInput {
  zone: PlanZone
  /** As typed. */
  hostname: string
  /** All record sets at the hostname and at the parked name, of every type, verbatim. */
  records: readonly RecordSet[]
  /** Elements in Route 53's answer that this console does not know. */
  unknownFields?: readonly string[]
  params: PlanParams
  protections?: readonly Protection[]
}

export type Planning = { plan: Plan } | { refusal: Refusal }

/** Pure and deterministic: the order of records does not matter. */
export function makePlan(input: PlanInput): Planning {
  const hostname = canonicalName(input.hostname)
  if (hostname === undefined || nameTrouble(hostname))
    return { refusal: refuse('name', { name: input.hostname }) }
  const names = cutoverNames(hostname, input.zone.name)
  const params = { ...input.params, wildcard: answering(input, hostname) }
  const { retireServiceBindings, wildcard } = params
  // A rule is moved under the claim alone: the records stay as they are, and stay free to be edited.
  const original = params.rule
    ? []
    : inOrder(managedSet(input.records, { hostname, names, retireServiceBindings }))
  const effective = original.length > 0 ? original : forName(wildcard, hostname)
  const site: Site = { hostname, zoneId: input.zone.id, names, params, effective }
  const refusal = refusalOf(input, site, original)
  if (refusal) return { refusal }
  return checked(planOf(input, site, original))
}

/** The same plan from a snapshot: what was refused at first is not asked again. */
export function planFromSnapshot(snapshot: Snapshot, zone: PlanZone): Plan {
  const { hostname, params, original, protections = [] } = snapshot
  const names = cutoverNames(hostname, zone.name)
  const effective = original.length > 0 ? original : forName(params.wildcard, hostname)
  const site: Site = { hostname, zoneId: zone.id, names, params, effective }
  return planOf({ zone, hostname, records: original, params, protections }, site, original)
}

export function snapshotOf(plan: Plan, id: string): Snapshot {
  const { hostname, params, protections } = plan
  return {
    version: 1,
    id,
    hostname,
    original: originalOf(plan),
    params,
    ...(protections.length > 0 && { protections }),
  }
}

function originalOf({ states }: Plan): RecordSet[] {
  return states.slice(0, 1).flatMap(({ records }) => records)
}

function planOf(input: PlanInput, site: Site, original: RecordSet[]): Plan {
  const { hostname, names, params } = site
  const states = params.rule ? ruleStates(params.rule, params.steps, original) : statesOf(site, original)
  const originalDigest = digest(original)
  const lines = states.map(({ kind, label, records, actions = [] }) => {
    const own = kind === 'original' ? originalDigest : digest(records)
    return `${label} ${own} ${canonActions(actions)}`
  })
  return {
    zone: input.zone,
    hostname,
    names,
    params,
    states,
    originalDigest,
    digest: shortHash(lines.join('\n')),
    protections: [...(input.protections ?? [])],
  }
}

/** A wildcard answers only for names without records of any type (RFC 4592, 2.2.1); what is not moved is not copied. */
function answering({ zone, records, params }: PlanInput, hostname: string): RecordSet[] {
  if (hostname === zone.name || records.some(({ Name }) => Name === hostname)) return []
  return params.wildcard.filter(({ Type }) => isManagedType(Type, params.retireServiceBindings))
}

/** Whether every batch and the snapshot fit what Route 53 takes. */
function checked(plan: Plan): Planning {
  const { states, hostname, params } = plan
  const first = originalOf(plan)
  for (const [index, state] of states.entries()) {
    const before = states[index - 1]?.records ?? first
    for (const changes of [
      buildBatch({ plan, observed: before, target: state.records }),
      buildBatch({ plan, observed: state.records, target: first }),
    ]) {
      const trouble = batchTrouble(changes)
      if (trouble) return { refusal: refuse('batch-size', { ...trouble }) }
    }
  }
  // Identifiers are of one length: any will do for the size.
  const fits = params.privateSnapshot || snapshotRecord(plan.names.snapshot, snapshotOf(plan, '0'.repeat(26)))
  return fits ? { plan } : { refusal: refuse('snapshot-size', { name: shownName(hostname) }) }
}

/** A wildcard's records, written for the name that they answer for. */
function forName(records: readonly RecordSet[], hostname: string): RecordSet[] {
  return inOrder(records.map((record) => ({ ...record, Name: hostname })))
}

function refusalOf(input: PlanInput, site: Site, original: readonly RecordSet[]): Refusal | undefined {
  const { hostname, params } = site
  const name = shownName(hostname)
  const { zone, records, unknownFields = [] } = input
  if (!isWithin(hostname, zone.name)) return refuse('outside-zone', { name, zone: shownName(zone.name) })
  if (zone.linkedService !== undefined) return refuse('linked-zone', { service: zone.linkedService })
  if (hostname !== zone.name && records.some(({ Name, Type }) => Name === hostname && Type === 'NS'))
    return refuse('delegated', { name })
  if (unknownFields.length > 0) return refuse('unknown-field', { name, fields: unknownFields.join(', ') })
  if (records.some(({ Name }) => Name === site.names.parked))
    return refuse('parked-taken', { parked: shownName(site.names.parked) })
  return (
    refusalOfRecords(site, name) ??
    (params.strategy === 'rule' || params.rule
      ? refusalOfMove(params)
      : refusalOfTarget(site, original, name))
  )
}

function refusalOfRecords({ effective }: Site, name: string): Refusal | undefined {
  if (effective.some(({ TrafficPolicyInstanceId }) => TrafficPolicyInstanceId !== undefined))
    return refuse('traffic-policy', { name })
  if (effective.some((record) => routingPolicyOf(record) === undefined))
    return refuse('unknown-policy', { name })
  return undefined
}

/** Within a load balancer: the strategy and the rule come together or not at all. */
function refusalOfMove(params: PlanParams): Refusal | undefined {
  if (params.strategy !== 'rule' || !params.rule) return refuse('rule-shape')
  return refusalOfSteps(params) ?? refusalOfRule(params.rule)
}

function refusalOfTarget(site: Site, original: readonly RecordSet[], name: string): Refusal | undefined {
  const { effective, params } = site
  if (pointsToBalancer(effective, params)) return refuse('already-there', { name })
  if (params.stayCname && !original.some(({ Type }) => Type === 'CNAME'))
    return refuse('alias-cname', { name })
  return params.strategy === 'weighted'
    ? (refusalOfSteps(params) ?? refusalOfWeights(effective, params, name))
    : undefined
}

function refusalOfSteps({ steps }: PlanParams): Refusal | undefined {
  const growing = steps.every((step, index) => Number.isInteger(step) && step > (steps[index - 1] ?? -1))
  return growing && steps[0] === 0 && steps.at(-1) === 100 ? undefined : refuse('weights')
}

function refusalOfWeights(
  effective: readonly RecordSet[],
  { balancer }: PlanParams,
  name: string,
): Refusal | undefined {
  const shifted = effective.filter((record) => !isBinding(record))
  const members = shifted.filter(({ SetIdentifier }) => SetIdentifier !== undefined)
  const [member] = members
  if (member)
    return refuse('group-weighted', { name, policy: String(routingPolicyOf(member)), count: members.length })
  if (shifted.length === 0) return refuse('nothing-weighted', { name })
  const onlyIpv6 = shifted.every(({ Type }) => Type === 'AAAA')
  return onlyIpv6 && !balancer.dualStack ? refuse('ipv6-only', { name }) : undefined
}

/** `dualstack.X` and `X` are the same load balancer. */
export function pointsToBalancer(records: readonly RecordSet[], { balancer }: PlanParams): boolean {
  const wanted = bare(balancer.dnsName)
  return records.some(
    ({ AliasTarget, Type, ResourceRecords = [] }) =>
      (AliasTarget !== undefined && bare(AliasTarget.DNSName) === wanted) ||
      (Type === 'CNAME' && ResourceRecords.some(({ Value }) => bare(Value) === wanted)),
  )
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')
}
