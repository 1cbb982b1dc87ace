/**
 * One change batch against one zone, as strict as Route 53: applied in order to a copy, all or nothing, with its messages.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
 */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { ProtectionRecord, Route53Rules } from '../../world/dns-tables.ts'
import { canonicalName } from './names.ts'
import { sameRecordSet, valuesOf } from './strict-compare.ts'
import { creationProblems } from './strict-create.ts'
import { Draft } from './strict-draft.ts'
import { inputProblem } from './strict-input.ts'
import { words } from './strict-words.ts'
import { keyOf } from './zone-order.ts'

export interface StrictZone {
  /** Without `/hostedzone/`; an alias with this zone id must have its target in the zone. */
  id: string
  /** Canonical. */
  name: string
  protections?: readonly ProtectionRecord[]
}

export interface StrictRules extends Pick<Route53Rules, 'laxDelete' | 'weightedValues' | 'weightedTtl'> {
  /** Health checks that exist; absent where every id is taken for one. */
  healthCheckIds?: ReadonlySet<string>
}

/** The zone after the batch, or why nothing of it was applied: AWS's error code and message. */
export type Applied = { records: ResourceRecordSet[] } | { code: string; message: string }

/** Limits of one request; an UPSERT counts twice. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const MOST_RECORDS = 1000
const MOST_CHARACTERS = 32_000

type Wanted = { action: string; set: ResourceRecordSet }

/** Applies `changes` to `records` (names canonical), which stay as they are. Record sets that are not touched stay the same objects. */
export function applyChanges(
  zone: StrictZone,
  records: readonly ResourceRecordSet[],
  changes: readonly Change[],
  rules: StrictRules,
): Applied {
  const malformed = inputProblem(changes)
  if (malformed !== undefined) return { code: 'InvalidInput', message: malformed }
  const wanted = changes.map(canonicalChange)
  const early = [...sizeProblems(wanted), ...protectionProblems(zone, wanted), ...orderProblems(wanted)]
  if (early.length > 0) return invalidBatch(early)
  const unknown = unknownHealthCheck(wanted, rules)
  if (unknown !== undefined) {
    return { code: 'NoSuchHealthCheck', message: `No health check exists with the specified ID: ${unknown}` }
  }
  const draft = new Draft(records)
  const messages = wanted.flatMap((change) => applyOne(zone, draft, change, rules))
  const all = [...messages, ...apexProblems(zone, draft)]
  return all.length > 0 ? invalidBatch(all) : { records: draft.finish() }
}

/** One bracketed text, whatever the number of messages; messages hold commas themselves. */
function invalidBatch(messages: string[]): Applied {
  return { code: 'InvalidChangeBatch', message: `[${messages.join(', ')}]` }
}

/** The record set as it will be stored. */
function canonicalChange({ Action, ResourceRecordSet: given }: Change): Wanted {
  const set: ResourceRecordSet = { Name: undefined, Type: undefined, ...given }
  set.Name = canonicalName(given?.Name ?? '')
  if (set.AliasTarget) {
    const { HostedZoneId = '', DNSName = '', EvaluateTargetHealth = false } = set.AliasTarget
    set.AliasTarget = {
      HostedZoneId: HostedZoneId.replace(/^\/hostedzone\//, ''),
      DNSName: canonicalName(DNSName),
      EvaluateTargetHealth,
    }
  }
  return { action: Action ?? '', set }
}

function sizeProblems(wanted: Wanted[]): string[] {
  let records = 0
  let characters = 0
  for (const { action, set } of wanted) {
    const times = action === 'UPSERT' ? 2 : 1
    records += times * (set.ResourceRecords ?? [set]).length
    characters += times * valuesOf(set).reduce((sum, value) => sum + value.length, 0)
  }
  return [
    ...(records > MOST_RECORDS ? [words.tooManyRecords] : []),
    ...(characters > MOST_CHARACTERS ? [words.tooManyCharacters] : []),
  ]
}

function protectionProblems({ protections = [] }: StrictZone, wanted: Wanted[]): string[] {
  if (protections.length === 0) return []
  const found = protections.filter(({ name, type }) =>
    wanted.some(({ set }) => set.Name === name && set.Type === type),
  )
  return found.map(({ name, type, comment }) => words.protected({ Name: name, Type: type }, comment))
}

/** One record set may be deleted, created, or deleted and then created again; nothing else twice. */
function orderProblems(wanted: Wanted[]): string[] {
  const actions = new Map<string, { set: ResourceRecordSet; order: string }>()
  for (const { action, set } of wanted) {
    const key = keyOf(set)
    const before = actions.get(key)
    actions.set(key, { set, order: before ? `${before.order}, ${action}` : action })
  }
  return [...actions.values()]
    .filter(({ order }) => order.includes(',') && order !== 'DELETE, CREATE')
    .map(({ set }) => words.order(set))
}

function unknownHealthCheck(wanted: Wanted[], { healthCheckIds }: StrictRules): string | undefined {
  if (!healthCheckIds) return undefined
  return wanted.find(
    ({ action, set }) =>
      action !== 'DELETE' && set.HealthCheckId !== undefined && !healthCheckIds.has(set.HealthCheckId),
  )?.set.HealthCheckId
}

function applyOne(zone: StrictZone, draft: Draft, { action, set }: Wanted, rules: StrictRules): string[] {
  if (action === 'DELETE') return deleteOne(draft, set, rules)
  if (action === 'UPSERT') draft.remove(set)
  const problems = creationProblems(zone, draft, set, rules)
  if (problems.length > 0) return problems
  draft.add(set)
  if (rules.weightedTtl === 'rewrite' && set.Weight !== undefined && !set.AliasTarget) {
    draft.setWeightedTtl(set)
  }
  return []
}

function deleteOne(draft: Draft, set: ResourceRecordSet, { laxDelete }: StrictRules): string[] {
  const current = draft.find(set)
  if (!current) return [words.notFound(set)]
  if (!sameRecordSet(current, set, laxDelete)) return [words.otherValues(set)]
  draft.remove(set)
  return []
}

/** A zone keeps the record sets that it was born with. Zones of tests may be born without. */
function apexProblems({ name }: StrictZone, draft: Draft): string[] {
  const lost = (type: string): boolean =>
    draft.before(name).some(({ Type }) => Type === type) &&
    !draft.named(name).some(({ Type }) => Type === type)
  return [...(lost('NS') ? [words.needsNs] : []), ...(lost('SOA') ? [words.needsSoa] : [])]
}
