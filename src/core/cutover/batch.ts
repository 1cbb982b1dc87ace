/** Builds one change batch: everything deleted exactly as it was read, then created as it shall be. */
import { isWithin } from '../dns/name.ts'
import { type Change, type RecordSet, routingPolicyOf } from '../dns/record-set.ts'
import { canon, recordKey, sortedBy } from './canon.ts'
import { isManagedType } from './managed.ts'
import type { CutoverNames } from './names.ts'
import type { PlanParams } from './params.ts'

/** As much of a plan as batches depend on. */
export interface BatchPlan {
  hostname: string
  names: CutoverNames
  zone: { id: string; name: string }
  params: Pick<PlanParams, 'retireServiceBindings'>
}

export interface BatchInput {
  plan: BatchPlan
  /** The managed set as just read, verbatim. */
  observed: readonly RecordSet[]
  target: readonly RecordSet[]
  /** Journal records that go, verbatim as read, and that come. */
  journalBefore?: readonly RecordSet[]
  journalAfter?: readonly RecordSet[]
  /** Re-assert managed record sets that stay: DELETE of exactly what was read fails when somebody changed it. Off in tests only. */
  assertUnchanged?: boolean
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests */
const mostRecords = 1000
const mostCharacters = 32_000

/**
 * Deletes first, then creates. What aliases point to is created before them and deleted after them. Deterministic.
 * @throws Error when a record outside of what a cutover owns would be touched: a mistake of ours, never sent
 */
export function buildBatch(input: BatchInput): Change[] {
  const { plan, observed, target, journalBefore = [], journalAfter = [], assertUnchanged = true } = input
  const there = new Map(observed.map((record) => [canon(record), record]))
  const wanted = new Map(target.map((record) => [canon(record), record]))
  const gone = [...there].flatMap(([line, record]) => (wanted.has(line) ? [] : [record]))
  const fresh = [...wanted].flatMap(([line, record]) => (there.has(line) ? [] : [record]))
  const stay = [...there].flatMap(([line, record]) => (wanted.has(line) ? [record] : []))
  const kept = assertUnchanged ? stay : []
  const deletes = [...journalBefore, ...dependentsFirst([...gone, ...kept], plan)]
  const creates = [...dependentsFirst([...kept, ...fresh], plan).toReversed(), ...journalAfter]
  const changes: Change[] = [
    ...deletes.map((ResourceRecordSet) => ({ Action: 'DELETE' as const, ResourceRecordSet })),
    ...creates.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet })),
  ]
  for (const { ResourceRecordSet } of changes) assertOwned(ResourceRecordSet, plan)
  if (!hasOnePolicyEach(target)) throw new Error(`Two routing policies at ${plan.hostname}`)
  return changes
}

/** Sizes beyond Route 53's limits, with the limits; undefined when the batch fits. */
export function batchTrouble(
  changes: readonly Change[],
): { records: number; characters: number; mostRecords: number; mostCharacters: number } | undefined {
  const sets = changes.map(({ ResourceRecordSet }) => ResourceRecordSet)
  const records = sets.reduce((sum, { ResourceRecords = [] }) => sum + Math.max(1, ResourceRecords.length), 0)
  const characters = sets
    .flatMap(({ ResourceRecords = [] }) => ResourceRecords)
    .reduce((sum, { Value }) => sum + Value.length, 0)
  // The journal comes with every batch: room for it is kept.
  const fits = records <= mostRecords - 8 && characters <= mostCharacters - journalRoom
  return fits ? undefined : { records, characters, mostRecords, mostCharacters }
}

/** Characters of the claim before and after; the snapshot is written without any other record. */
const journalRoom = 600

/** Aliases into the zone first, then the rest, each by name, type and identifier. */
function dependentsFirst(records: readonly RecordSet[], { zone }: BatchPlan): RecordSet[] {
  const rank = ({ AliasTarget }: RecordSet): string =>
    AliasTarget && isWithin(AliasTarget.DNSName, zone.name) ? '0' : '1'
  return sortedBy(records, (record) => rank(record) + recordKey(record))
}

function assertOwned(record: RecordSet, { hostname, names, params }: BatchPlan): void {
  const { Name, Type } = record
  const journal = (Name === names.claim || Name === names.snapshot) && Type === 'TXT'
  const live = Name === hostname && isManagedType(Type, params.retireServiceBindings)
  if (!journal && !live && Name !== names.parked)
    throw new Error(`A cutover of ${hostname} must not touch ${Type} ${Name}`)
}

/** True when each name and type of the set has one routing policy. */
export function hasOnePolicyEach(records: readonly RecordSet[]): boolean {
  const policies = new Map<string, string | undefined>()
  return records.every((record) => {
    const key = `${record.Name} ${record.Type}`
    const policy = routingPolicyOf(record)
    const known = policies.get(key)
    policies.set(key, policy)
    return known === undefined || known === policy
  })
}
